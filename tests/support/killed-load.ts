import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Victim = "node" | "neo4j";

/**
 * `dropper-graph load` as a process of its own; the compiled code must be there (setup/build.mjs).
 */
export function startLoad(
  dataDir: string,
  path: string,
  environment: Record<string, string> = {},
): ChildProcess {
  return spawn(
    process.execPath,
    ["setup/dropper-graph.mjs", "load", path, "--data", dataDir, "--json"],
    {
      env: { ...process.env, NEO4J_URI: "", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
}

/** A load of these few thousand rows that takes longer than this hangs; milliseconds. */
const HANGS_AFTER = 180_000;

/** How it ended; a load that hangs is ended, and the error says what there was to see. */
export async function outcome(
  load: ChildProcess,
  dataDir: string,
): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ["", ""];
  load.stdout?.on("data", (chunk) => {
    out += chunk;
  });
  load.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  const closed = once(load, "close") as Promise<[number | null]>;
  const hangs = new AbortController();
  const tooLong = pause(HANGS_AFTER, undefined, { signal: hangs.signal }).then(async () => {
    const scene = await sceneOf(dataDir);
    load.kill("SIGKILL");
    throw new Error(`The load hung for ${HANGS_AFTER / 1000} s.\n${err}\n${scene}`);
  });
  tooLong.catch(() => {});
  try {
    const [code] = await Promise.race([closed, tooLong]);
    return { code, out, err };
  } finally {
    hangs.abort();
  }
}

/** Who holds what, and the last words of the server. */
async function sceneOf(dataDir: string): Promise<string> {
  const texts = [
    "loading.lock",
    "neo4j/lock",
    "neo4j/server.json",
    "neo4j/logs/console.log",
    "neo4j/logs/debug.log",
  ].map(
    async (name) =>
      `${name}: ${(await readFile(join(dataDir, name), "utf8").catch(String)).slice(-3_000)}`,
  );
  const processes = execFileSync("ps", ["-axww", "-o", "pid=,ppid=,stat=,etime=,args="], {
    encoding: "utf8",
  });
  const ours = processes.split("\n").filter((line) => line.includes(dataDir));
  return [
    ...(await Promise.all(texts)),
    ...ours.map((line) => `${line.slice(0, 60)} … ${line.slice(-200)}`),
  ].join("\n");
}

/**
 * Kills the loading process or the database's server after a while; whichever is over already is
 * left alone.
 */
export async function killAfter(
  load: ChildProcess,
  dataDir: string,
  victim: Victim,
  after: number,
): Promise<void> {
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
