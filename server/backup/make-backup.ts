import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { audit } from "../audit/audit.ts";
import { UserError } from "../errors/user-error.ts";
import { withLoadingLock } from "../loading/data-folder/loading-lock.ts";
import type { Database } from "../neo4j/database.ts";
import { requireDiskSpace } from "../neo4j/disk.ts";
import { readIfThere, writeWhole } from "../neo4j/folder.ts";
import { openDatabase } from "../neo4j/open.ts";
import { productVersion } from "../versions/product-version.ts";
import { writeArchive } from "./archive.ts";
import { factsOf, versionsOf } from "./facts.store.ts";
import { FORMAT, filesOf, type Manifest } from "./manifest.ts";
import { recipientsOf } from "./recipients.ts";
import { copyState, emptyWorkFolder, sizeOfState } from "./staged-copy.ts";

export interface BackupOptions {
  /** Folder that the backup goes into, best on another disk. */
  readonly to: string;
  /** How many backups stay in that folder, the new one included; undefined = all. */
  readonly keep?: number | undefined;
  /** The office's signing key too. */
  readonly withKeys: boolean;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly log?: (line: string) => void;
}

const madeBackup = z.object({
  file: z.string(),
  at: z.number(),
  bytes: z.number(),
  sha256: z.string(),
  /** For how long the database was stopped. */
  pauseSeconds: z.number(),
  auditSeq: z.number(),
});
export type MadeBackup = z.infer<typeof madeBackup>;

/**
 * The whole state into one encrypted file. The database is stopped only while its files are copied.
 * The copy is then opened by a Neo4j of its own before it is packed, so a backup whose database
 * does not open is never made. A backup waits for a load that is running.
 *
 * UserErrors: "outside-not-backed-up", "no-backup-key", "disk-full".
 */
export async function makeBackup(
  database: Database,
  options: BackupOptions,
): Promise<MadeBackup & { readonly manifest: Manifest; readonly removed: readonly string[] }> {
  const { dataDir, offline } = database;
  const { to, at, by, withKeys, log = () => {} } = options;
  if (offline === undefined)
    throw new UserError({
      code: "outside-not-backed-up",
      message: "The database is a server of its own (NEO4J_URI), which this program cannot stop.",
      remedy:
        "Let its administrator back it up (neo4j-admin database dump), and copy the data folder.",
    });
  const recipients = await recipientsOf(dataDir);
  const bytes = await sizeOfState(dataDir, withKeys);
  await requireDiskSpace(dataDir, bytes);
  await mkdir(to, { recursive: true, mode: 0o700 });
  await requireDiskSpace(to, bytes);
  const folder = await emptyWorkFolder(dataDir);
  const path = join(to, nameAt(at));
  try {
    log("The database is stopped while its files are copied …");
    const begun = performance.now();
    await withLoadingLock(database, () => offline(() => copyState(dataDir, folder, withKeys)));
    const pauseSeconds = Math.round((performance.now() - begun) / 100) / 10;
    log(`The database is back after ${pauseSeconds} s. The copy is opened and looked through …`);
    const manifest = await describe(folder, { at, by, withKeys });
    log("The copy is packed and encrypted …");
    const written = await writeArchive(`${path}.partial`, folder, manifest, recipients);
    await rename(`${path}.partial`, path);
    const { facts } = manifest;
    const made = { file: path, at, ...written, pauseSeconds, auditSeq: facts.audit.seq };
    await audit(database, {
      who: by,
      what: "backup",
      target: nameAt(at),
      details: { sha256: written.sha256, upTo: facts.audit.seq, head: facts.audit.hash },
    });
    await writeWhole(join(dataDir, LAST), JSON.stringify(made));
    const removed = options.keep === undefined ? [] : await keepNewest(to, options.keep);
    return { ...made, manifest, removed };
  } finally {
    await rm(`${path}.partial`, { force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

const LAST = "last-backup.json";

/** The last backup of a data folder, wherever it lies by now; null before the first. */
export async function lastBackup(dataDir: string): Promise<MadeBackup | null> {
  const text = await readIfThere(join(dataDir, LAST));
  if (text === undefined) return null;
  try {
    return madeBackup.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Opens the copy as a database of its own: it is proved to open, and tells what it holds. */
async function describe(
  folder: string,
  made: { at: number; by: string; withKeys: boolean },
): Promise<Manifest> {
  const copy = await openDatabase({
    ...{ dataDir: folder, environment: {}, whileRecovering: "wait", isCopy: true },
  });
  let known: Pick<Manifest, "facts" | "migrations" | "neo4j">;
  try {
    known = { facts: await factsOf(copy), ...(await versionsOf(copy)) };
  } finally {
    await copy.close();
  }
  for (const name of ["conf", "logs", "leases", "server.json", "lock"])
    await rm(join(folder, "neo4j", name), { recursive: true, force: true });
  return {
    format: FORMAT,
    product: productVersion(),
    madeAt: made.at,
    madeBy: made.by,
    withKeys: made.withKeys,
    ...known,
    files: await filesOf(folder),
  };
}

const NAME = /^dropper-graph-\d{4}-\d{2}-\d{2}-\d{6}Z\.tar\.gz\.age$/;

/** Named by its second in UTC, so that names stand in the order of time. */
function nameAt(at: number): string {
  const [day, time] = new Date(at).toISOString().slice(0, 19).split("T");
  return `dropper-graph-${day}-${time?.replaceAll(":", "")}Z.tar.gz.age`;
}

/** Removes the oldest backups of a folder; files with other names stay. */
async function keepNewest(folder: string, keep: number): Promise<string[]> {
  const backups = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  const old = backups.slice(0, Math.max(0, backups.length - Math.max(1, keep)));
  for (const name of old) await rm(join(folder, name));
  return old;
}
