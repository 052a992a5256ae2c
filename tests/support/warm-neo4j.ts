import { mkdtemp, open, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../server/neo4j/open.ts";
import { emptyDatabase } from "./neo4j.ts";
import { type Served, startServed } from "./served.ts";
import { setForTests } from "./test-settings.ts";

declare module "vitest" {
  export interface ProvidedContext {
    warmFolders: readonly string[];
  }
}

/** Two browser tests run at a time, and each has a server of its own. */
const FOLDERS = 2;

/**
 * Data folders whose Neo4j runs all the time: a browser test that starts one of its own spends a
 * third of its time on a Java that is still cold. Each test takes an emptied one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  setForTests();
  const warm = await Promise.all(
    Array.from({ length: FOLDERS }, async () => {
      const dataDir = await mkdtemp(join(tmpdir(), "dropper-graph-warm-"));
      return { dataDir, database: await openDatabase({ dataDir, environment: {} }) };
    }),
  );
  project.provide(
    "warmFolders",
    warm.map(({ dataDir }) => dataDir),
  );
  return async () => {
    for (const { dataDir, database } of warm) {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
      await rm(takenFile(dataDir), { force: true });
    }
  };
}

export interface WarmServed extends Served {
  readonly dataDir: string;
}

/**
 * `serve` or `demo` on a data folder as a first start finds it, but that its Neo4j runs already.
 * `stop` gives the folder back.
 */
export async function startWarm(word: "serve" | "demo" = "serve"): Promise<WarmServed> {
  const { dataDir, release } = await takeWarmFolder();
  try {
    const served = await startServed([word, "--data", dataDir, "--port", "0"]);
    const stop: Served["stop"] = async (signal) => {
      const code = await served.stop(signal);
      await release();
      return code;
    };
    return { ...served, dataDir, stop };
  } catch (error) {
    await release();
    throw error;
  }
}

async function takeWarmFolder(): Promise<{ dataDir: string; release(): Promise<void> }> {
  const dataDir = await free(inject("warmFolders"));
  const release = () => rm(takenFile(dataDir), { force: true });
  try {
    const database = await openDatabase({ dataDir, environment: {} });
    await emptyDatabase(database);
    await database.close();
    for (const name of await readdir(dataDir))
      if (name !== "neo4j") await rm(join(dataDir, name), { recursive: true });
    return { dataDir, release };
  } catch (error) {
    await release();
    throw error;
  }
}

const takenFile = (dataDir: string) => `${dataDir}.taken`;

/** Waits for a folder that nobody has taken, or whose process has died with it. */
async function free(folders: readonly string[]): Promise<string> {
  for (;;) {
    for (const dataDir of folders) if (await taken(dataDir)) return dataDir;
    await pause(200);
  }
}

async function taken(dataDir: string): Promise<boolean> {
  try {
    const file = await open(takenFile(dataDir), "wx");
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch {
    const holder = Number(await readFile(takenFile(dataDir), "utf8").catch(() => ""));
    if (holder > 0 && !alive(holder)) await rm(takenFile(dataDir), { force: true });
    return false;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
