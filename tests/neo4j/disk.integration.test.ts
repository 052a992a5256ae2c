import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Database, DatabaseState } from "../../server/neo4j/database.ts";
import { freeBytes } from "../../server/neo4j/disk.ts";
import { openFolder, readServer } from "../../server/neo4j/folder.ts";
import { openDatabase } from "../../server/neo4j/open.ts";
import { isAlive } from "../../server/neo4j/processes.ts";

process.env.DROPPER_GRAPH_HEAP_MB = "512";

/** A disk of 900 MB in memory, where this machine lets us mount one. */
const disk = await mkdtemp(join(tmpdir(), "dropper-graph-disk-"));
const mounted =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=900m", "tmpfs", disk], { stdio: "ignore" })
    .status === 0;
const reason = mounted ? "" : " (skipped: mounting a small disk needs root)";

function becomes(database: Database, wanted: DatabaseState): Promise<string> {
  return new Promise((resolve, reject) => {
    if (database.state() === wanted) return resolve(database.stateMessage());
    const timer = setTimeout(() => reject(new Error(`still ${database.state()}`)), 90_000);
    const stop = database.onState((state, message) => {
      if (state !== wanted) return;
      clearTimeout(timer);
      stop();
      resolve(message);
    });
  });
}

describe.skipIf(!mounted)(`a disk that fills up${reason}`, () => {
  let dataDir: string;
  const filler = join(disk, "filler");
  const fillUntilFree = async (bytes: number) => {
    const size = (await freeBytes(disk)) - bytes;
    execFileSync("fallocate", ["-l", String(size), filler]);
  };
  beforeAll(() => {
    dataDir = join(disk, "data");
  });
  afterAll(async () => {
    execFileSync("umount", [disk]);
    await rm(disk, { recursive: true, force: true });
  });

  it("stops the server while it still can, says so, and comes back with everything once there is room", async () => {
    const database = await openDatabase({ dataDir, environment: {} });
    try {
      await database.queries.run("support/record-migrations", { names: ["note"], at: 0n });
      const folder = await openFolder(dataDir);
      const server = await readServer(folder);
      await fillUntilFree(100 * 1024 * 1024);
      const message = await becomes(database, "unavailable");
      expect(message).toMatch(/\d+ MB free; 160 MB are needed/);
      expect(message).toContain("Free some space");
      expect(server !== undefined && isAlive(server)).toBe(false);
      await expect(database.queries.run("support/ping")).rejects.toMatchObject({
        code: "database-unavailable",
      });
      await rm(filler);
      await becomes(database, "ready");
      const rows = await database.queries.read(
        "support/applied-migrations",
        {},
        z.object({ name: z.string() }),
      );
      expect(rows).toContainEqual({ name: "note" });
    } finally {
      await database.close();
    }
  });

  it("is refused before the start when there is too little room", async () => {
    await fillUntilFree(200 * 1024 * 1024);
    await expect(openDatabase({ dataDir, environment: {} })).rejects.toMatchObject({
      code: "disk-full",
      status: 507,
      remedy: expect.stringContaining("--data"),
    });
    await rm(filler);
  });

  it("is refused as a data folder when nothing can be written there at all", async () => {
    const file = join(disk, "a-file");
    await writeFile(file, "");
    await expect(
      openDatabase({ dataDir: join(file, "data"), environment: {} }),
    ).rejects.toMatchObject({
      code: "data-folder-unusable",
    });
  });
});
