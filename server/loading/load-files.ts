import { isUserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { StoreAppeared } from "../neo4j/fresh.ts";
import { afterLoading } from "./after-loading.ts";
import { loadSource } from "./bolt/load-source.ts";
import { isOverruled, numbersOfSource } from "./bolt/reports.store.ts";
import { takeOut } from "./bolt/take-out.store.ts";
import { type BulkInput, bulkLoad } from "./bulk/bulk-load.ts";
import { type ImportAccess, importAccessOf, isLarge } from "./bulk/import-access.ts";
import type { LoadOptions, UnopenedDatabase } from "./load-options.ts";
import { failedFile, type LoadedFile, loadedFile } from "./load-result.ts";
import { tryFile } from "./pipe/try-file.ts";
import type { InputFile, ReadOptions, Recognised } from "./record/input-file.ts";
import { hashFile } from "./sources/hash-file.ts";
import { findSource, type StoredSource } from "./sources/sources.store.ts";
import { finishInterrupted } from "./withdraw.ts";

/** A file with what it was recognised as. */
export interface PreparedFile {
  readonly input: InputFile;
  readonly as: Recognised;
}

export interface LoadFilesOptions extends LoadOptions {
  readonly read: ReadOptions;
}

function isOpen(target: Database | UnopenedDatabase): target is Database {
  return "queries" in target;
}

/** Recognised files into the graph: a first, large load by import, everything else over Bolt. */
export async function loadFiles(
  target: Database | UnopenedDatabase,
  prepared: readonly PreparedFile[],
  failed: readonly LoadedFile[],
  options: LoadFilesOptions,
): Promise<LoadedFile[]> {
  const { database, imported } = await importWherePossible(target, prepared, options);
  const files: LoadedFile[] = [...failed, ...imported];
  const alone = prepared.length + failed.length === 1;
  const progress = progressOver(
    prepared.map(({ input }) => input.bytes),
    options,
  );
  for (const [index, { input, as }] of prepared.entries()) {
    const done = imported[index];
    if (done !== undefined) {
      progress.onProgress(index, done.read, input.bytes);
      continue;
    }
    options.signal?.throwIfAborted();
    const onProgress = (rows: number, bytes: number) => {
      progress.onProgress(index, rows, bytes);
      progress.report("loading");
    };
    let file: LoadedFile;
    try {
      file = await withReports(
        database,
        await loadFile(database, input, as, { ...options, onProgress }),
        options,
      );
    } catch (error) {
      if (!isUserError(error) || alone || error.status >= 500) throw error;
      file = failedFile(input, as, error);
    }
    files.push(file);
    progress.onProgress(index, file.read, input.bytes);
  }
  if (options.dryRun !== true && files.some((file) => file.loaded > 0))
    await afterLoading(database);
  return files;
}

/** Opens the database; `imported` = the first of the prepared files, which an import took. */
async function importWherePossible(
  target: Database | UnopenedDatabase,
  prepared: readonly PreparedFile[],
  options: LoadFilesOptions,
): Promise<{ database: Database; imported: LoadedFile[] }> {
  if (options.dryRun === true)
    return { database: isOpen(target) ? target : await target.open(), imported: [] };
  const large = isLarge(importable(prepared).map(({ input }) => input));
  if (large && !isOpen(target) && target.fresh !== undefined) {
    const access = { dataDir: target.dataDir, ...target.fresh, open: () => target.open() };
    const imported = await importFirst(access, prepared, options);
    if (imported.length > 0) return { database: await target.open(), imported };
  }
  const database = isOpen(target) ? target : await target.open();
  for (const source of await finishInterrupted(database, { at: Date.now() })) {
    options.warn?.(
      `An earlier load of ${source.fileName} was interrupted; what it had begun is taken out again.`,
    );
  }
  const access = large ? await importAccessOf(database) : undefined;
  const imported = access === undefined ? [] : await importFirst(access, prepared, options);
  return { database, imported };
}

/**
 * Accounts, transfers and a session log of a first, large load go in by making the store anew.
 * Copies of one file and files that turn out to be unreadable leave everything to the way over
 * Bolt, which judges file by file.
 */
async function importFirst(
  access: ImportAccess,
  prepared: readonly PreparedFile[],
  options: LoadFilesOptions,
): Promise<LoadedFile[]> {
  const inputs: BulkInput[] = [];
  for (const { input, as } of importable(prepared)) {
    const { id, bytes, unchanged } = await hashFile(input, options.signal);
    inputs.push({ input: { ...input, bytes }, as, id, unchanged });
  }
  if (new Set(inputs.map(({ id }) => id)).size < inputs.length) return [];
  const progress = progressOver(
    prepared.map(({ input }) => input.bytes),
    options,
  );
  try {
    const outcomes = await bulkLoad(access, inputs, {
      ...options,
      at: Date.now(),
      onProgress: (index, rows, bytes) => {
        progress.onProgress(index, rows, bytes);
        progress.report("reading");
      },
      onImport: () => options.warn?.("Everything is read; the store is being made …"),
    });
    return outcomes.map((outcome, index) => {
      const { input, as, id } = inputs[index] as BulkInput;
      return loadedFile(input, as, id, { ...outcome, known: false });
    });
  } catch (error) {
    const leftToBolt = isUserError(error) && error.status < 500 && prepared.length > 1;
    if (!leftToBolt && !(error instanceof StoreAppeared)) throw error;
    return [];
  }
}

/**
 * The first of the files, which an import takes. Of several session logs each may hold rows of the
 * other, which only the database tells.
 */
function importable(prepared: readonly PreparedFile[]): readonly PreparedFile[] {
  const logs = prepared.filter(({ as }) => as.kind === "sessions").length;
  return prepared.filter(
    ({ as: { kind } }) =>
      kind === "accounts" || kind === "transfers" || (kind === "sessions" && logs === 1),
  );
}

/** A person goes on with the reports of a table: at most so many are named. */
const NAMED_REPORTS = 100;

async function withReports(
  { queries }: Database,
  file: LoadedFile,
  { dryRun }: LoadFilesOptions,
): Promise<LoadedFile> {
  if (file.kind !== "reports" || file.id === null || dryRun === true) return file;
  const source = await findSource(queries, file.id);
  if (source === undefined) return file;
  return { ...file, reports: await numbersOfSource(queries, source.sequence, NAMED_REPORTS) };
}

async function loadFile(
  database: Database,
  found: InputFile,
  as: Recognised,
  options: LoadFilesOptions & { onProgress: (rows: number, bytes: number) => void },
): Promise<LoadedFile> {
  const { id, bytes, unchanged } = await hashFile(found, options.signal);
  const input = { ...found, bytes };
  const known = await findSource(database.queries, id);
  const isCorrection = known !== undefined && (await correctsAnew(database, known, options));
  if (known?.state === "loaded" && !isCorrection) {
    const { read, rejected, warnings } = known;
    const counts = { read, loaded: 0, duplicates: read - rejected, rejected, warnings };
    return loadedFile(input, as, id, { ...counts, known: true, rejectedFile: known.refusedFile });
  }
  if (options.dryRun === true)
    return loadedFile(input, as, id, await tryFile(input, options.read, options.onProgress));
  const at = Date.now();
  // Its rows stand again a moment later, and those that were refused beside them.
  if (isCorrection) {
    const reason = "Loaded again as a correction.";
    await takeOut(database.queries, known, {
      by: options.loadedBy,
      at,
      state: "withdrawn",
      reason,
    });
  }
  const done = await loadSource(database, input, as, {
    ...options,
    ...options.read,
    id,
    unchanged,
    at,
  });
  return loadedFile(input, as, id, { ...done, known: false });
}

/**
 * A table of reports of which rows do not count: they were refused because they contradict an
 * earlier table and nobody said that this one corrects it, or a later table corrected them. With
 * that word it is read again.
 */
async function correctsAnew(
  { queries }: Database,
  { state, kind, rejected, sequence }: StoredSource,
  { corrects, dryRun }: LoadOptions,
): Promise<boolean> {
  if (state !== "loaded" || kind !== "reports" || corrects !== true || dryRun === true)
    return false;
  return rejected > 0 || (await isOverruled(queries, sequence));
}

/** Rows taken over all files, and how many there may be in all, judged by the bytes. */
function progressOver(bytesOfFiles: readonly number[], options: LoadOptions) {
  const totalBytes = bytesOfFiles.reduce((sum, bytes) => sum + bytes, 0);
  const done = bytesOfFiles.map(() => ({ rows: 0, bytes: 0 }));
  return {
    onProgress: (index: number, rows: number, bytes: number) => {
      done[index] = { rows, bytes };
    },
    report: (phase: string) => {
      const rows = done.reduce((sum, one) => sum + one.rows, 0);
      const bytes = done.reduce((sum, one) => sum + one.bytes, 0);
      const totalRows = bytes > 0 ? Math.max(rows, Math.round((rows * totalBytes) / bytes)) : null;
      options.report?.({ phase, rows, totalRows });
    },
  };
}
