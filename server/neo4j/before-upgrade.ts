import { constants } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { requireDiskSpace } from "./disk.ts";
import { sizeOfFiles } from "./files-below.ts";
import { type DatabaseFolder, readIfThere, writeWhole } from "./folder.ts";

/**
 * The store as it was before a newer version changed it, in the data folder: `data` takes the place
 * of `neo4j/data` for who goes back to the former version (docs/backup.md).
 */
const FOLDER = "before-upgrade";
const NOTE = "upgrade.json";

const note = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Migrations that the store had not had. */
  pending: z.array(z.string()),
});

/**
 * Whether the store before these migrations is kept already: an upgrade that was cut off goes on,
 * and the copy is not overwritten by a store that is half upgraded.
 */
export async function isKeptBefore(
  { dataDir }: DatabaseFolder,
  pending: readonly string[],
): Promise<boolean> {
  const text = await readIfThere(join(dataDir, FOLDER, NOTE));
  if (text === undefined) return false;
  const kept = note.parse(JSON.parse(text)).pending;
  return pending.every((name) => kept.includes(name));
}

/**
 * Copies the stopped store, in blocks shared with the original where the file system can. The copy
 * of the upgrade before goes once this one is whole.
 *
 * UserError "disk-full": nothing was changed.
 */
export async function keepBefore(
  { dataDir, home }: DatabaseFolder,
  pending: readonly string[],
): Promise<string> {
  const store = join(home, "data");
  await requireDiskSpace(dataDir, await sizeOfFiles(home, ["data"]));
  const [kept, partial] = [join(dataDir, FOLDER), join(dataDir, `${FOLDER}.partial`)];
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  await cp(store, join(partial, "data"), {
    recursive: true,
    preserveTimestamps: true,
    mode: constants.COPYFILE_FICLONE,
  });
  await writeWhole(join(partial, NOTE), JSON.stringify({ at: Date.now(), pending }));
  await rm(kept, { recursive: true, force: true });
  await rename(partial, kept);
  return kept;
}
