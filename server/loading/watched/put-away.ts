import { copyFile, mkdir, rename, stat, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { LoadedFile } from "../load-result.ts";
import { DONE, type Entry, REFUSED } from "./found-entries.ts";

/**
 * Moves a loaded entry to `done/DAY/`, with the refused rows of its files beside it. One that was
 * not taken whole goes to `refused/DAY/` with the reason of each file in a text. Nothing is written
 * over: a second entry of the name gets a number. Returns where it lies now.
 */
export async function putAway(
  folder: string,
  entry: Entry,
  files: readonly LoadedFile[],
  day: string,
): Promise<string> {
  const failed = files.filter(({ error }) => error !== null);
  const into = join(folder, failed.length === 0 ? DONE : REFUSED, day);
  await mkdir(into, { recursive: true });
  const path = await freePath(into, entry.name);
  await rename(entry.path, path);
  for (const { rejectedFile } of files)
    if (rejectedFile !== null)
      await copyFile(rejectedFile, await freePath(into, `${basename(path)}-refused-rows.csv`));
  if (failed.length > 0) {
    const reasons = failed.map(
      ({ file, error }) => `${file}\n${error?.message}\n${error?.remedy}\n`,
    );
    const taken = files.length - failed.length;
    const others = taken > 0 ? `\nLoaded from it: ${taken} of ${files.length} files.\n` : "";
    await writeFile(
      await freePath(into, `${basename(path)}.reason.txt`),
      reasons.join("\n") + others,
    );
  }
  return path;
}

async function freePath(folder: string, name: string): Promise<string> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? name : `${stem}-${number}${ending}`);
    if ((await stat(path).catch(() => undefined)) === undefined) return path;
  }
}
