import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../neo4j/database.ts";
import { withLoadingLock } from "./loading-lock.ts";
import { expandInputs, recogniseFile } from "./read.ts";
import type { FileKind, InputFile, Mapping, Recognised } from "./reading.ts";
import { addCounts, type Counts, noCounts } from "./sources/counts.ts";
import { hashFile } from "./sources/hash-file.ts";
import { findSource } from "./sources/sources.store.ts";
import { finishInterrupted } from "./sources/withdraw.ts";
import { loadSource } from "./writing/load-source.ts";

export interface LoadOptions {
  readonly kind?: FileKind;
  readonly mapping?: Mapping;
  readonly loadedBy: string;
  readonly requestNumber?: string;
  readonly signal?: AbortSignal;
  readonly report?: (progress: LoadProgress) => void;
  readonly warn?: (line: string) => void;
}

export interface LoadProgress {
  readonly phase: string;
  /** Data rows taken in so far. */
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** What `load --json` prints; docs/loading.md. */
export interface LoadResult extends Counts {
  readonly files: readonly LoadedFile[];
  readonly rejectedFile: string | null;
  readonly seconds: number;
}

export interface LoadedFile extends Counts {
  readonly file: string;
  readonly id: string;
  readonly format: string;
  readonly kind: string;
  readonly warnings: number;
  /** The same bytes were loaded before: nothing was read. */
  readonly known: boolean;
  readonly rejectedFile: string | null;
}

/** Accounts first, so that transfers find them told in full; what refers to transfers last. */
const ORDER: Readonly<Record<FileKind, number>> = { accounts: 0, transfers: 1, reports: 2, labels: 3 };

/** Files, folders and archives into the graph, each file once. */
export async function load(database: Database, paths: readonly string[], options: LoadOptions): Promise<LoadResult> {
  return withLoadingLock(database, () => loadLocked(database, paths, options));
}

async function loadLocked(database: Database, paths: readonly string[], options: LoadOptions): Promise<LoadResult> {
  const begun = performance.now();
  const unpackInto = await mkdtemp(join(tmpdir(), "dropper-graph-unpacked-"));
  try {
    const inputs = await expandInputs(paths, unpackInto);
    const recognised: { input: InputFile; as: Recognised }[] = [];
    for (const input of inputs) recognised.push({ input, as: await recogniseFile(input, readOptions(options)) });
    recognised.sort((left, right) => ORDER[left.as.kind] - ORDER[right.as.kind]);
    for (const source of await finishInterrupted(database, { at: Date.now() })) {
      options.warn?.(`An earlier load of ${source.fileName} was interrupted; what it had begun is taken out again.`);
    }
    const totalBytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
    const total = noCounts();
    const files: LoadedFile[] = [];
    let bytes = 0;
    for (const { input, as } of recognised) {
      const file = await loadFile(database, input, as, {
        ...options,
        onProgress: (rows, read) =>
          options.report?.({ phase: "loading", rows: total.read + rows, bytes: bytes + read, totalBytes }),
      });
      files.push(file);
      addCounts(total, file);
      bytes += input.bytes;
    }
    if (total.loaded > 0) await database.queries.run("loading/link-reports");
    return { files, ...total, rejectedFile: rejectedFileOf(files), seconds: secondsSince(begun) };
  } finally {
    await rm(unpackInto, { recursive: true, force: true });
  }
}

async function loadFile(
  database: Database,
  input: InputFile,
  recognised: Recognised,
  options: LoadOptions & { onProgress: (rows: number, bytes: number) => void },
): Promise<LoadedFile> {
  const id = await hashFile(input.path, options.signal);
  const known = await findSource(database.queries, id);
  const head = { file: input.name, id, format: recognised.format, kind: recognised.kind };
  if (known?.state === "loaded") {
    const { read, warnings } = known;
    return { ...head, read, loaded: 0, duplicates: read, rejected: 0, warnings, known: true, rejectedFile: null };
  }
  const done = await loadSource(database, input, recognised, {
    ...options,
    ...readOptions(options),
    id,
    at: Date.now(),
  });
  return { ...head, ...done, known: false };
}

function readOptions(options: LoadOptions) {
  return {
    ...(options.kind === undefined ? {} : { kind: options.kind }),
    ...(options.mapping === undefined ? {} : { mapping: options.mapping }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
}

/** The file with the refused rows, or the folder of all where several files had some. */
function rejectedFileOf(files: readonly LoadedFile[]): string | null {
  const paths = files.map((file) => file.rejectedFile).filter((path) => path !== null);
  return paths.length > 1 ? join(paths[0] as string, "..") : (paths[0] ?? null);
}

function secondsSince(begun: number): number {
  return Math.round(performance.now() - begun) / 1000;
}
