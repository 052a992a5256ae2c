import { constants } from "node:fs";
import { copyFile, link, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { namesOf } from "../neo4j/data-folder.ts";
import { eachFile, sizeOfFiles } from "../neo4j/files-below.ts";

/** Of the database: its store, the users of Neo4j, and the password that belongs to them. */
const DATABASE_PARTS = ["neo4j/data", "neo4j/password"];
/** Never written to again once they are there: a second name for the same bytes is a copy. */
const UNCHANGING = new Set(["case-files"]);

/** Names in the data folder that are copied while nothing can change. */
function backedUp(withKeys: boolean): string[] {
  return [...DATABASE_PARTS, ...namesOf("kept"), ...(withKeys ? namesOf("secret") : [])];
}

/** Size of it all in bytes. */
export function sizeOfState(dataDir: string, withKeys: boolean): Promise<number> {
  return sizeOfFiles(dataDir, backedUp(withKeys));
}

/**
 * Copies it to `into`, in blocks shared with the original where the file system can. The database
 * is stopped meanwhile.
 */
export async function copyState(dataDir: string, into: string, withKeys: boolean): Promise<void> {
  await eachFile(dataDir, backedUp(withKeys), async (name) => {
    const [from, to] = [join(dataDir, name), join(into, name)];
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const shared = UNCHANGING.has(name.split("/")[0] ?? "");
    if (
      shared &&
      (await link(from, to).then(
        () => true,
        () => false,
      ))
    )
      return;
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  });
}

/** The folder in which a backup is put together. Remains of one that was cut off are removed. */
export async function emptyWorkFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, "backup-work");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  return folder;
}
