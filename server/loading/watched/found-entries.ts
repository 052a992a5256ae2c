import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Folders of the watched folder that hold what was taken already. */
export const DONE = "done";
export const REFUSED = "refused";

/** A file or folder somebody put there. */
export interface Entry {
  readonly name: string;
  readonly path: string;
  /** Sizes and times of everything in it; it is complete once this stays the same. */
  readonly state: string;
}

/** Names under which programs keep what they are still writing. */
const UNFINISHED = /^[.~]|\.(?:part|partial|tmp|temp|crdownload|download|filepart|!ut)$/i;
/** Files of a folder that are looked at; a folder with more waits for the command line. */
const MOST_FILES = 20_000;

/** What lies in the watched folder to be loaded, by name; links are left alone. */
export async function foundEntries(folder: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const name of (await readdir(folder)).sort()) {
    if (name === DONE || name === REFUSED || UNFINISHED.test(name)) continue;
    const path = join(folder, name);
    const parts: string[] = [];
    const isComplete = await describe(path, parts).catch(() => false);
    if (isComplete && parts.length > 0) entries.push({ name, path, state: parts.join("\n") });
  }
  return entries;
}

/** False while something in it is still being written, by its name, and where a link lies in it. */
async function describe(path: string, parts: string[]): Promise<boolean> {
  const found = await lstat(path);
  // A link may lead to any file this program may read; a folder with one is left to a person.
  if (found.isSymbolicLink()) return false;
  if (found.isFile()) parts.push(`${path} ${found.size} ${found.mtimeMs}`);
  if (!found.isDirectory()) return true;
  for (const name of (await readdir(path)).sort()) {
    if (/^[.~]/.test(name)) continue;
    if (UNFINISHED.test(name) || parts.length > MOST_FILES) return false;
    if (!(await describe(join(path, name), parts))) return false;
  }
  return true;
}
