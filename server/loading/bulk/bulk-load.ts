import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Neo4jAdmin } from "../../neo4j/admin.ts";
import type { Database } from "../../neo4j/database.ts";
import { requireDiskSpace } from "../../neo4j/disk.ts";
import { StoreAppeared, type WorkOffline } from "../../neo4j/fresh.ts";
import { refusedPath } from "../folders.ts";
import type { InputFile, ReadOptions, Recognised } from "../reading.ts";
import { refusedFile } from "../sources/refused-file.ts";
import { finishSource, recount } from "../sources/sources.store.ts";
import { saveStatements } from "../statements/statements.store.ts";
import { settleDeferred } from "../writing/deferred.store.ts";
import { hashCounter } from "../writing/hashing.ts";
import type { SourceOutcome } from "../writing/load-source.ts";
import { seenFilter } from "../writing/seen-filter.ts";
import { accountFiles } from "./account-files.ts";
import { importStore } from "./import.ts";
import { type ImportedSource, sourceFile } from "./source-file.ts";
import { type BulkFiles, type SpooledSource, spoolSource } from "./spool-source.ts";
import { transferFiles } from "./transfer-files.ts";

/** A file of transfers or accounts for the import, with its hash. */
export interface BulkInput {
  readonly input: InputFile;
  readonly as: Recognised;
  readonly id: string;
}

export interface BulkOptions {
  readonly read: ReadOptions;
  readonly loadedBy: string;
  readonly requestNumber?: string;
  readonly at: number;
  readonly signal?: AbortSignal;
  readonly onProgress: (index: number, rows: number, bytes: number) => void;
  readonly onImport: () => void;
}

/** Below this the server's restart costs more than the import saves; bytes. */
const WORTH_IT = 24 * 1024 * 1024;
/** Files of the import and the store together, for a byte of input. */
const ROOM = 6;

/** What the import needs: a stopped server and, afterwards, a running one. */
export interface BulkMeans {
  readonly dataDir: string;
  /** What can be done for the first start while the rows are read. */
  prepare?(): Promise<void>;
  readonly offline: WorkOffline;
  open(): Promise<Database>;
}

/** Much to load, so that a restart of the server is worth it. */
export function isLarge(inputs: readonly { bytes: number }[]): boolean {
  return inputs.length > 0 && inputs.reduce((sum, { bytes }) => sum + bytes, 0) >= worthIt();
}

/**
 * The means to make the store of an open database anew; undefined where it is not ours or holds
 * anything.
 */
export async function meansOf(database: Database): Promise<BulkMeans | undefined> {
  const { offline, dataDir } = database;
  if (offline === undefined) return undefined;
  if (!(await isEmpty(database))) return undefined;
  return {
    dataDir,
    offline: async (work) => {
      // A web server may have begun to write while the rows were read.
      if (!(await isEmpty(database))) throw new StoreAppeared();
      await offline(work);
    },
    open: async () => database,
  };
}

async function isEmpty({ queries }: Database): Promise<boolean> {
  const [row] = await queries.read("loading/is-empty", {}, z.object({ empty: z.boolean() }));
  return row?.empty === true;
}

/**
 * `DROPPER_GRAPH_IMPORT_FROM_MB` moves the border (0: always import, for tests and measurements).
 */
function worthIt(): number {
  const asked = process.env.DROPPER_GRAPH_IMPORT_FROM_MB;
  return asked === undefined || asked === "" ? WORTH_IT : Number(asked) * 1024 * 1024;
}

/**
 * Files into an empty database with `neo4j-admin database import`: rows are written to the import's
 * files as they are read; what may tell of the same transfer as an earlier row waits and is settled
 * afterwards as over Bolt, so the graph is the same either way. The sources are part of the store
 * that is made: it holds them whole, or it is not there.
 */
