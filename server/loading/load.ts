import { isUserError, type UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { type FreshStore, StoreAppeared } from "../neo4j/fresh.ts";
import { recogniseFile } from "./apart/read-apart.ts";
import { type BulkInput, type BulkMeans, bulkLoad, isLarge, meansOf } from "./bulk/bulk-load.ts";
import { explained } from "./faults.ts";
import { mappingsFolder, refusedFolder } from "./folders.ts";
import { withLoadingLock } from "./loading-lock.ts";
import { proposeCorrections } from "./pairs/corrections.store.ts";
import { applyDecisions } from "./pairs/decide.ts";
import { suggestMasked } from "./pairs/masked.store.ts";
import { expandInputs } from "./read.ts";
import type { FileKind, InputFile, Mapping, ReadOptions, Recognised } from "./reading.ts";
import { sweepScratch, withScratch } from "./scratch.ts";
import { addCounts, type Counts, noCounts } from "./sources/counts.ts";
import { hashFile } from "./sources/hash-file.ts";
import { findSource, listSources } from "./sources/sources.store.ts";
import { finishInterrupted } from "./sources/withdraw.ts";
import { tryFile } from "./try-file.ts";
import { loadSource } from "./writing/load-source.ts";

export interface LoadOptions {
  readonly kind?: FileKind;
  readonly mapping?: Mapping;
  readonly loadedBy: string;
  readonly requestNumber?: string;
  /** Read and judge everything, write nothing. */
  readonly dryRun?: boolean;
  /** Files are read in a process of their own: no file may hold up the server that loads it. */
  readonly apart?: boolean;
  readonly signal?: AbortSignal;
  readonly report?: (progress: LoadProgress) => void;
  readonly warn?: (line: string) => void;
  /** What an input is called in the database, where its path does not say it. */
  readonly nameOf?: (name: string) => string;
}

export interface LoadProgress {
  readonly phase: string;
  /** Data rows taken in so far. */
  readonly rows: number;
  /** Judged by the bytes read so far; null before anything is read. */
  readonly totalRows: number | null;
}

/** What `load --json` prints; docs/loading.md. */
export interface LoadResult extends Counts {
  readonly files: readonly LoadedFile[];
  readonly rejectedFile: string | null;
  readonly seconds: number;
}

export interface LoadedFile extends Counts {
  readonly file: string;
  readonly id: string | null;
  readonly format: string;
  readonly kind: string;
  readonly warnings: number;
  /** The same bytes were loaded before: nothing was read. */
  readonly known: boolean;
  readonly rejectedFile: string | null;
  /** Why the file as a whole could not be loaded; the other files were. */
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly remedy: string;
  } | null;
}

/**
 * A database that is opened when it is needed: a first large load makes the store before the server
 * ever runs.
 */
export interface UnopenedDatabase {
  readonly dataDir: string;
  /** Undefined where there is a store already. */
  readonly fresh: FreshStore | undefined;
  open(): Promise<Database>;
}

function isOpen(target: Database | UnopenedDatabase): target is Database {
  return "queries" in target;
}

/** A file with what it was recognised as. */
interface Prepared {
  readonly input: InputFile;
  readonly as: Recognised;
}

/** Accounts first, so that transfers find them told in full; what refers to transfers last. */
const ORDER: Readonly<Record<FileKind, number>> = {
  accounts: 0,
  transfers: 1,
  reports: 2,
  labels: 3,
};

/**
 * Files, folders and archives into the graph, each file once and whole. Of several files one that
 * cannot be read does not hold up the others; a single one is thrown as UserError.
 */
