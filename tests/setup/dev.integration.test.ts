import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { processesWith } from "../../server/neo4j/processes.ts";

it("npm run dev leaves neither server nor database behind when it is asked to end", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-dev-"));
  const dev = spawn(process.execPath, ["setup/dev.mjs", "--data", folder, "--port", "5199"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(dev, "exit");
  try {
    await new Promise<void>((resolve, reject) => {
      let said = "";
      dev.stderr.on("data", (text: Buffer) => {
        said += text.toString("utf8");
        if (said.includes("Work on this page")) resolve();
      });
      dev.once("exit", () => reject(new Error(said)));
    });
    expect(processesWith([folder]).length).toBeGreaterThanOrEqual(3);
    dev.kill("SIGTERM");
    await ended;
    expect(processesWith([folder])).toEqual([]);
  } finally {
    dev.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  }
}, 180_000);
