import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, pipeline, type Readable } from "node:stream";
import yazl from "yazl";
import type { Database } from "../neo4j/database.ts";
import { HOUR } from "../time/instant.ts";
import { openBagFiles } from "./bag/files.ts";
import { ENTRY_DATE } from "./entry-date.ts";
import { type Exported, type ExportOptions, writePackage } from "./export.ts";

export interface ZippedPackage extends Exported {
  readonly fileName: string;
  readonly body: Readable;
}

/**
 * The package of a case as a ZIP with one folder in it (RFC 8493 §4). The working copy goes away
 * with the stream.
 */
export async function exportZip(
  database: Database,
  options: ExportOptions,
): Promise<ZippedPackage> {
  const parent = join(database.dataDir, "exports");
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await clearAbandoned(parent, Date.now());
  const folder = await mkdtemp(join(parent, "zip-"));
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    const exported = await writePackage(database, folder, options);
    const name = `evidence-${options.caseId}${options.disclosure ? "-disclosure" : ""}`;
    return {
      ...exported,
      fileName: `${name}.zip`,
      body: endingWith(await zipFolder(folder, name), clear),
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/**
 * The same bytes; they end, or break off, only once `clear` is done. What it cannot remove goes
 * with the next export (clearAbandoned).
 */
function endingWith(stream: Readable, clear: () => Promise<void>): Readable {
  const cleared = (done: () => void) => void clear().then(done, done);
  const body = new PassThrough({
    flush: (done) => cleared(done),
    destroy: (error, done) => cleared(() => done(error)),
  });
  // A failure on either side destroys the other, and the reader of `body` gets the error.
  pipeline(stream, body, () => {});
  return body;
}

/** Working copies of a program that was killed; a running export is never that old. */
const ABANDONED = 6 * HOUR;

async function clearAbandoned(parent: string, now: number): Promise<void> {
  for (const name of await readdir(parent)) {
    const found = await stat(join(parent, name)).catch(() => null);
    if (found && now - found.mtimeMs > ABANDONED)
      await rm(join(parent, name), { recursive: true, force: true });
  }
}

/**
 * Packs a folder's files below `name`/, in the order of their paths, with the same date and rights
 * for each.
 */
export async function zipFolder(folder: string, name: string): Promise<Readable> {
  const zip = new yazl.ZipFile();
  const body = zip.outputStream as Readable;
  zip.on("error", (error) => body.destroy(error as Error));
  const { files } = await openBagFiles(folder);
  for (const path of files.map((file) => file.path).sort()) {
    const options = { mtime: ENTRY_DATE, mode: 0o100644, forceDosTimestamp: true };
    zip.addFile(join(folder, path), `${name}/${path}`, options);
  }
  zip.end();
  return body;
}
