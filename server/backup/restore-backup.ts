import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { audit } from "../audit/audit.ts";
import { readMirror } from "../audit/mirror.ts";
import { UserError } from "../errors/user-error.ts";
import { requireDiskSpace } from "../neo4j/disk.ts";
import { readServerOf } from "../neo4j/folder.ts";
import { countLeases } from "../neo4j/lock.ts";
import { migrationNames } from "../neo4j/migrations.ts";
import { openDatabase } from "../neo4j/open.ts";
import { isAlive } from "../neo4j/processes.ts";
import { stopServer } from "../neo4j/server.ts";
import { productVersion } from "../versions/product-version.ts";
import { readArchive } from "./archive.ts";
import { factsOf } from "./facts.store.ts";
import type { Manifest } from "./manifest.ts";

export interface RestoreOptions {
  readonly file: string;
  readonly dataDir: string;
  readonly identities: readonly string[];
  /** The data folder knows more than the backup, and that is to be given up. */
  readonly rollBack: boolean;
  readonly by: string;
  readonly at: number;
  readonly log?: (line: string) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Where the former data folder lies now; null where there was none. */
  readonly former: string | null;
  /** Newest entries of the audit log: of the former folder, and of the backup. */
  readonly from: number;
  readonly to: number;
}

/**
 * A backup into a data folder. It is unpacked beside it, each file checked, opened, and its figures
 * held against the manifest; only then the folders change places. The former one stays beside it
 * under another name. Until the change of places nothing in the data folder is touched.
 *
 * UserErrors: those of readArchive, "backup-newer", "backup-older", "data-folder-in-use",
 * "backup-differs".
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { dataDir, file, at, log = () => {} } = options;
  await requireUnused(dataDir);
  await mkdir(dirname(dataDir), { recursive: true, mode: 0o700 });
  await requireDiskSpace(dirname(dataDir));
  const fresh = `${dataDir}.restoring`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  try {
    log("The backup is unpacked and every file checked …");
    const manifest = await readArchive(file, fresh, options.identities);
    requireKnown(manifest);
    const to = manifest.facts.audit.seq;
    const from = await newestEntry(dataDir);
    if (from > to && !options.rollBack) throw older(options, manifest, from);
    log("The restored database is opened and its figures compared …");
    await open(fresh, manifest, { ...options, from });
    await requireUnused(dataDir);
    return { manifest, former: await changePlaces(fresh, dataDir, at), from, to };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function open(
  fresh: string,
  manifest: Manifest,
  { from, by, file }: { from: number; by: string; file: string },
): Promise<void> {
  const database = await openDatabase({
    dataDir: fresh,
    environment: {},
    whileRecovering: "wait",
    isCopy: true,
  });
  try {
    // The records of migrations are nodes too, and a newer version of this program adds some.
    const { nodes: _, ...found } = await factsOf(database);
    const { nodes: __, ...expected } = manifest.facts;
    if (!isDeepStrictEqual(found, expected))
      throw new UserError({
        code: "backup-differs",
        message: `The database in ${file} does not show the figures it was made with.`,
        remedy: "Take an older backup, and report this one: it should not have been made.",
      });
    await audit(database, {
      who: by,
      what: "restore",
      target: new Date(manifest.madeAt).toISOString(),
      details: { from, to: manifest.facts.audit.seq, head: manifest.facts.audit.hash },
    });
  } finally {
    await database.close();
  }
}

/** A store that a later version of the program has changed is not opened by this one. */
function requireKnown(manifest: Manifest): void {
  const known = new Set(migrationNames());
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new UserError({
    code: "backup-newer",
    message:
      `This backup was made by version ${manifest.product}; this is ${productVersion()}, which ` +
      `does not know its migrations ${unknown.join(", ")}.`,
    remedy: "Install the version that made it, or a newer one, and restore with that.",
  });
}

function older(options: RestoreOptions, manifest: Manifest, from: number): UserError {
  const { seq } = manifest.facts.audit;
  const made = new Date(manifest.madeAt).toISOString();
  return new UserError({
    code: "backup-older",
    message:
      `The backup of ${made} ends at entry ${seq} of the audit log; ${options.dataDir} goes on to ` +
      `entry ${from}. Restoring would take back ${from - seq} steps. Nothing was changed.`,
    remedy:
      "Take a newer backup, restore into another folder with --data, or say --roll-back: the present folder is kept beside it.",
    status: 409,
    params: { from, to: seq },
  });
}

/** By the mirror, so that a database which does not open any more need not be opened. */
async function newestEntry(dataDir: string): Promise<number> {
  return Math.max(0, ...(await readMirror(dataDir)).entries.keys());
}

/** Nobody works with the folder; a server without an owner is stopped. */
async function requireUnused(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  if ((await countLeases(join(dataDir, "neo4j/leases"))) > 0)
    throw new UserError({
      code: "data-folder-in-use",
      message: `A server or a command is working with ${dataDir}.`,
      remedy: "Stop it first (Ctrl-C, or the service), or restore into another folder with --data.",
      status: 409,
    });
  const server = await readServerOf(dataDir);
  if (server !== undefined && isAlive(server)) await stopServer(server);
}

/** Returns the former folder's new place. */
async function changePlaces(fresh: string, dataDir: string, at: number): Promise<string | null> {
  const there = existsSync(dataDir) && (await readdir(dataDir)).length > 0;
  const stamp = new Date(at).toISOString().slice(0, 19).replaceAll(":", "");
  const former = there ? `${dataDir}.before-${stamp}Z` : null;
  if (former !== null) await rename(dataDir, former);
  else await rm(dataDir, { recursive: true, force: true });
  try {
    await rename(fresh, dataDir);
  } catch (error) {
    if (former !== null) await rename(former, dataDir);
    throw error;
  }
  return former;
}