export async function bulkLoad(
  means: BulkMeans,
  inputs: readonly BulkInput[],
  options: BulkOptions,
): Promise<SourceOutcome[]> {
  const bytes = inputs.reduce((sum, { input }) => sum + input.bytes, 0);
  const { dataDir } = means;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await requireDiskSpace(dataDir, bytes * ROOM);
  const folder = join(dataDir, "import");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const preparing = means.prepare?.();
  // Its error is thrown where it is waited for; the reading may fail before.
  preparing?.catch(() => {});
  const accounts = accountFiles(folder);
  const transfers = transferFiles(folder);
  const several = inputs.filter(({ as }) => as.kind === "transfers").length > 1;
  const earlier = several ? seenFilter(bytes) : null;
  const files = { accounts, transfers, earlier, bytes, listed: hashCounter() };
  const spooled: SpooledSource[] = [];
  try {
    for (const [index, input] of inputs.entries()) {
      spooled.push(await spoolOne(dataDir, input, index, files, options));
    }
    await preparing;
    options.onImport();
    const prepared = [
      ...(await accounts.finish()),
      ...transfers.close(),
      sourceFile(folder, sourcesOf(inputs, spooled, options)),
    ];
    options.signal?.throwIfAborted();
    await means.offline(async (admin: Neo4jAdmin) => {
      await importStore(admin, folder, prepared, options.signal);
      // The room is needed for the indexes.
      await rm(folder, { recursive: true, force: true });
    });
    const database = await means.open();
    const outcomes: SourceOutcome[] = [];
    for (const [index, source] of spooled.entries()) {
      outcomes.push(await finishOne(database, inputs[index] as BulkInput, source, inputs, options));
    }
    return outcomes;
  } finally {
    await accounts.close();
    for (const source of spooled) {
      await source.deferred.close();
      await source.again.close();
    }
    await rm(folder, { recursive: true, force: true });
  }
}

function spoolOne(
  dataDir: string,
  { input, as, id }: BulkInput,
  index: number,
  files: BulkFiles,
  options: BulkOptions,
) {
  return spoolSource(input, files, {
    ...options.read,
    id,
    sequence: index + 1,
    header: as.columns.map((column) => column.name),
    refusedPath: refusedPath(dataDir, id),
    onProgress: (rows, bytes) => options.onProgress(index, rows, bytes),
  });
}

function sourcesOf(
  inputs: readonly BulkInput[],
  spooled: readonly SpooledSource[],
  options: BulkOptions,
): ImportedSource[] {
  return inputs.map(({ input, as, id }, index) => {
    const source = spooled[index] as SpooledSource;
    return {
      id,
      fileName: input.name,
      format: as.format,
      kind: as.kind,
      bytes: input.bytes,
      loadedAt: options.at,
      loadedBy: options.loadedBy,
      requestNumber: options.requestNumber ?? null,
      sequence: index + 1,
      state: isWhole(source) ? "loaded" : "loading",
      ...source.counts,
      refusedFile: source.rejectedFile,
    };
  });
}

/** Nothing of it waits for the server. */
function isWhole({ deferred, again, statements }: SpooledSource): boolean {
  return deferred.size === 0 && again.size === 0 && statements.length === 0;
}

/** What of a source could not be imported goes in over Bolt, in the order of loading. */
async function finishOne(
  { queries }: Database,
  { input, as, id }: BulkInput,
  source: SpooledSource,
  inputs: readonly BulkInput[],
  options: BulkOptions,
): Promise<SourceOutcome> {
  const { counts } = source;
  if (isWhole(source)) return { ...counts, rejectedFile: source.rejectedFile };
  const sequences = new Map(inputs.map((one, index) => [one.id, index + 1]));
  const refused = refusedFile(
    source.refusedPath,
    input.name,
    as.columns.map((column) => column.name),
    source.rejectedFile !== null,
  );
  const settling = {
    sourceId: id,
    strictIds: as.format === "canonical-csv",
    sequenceOf: (other: string) => sequences.get(other) ?? 0,
    refuse: (item: Parameters<typeof refused.add>[0]) => {
      counts.rejected += 1;
      return refused.add(item);
    },
  };
  const touched = new Set<string>();
  for (const spool of [source.deferred, source.again]) {
    const settled = await settleDeferred(queries, spool, settling, options.signal);
    counts.loaded += settled.loaded;
    counts.duplicates += settled.duplicates;
    for (const other of settled.touched) touched.add(other);
  }
  await saveStatements(queries, id, source.statements);
  await recount(queries, [...touched]);
  const rejectedFile = await refused.close();
  await finishSource(queries, id, { ...counts, refusedFile: rejectedFile });
  return { ...counts, rejectedFile };
}