export async function load(
  target: Database | UnopenedDatabase,
  paths: readonly string[],
  options: LoadOptions,
): Promise<LoadResult> {
  const begun = performance.now();
  try {
    await sweepScratch(target.dataDir);
    return await withScratch(target.dataDir, async (unpackInto) => {
      const found = await expandInputs(
        paths,
        unpackInto,
        options.signal && { signal: options.signal },
      );
      const inputs = found.map((input) => ({
        ...input,
        name: options.nameOf?.(input.name) ?? input.name,
      }));
      const read = {
        ...readOptions(options),
        mappingsDir: mappingsFolder(target.dataDir),
        scratch: unpackInto,
      };
      const { prepared, failed } = await prepare(inputs, read);
      const work = () => loadAll(target, prepared, failed, { ...options, read });
      const files = options.dryRun === true ? await work() : await withLoadingLock(target, work);
      const total = noCounts();
      for (const file of files) addCounts(total, file);
      const seconds = Math.round(performance.now() - begun) / 1000;
      return { files, ...total, rejectedFile: rejectedFileOf(target.dataDir, files), seconds };
    });
  } catch (error) {
    throw explained(error, target.dataDir);
  }
}

async function prepare(inputs: readonly InputFile[], read: ReadOptions) {
  const prepared: Prepared[] = [];
  const failed: LoadedFile[] = [];
  for (const input of inputs) {
    try {
      if (input.problem !== undefined) throw input.problem;
      prepared.push({ input, as: await recogniseFile(input, read) });
    } catch (error) {
      if (!isUserError(error) || inputs.length === 1) throw error;
      failed.push(failedFile(input, undefined, error));
    }
  }
  prepared.sort((left, right) => ORDER[left.as.kind] - ORDER[right.as.kind]);
  return { prepared, failed };
}

async function loadAll(
  target: Database | UnopenedDatabase,
  prepared: readonly Prepared[],
  failed: readonly LoadedFile[],
  options: LoadOptions & { read: ReadOptions },
): Promise<LoadedFile[]> {
  const totalBytes = prepared.reduce((sum, { input }) => sum + input.bytes, 0);
  const large =
    options.dryRun !== true && isLarge(prepared.filter(isImportable).map(({ input }) => input));
  let imported: LoadedFile[] = [];
  if (large && !isOpen(target) && target.fresh !== undefined) {
    const means = { dataDir: target.dataDir, ...target.fresh, open: () => target.open() };
    imported = await importFirst(means, prepared, totalBytes, options);
  }
  const database = isOpen(target) ? target : await target.open();
  if (options.dryRun !== true && imported.length === 0) {
    for (const source of await finishInterrupted(database, { at: Date.now() })) {
      options.warn?.(
        `An earlier load of ${source.fileName} was interrupted; what it had begun is taken out again.`,
      );
    }
    const means = large ? await meansOf(database) : undefined;
    if (means !== undefined) imported = await importFirst(means, prepared, totalBytes, options);
  }
  const files: LoadedFile[] = [...failed, ...imported];
  let rowsDone = imported.reduce((sum, file) => sum + file.read, 0);
  let bytesDone = 0;
  for (const [index, { input, as }] of prepared.entries()) {
    if (index < imported.length) {
      bytesDone += input.bytes;
      continue;
    }
    options.signal?.throwIfAborted();
    const onProgress = (rows: number, bytes: number) => {
      const share = (bytesDone + bytes) / totalBytes;
      const totalRows =
        share > 0 ? Math.max(rowsDone + rows, Math.round((rowsDone + rows) / share)) : null;
      options.report?.({ phase: "loading", rows: rowsDone + rows, totalRows });
    };
    try {
      const file = await loadFile(database, input, as, { ...options, onProgress });
      files.push(file);
      rowsDone += file.read;
    } catch (error) {
      if (!isUserError(error) || prepared.length + failed.length === 1 || error.status >= 500)
        throw error;
      files.push(failedFile(input, as, error));
    }
    bytesDone += input.bytes;
  }
  if (options.dryRun !== true && files.some((file) => file.loaded > 0))
    await afterLoading(database);
  return files;
}

/**
 * Accounts and transfers of a first, large load go in by making the store anew. Copies of one file
 * and files that turn out to be unreadable leave everything to the way over Bolt, which judges file
 * by file.
 */
