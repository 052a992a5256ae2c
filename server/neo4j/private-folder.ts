import { chmod, lstat, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { DATA_FOLDER } from "./data-folder.ts";

/**
 * A data folder holds bank secrets: names, IINs, transfers, keys. Only the user who runs the
 * product may read it. What is written from now on, also by the programs started from here, is
 * closed to others by the process's file mode mask. What an earlier version left open is closed at
 * the start.
 */

/** Permissions of the group and of others. */
const OTHERS = 0o077;

/** Makes the folder and closes it to others. Returns how many files and folders were open. */
export async function openPrivately(dataDir: string): Promise<number> {
  process.umask(OTHERS);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const open = await openToOthers(dataDir);
  for (const path of open) await close(path);
  return open.length;
}

/** Paths of a data folder that others may read, write or enter. */
export async function openToOthers(dataDir: string): Promise<string[]> {
  const names = await namesIn(dataDir);
  const found: string[] = [];
  for (const name of names.filter(isOurs)) await collect(join(dataDir, name), found);
  // A folder shared with other things, say a home folder, is not closed as a whole.
  if (names.every(isOurs) && (await isOpen(dataDir))) found.push(dataDir);
  return found;
}

/** Files beside ours, such as "columns.snapshot.4711.new", belong to them. */
function isOurs(name: string): boolean {
  return DATA_FOLDER.has(name) || [...DATA_FOLDER.keys()].some((own) => name.startsWith(`${own}.`));
}

async function collect(path: string, found: string[]): Promise<void> {
  if (await isOpen(path)) found.push(path);
  for (const name of await namesIn(path)) await collect(join(path, name), found);
}

/** A link's own permissions mean nothing. */
async function isOpen(path: string): Promise<boolean> {
  const status = await orGone(lstat(path));
  return status !== undefined && !status.isSymbolicLink() && (status.mode & OTHERS) !== 0;
}

async function namesIn(path: string): Promise<string[]> {
  return (await orGone(readdir(path))) ?? [];
}

/** Another user's file stays as it is; `doctor` names it. */
async function close(path: string): Promise<void> {
  const status = await orGone(lstat(path));
  if (status !== undefined) await orGone(chmod(path, status.mode & 0o777 & ~OTHERS));
}

/** Files come and go while a server runs; a file has nothing in it, and some are not ours. */
async function orGone<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (["ENOENT", "ENOTDIR", "EPERM", "EACCES"].includes(code)) return undefined;
    throw error;
  }
}
