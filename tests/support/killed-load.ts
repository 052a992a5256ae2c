import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Victim = "node" | "neo4j";

/** `dropper-graph load` as a process of its own; the compiled code must be there (setup/build.mjs). */
export function startLoad(dataDir: string, path: string, environment: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ["setup/dropper-graph.mjs", "load", path, "--data", dataDir, "--json"], {
    env: { ...process.env, NEO4J_URI: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export async function outcome(load: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ["", ""];
  load.stdout?.on("data", (chunk) => {
    out += chunk;
  });
  load.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  const [code] = (await once(load, "close")) as [number | null];
  return { code, out, err };
}

/** Kills the loading process or the database's server after a while; whichever is over already is left alone. */
export async function killAfter(load: ChildProcess, dataDir: string, victim: Victim, after: number): Promise<void> {
  await pause(after);
  if (victim === "node") {
    load.kill("SIGKILL");
    return;
  }
  const text = await readFile(join(dataDir, "neo4j/server.json"), "utf8").catch(() => "{}");
  const { pid } = JSON.parse(text) as { pid?: number };
  if (pid === undefined) return;
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Between two starts there is none.
  }
}