async function importFirst(
  means: BulkMeans,
  prepared: readonly Prepared[],
  totalBytes: number,
  options: LoadOptions & { read: ReadOptions },
): Promise<LoadedFile[]> {
  const first = prepared.filter(isImportable);
  const inputs: BulkInput[] = [];
  for (const { input, as } of first)
    inputs.push({ input, as, id: await hashFile(input.path, options.signal) });
  if (new Set(inputs.map(({ id }) => id)).size < inputs.length) return [];
  const done = inputs.map(() => ({ rows: 0, bytes: 0 }));
  try {
    const outcomes = await bulkLoad(means, inputs, {
      ...options,
      at: Date.now(),
      onProgress: (index, rows, bytes) => {
        done[index] = { rows, bytes };
        const sum = done.reduce((all, one) => ({
          rows: all.rows + one.rows,
          bytes: all.bytes + one.bytes,
        }));
        const totalRows =
          sum.bytes > 0
            ? Math.max(sum.rows, Math.round((sum.rows * totalBytes) / sum.bytes))
            : null;
        options.report?.({ phase: "reading", rows: sum.rows, totalRows });
      },
      onImport: () => options.warn?.("Everything is read; the store is being made …"),
    });
    return outcomes.map((outcome, index) => {
      const { input, as, id } = inputs[index] as BulkInput;
      return {
        file: input.name,
        id,
        format: as.format,
        kind: as.kind,
        ...outcome,
        known: false,
        error: null,
      };
    });
  } catch (error) {
    const leftToBolt = isUserError(error) && error.status < 500 && prepared.length > 1;
    if (!leftToBolt && !(error instanceof StoreAppeared)) throw error;
    return [];
  }
}

function isImportable({ as }: Prepared): boolean {
  return as.kind === "accounts" || as.kind === "transfers";
}

/**
 * What depends on everything that is in: decisions about rows that came back, pairs with a hidden
 * side, corrected rows, the stolen transfers of reports.
 */
async function afterLoading({ queries }: Database): Promise<void> {
  const sequences = new Map(
    (await listSources(queries)).map((source) => [source.id, source.sequence]),
  );
  const sequenceOf = (id: string) => sequences.get(id) ?? 0;
  await applyDecisions(queries, sequenceOf);
  await suggestMasked(queries, sequenceOf);
  await proposeCorrections(queries, sequenceOf);
  await queries.run("loading/link-reports");
}

async function loadFile(
  database: Database,
  input: InputFile,
  as: Recognised,
  options: LoadOptions & { read: ReadOptions; onProgress: (rows: number, bytes: number) => void },
): Promise<LoadedFile> {
  const id = await hashFile(input.path, options.signal);
  const head = { file: input.name, id, format: as.format, kind: as.kind, error: null };
  const known = await findSource(database.queries, id);
  if (known?.state === "loaded") {
    const { read, rejected, warnings } = known;
    const rejectedFile = known.refusedFile ?? null;
    return {
      ...head,
      read,
      loaded: 0,
      duplicates: read - rejected,
      rejected,
      warnings,
      known: true,
      rejectedFile,
    };
  }
  if (options.dryRun === true)
    return { ...head, ...(await tryFile(input, options.read, options.onProgress)) };
  const done = await loadSource(database, input, as, {
    ...options,
    ...options.read,
    id,
    at: Date.now(),
  });
  return { ...head, ...done, known: false };
}

function failedFile(input: InputFile, as: Recognised | undefined, error: UserError): LoadedFile {
  const { code, message, remedy } = error;
  return {
    file: input.name,
    id: null,
    format: as?.format ?? "unknown",
    kind: as?.kind ?? "transfers",
    ...noCounts(),
    warnings: 0,
    known: false,
    rejectedFile: null,
    error: { code, message, remedy },
  };
}

function readOptions({ kind, mapping, signal, apart }: LoadOptions): ReadOptions {
  return {
    ...(kind && { kind }),
    ...(mapping && { mapping }),
    ...(signal && { signal }),
    ...(apart && { apart }),
  };
}

/** The file with the refused rows, or the folder of all where several files had some. */
function rejectedFileOf(dataDir: string, files: readonly LoadedFile[]): string | null {
  const paths = files.map((file) => file.rejectedFile).filter((path) => path !== null);
  return paths.length > 1 ? refusedFolder(dataDir) : (paths[0] ?? null);
}
