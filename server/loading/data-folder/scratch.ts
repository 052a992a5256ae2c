import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isAlive, ourselves, type ProcessIdentity } from "../../neo4j/processes.ts";
import { scratchFolder } from "./folders.ts";

/**
 * Unpacked bank data lies in the data folder, closed to others, in a folder named after the process
 * that works on it:
 * `scratch/<pid>.<start>.<random>`. A killed process leaves its folders; the next load or server
 * removes them.
 */

/** A folder of our own while `work` runs; nothing of it is left, however that ends. */
export async function withScratch<Result>(
  dataDir: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await makeScratch(dataDir);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeScratch(dataDir: string): Promise<string> {
  const root = scratchFolder(dataDir);
  await mkdir(root, { recursive: true, mode: 0o700 });
  const { pid, started } = ourselves();
  return mkdtemp(join(root, `${pid}.${encodeURIComponent(started)}.`));
}

/**
 * Removes what processes that are gone left; what a living one works on, and what is not ours,
 * stays.
 */
export async function sweepScratch(dataDir: string): Promise<void> {
  const root = scratchFolder(dataDir);
  for (const name of await readdir(root).catch(() => [])) {
    const owner = ownerOf(name);
    if (owner !== null && !isAlive(owner))
      await rm(join(root, name), { recursive: true, force: true });
  }
}

function ownerOf(name: string): ProcessIdentity | null {
  const [, pid, started] = /^(\d+)\.(.+)\.[^.]+$/.exec(name) ?? [];
  return pid === undefined || started === undefined
    ? null
    : { pid: Number(pid), started: decodeURIComponent(started) };
}
