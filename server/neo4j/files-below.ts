import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Each file among some names of a folder and below them, by its path in the folder. */
export async function eachFile(
  folder: string,
  names: readonly string[],
  work: (name: string) => Promise<void>,
): Promise<void> {
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found?.isFile()) await work(name);
    if (!found?.isDirectory()) continue;
    const below = (await readdir(join(folder, name))).map((entry) => `${name}/${entry}`);
    await eachFile(folder, below, work);
  }
}

/** The size of all of them, in bytes. */
export async function sizeOfFiles(folder: string, names: readonly string[]): Promise<number> {
  let bytes = 0;
  await eachFile(folder, names, async (name) => {
    bytes += (await stat(join(folder, name))).size;
  });
  return bytes;
}
