import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Neo4jAdmin } from "../../neo4j/admin.ts";
import type { Database } from "../../neo4j/database.ts";
import { requireDiskSpace } from "../../neo4j/disk.ts";
import { refusedPath } from "../data-folder/folders.ts";
import { hashCounter } from "../memory/hash64.ts";
import { seenFilter } from "../memory/seen-filter.ts";
import { type PipedSource, pipeSource } from "../pipe/pipe.ts";
import { type SourceOutcome, settleSource } from "../pipe/settle-source.store.ts";
import type { InputFile, ReadOptions, Recognised } from "../record/input-file.ts";
import { type Provenance, provenanceOf } from "../sources/provenance.ts";
import { type RefusedRows, refusedRows } from "../sources/refused-rows.ts";
import { accountFiles } from "./account-files.ts";
import { type BulkFiles, bulkSink } from "./bulk-sink.ts";
import type { ImportAccess } from "./import-access.ts";
import { importStore } from "./import-store.ts";
import { sessionFiles } from "./session-files.ts";
import { type ImportedSource, sourceFile } from "./source-file.ts";
import { transferFiles } from "./transfer-files.ts";

/** A file of accounts, transfers or sessions for the import, with its hash. */
export interface BulkInput {
  readonly input: InputFile;
  readonly as: Recognised;
  readonly id: string;
  /** Throws where the file is not the hashed one any more. */
  readonly unchanged: () => Promise<void>;
}

export interface BulkOptions {
  readonly read: ReadOptions;
  readonly loadedBy: string;
  readonly provenance?: Provenance;
  readonly at: number;
  readonly signal?: AbortSignal;
  readonly onProgress: (index: number, rows: number, bytes: number) => void;
  readonly onImport: () => void;
}

/** A file whose rows are in the files of the import. */
interface BulkSource extends PipedSource {
  readonly bulk: BulkInput;
  readonly sequence: number;
  readonly refused: RefusedRows;
  readonly rejectedFile: string | null;
}

/** Files of the import and the store together, for a byte of input. */
const ROOM = 6;

/**
 * Files into an empty database with `neo4j-admin database import`. Rows are written to the import's
 * files as they are read. What may record the same transfer as an earlier row waits and is settled
 * afterwards as over Bolt, so the graph is the same either way. The sources are part of the store
 * that is made: it holds them whole, or it is not there.
 */
export async function bulkLoad(
  access: ImportAccess,
  inputs: readonly BulkInput[],
  options: BulkOptions,
): Promise<SourceOutcome[]> {
  const bytes = inputs.reduce((sum, { input }) => sum + input.bytes, 0);
  const { dataDir } = access;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await requireDiskSpace(dataDir, bytes * ROOM);
  const folder = join(dataDir, "import");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const preparing = access.prepare?.();
  // Its error is thrown where it is waited for; the reading may fail before.
  preparing?.catch(() => {});
  const accounts = accountFiles(folder);
  const transfers = transferFiles(folder);
  const sessions = sessionFiles(folder);
  const several = inputs.filter(({ as }) => as.kind === "transfers").length > 1;
  const earlier = several ? seenFilter(bytes) : null;
  const files = { accounts, transfers, sessions, earlier, listed: hashCounter() };
  const sources: BulkSource[] = [];
  try {
    for (const [index, bulk] of inputs.entries()) {
      sources.push(await readSource(dataDir, bulk, index, { files, bytes }, options));
    }
    await preparing;
    options.onImport();
    const prepared = [
      ...(await accounts.finish()),
      ...transfers.close(),
      ...(await sessions.finish()),
      sourceFile(
        folder,
        sources.map((source) => importedSource(source, options)),
      ),
    ];
    options.signal?.throwIfAborted();
    await access.offline(async (admin: Neo4jAdmin) => {
      await importStore(admin, folder, prepared, options.signal);
      // The room is needed for the indexes.
      await rm(folder, { recursive: true, force: true });
    });
    return await settleSources(await access.open(), sources, options);
  } finally {
    await accounts.close();
    await sessions.close();
    for (const source of sources) await source.waiting.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads one file into the files of the import. `bytes` = of all sources together. */
async function readSource(
  dataDir: string,
  bulk: BulkInput,
  index: number,
  { files, bytes }: { readonly files: BulkFiles; readonly bytes: number },
  options: BulkOptions,
): Promise<BulkSource> {
  const { input, as, id } = bulk;
  const sequence = index + 1;
  const header = as.columns.map((column) => column.name);
  const refused = refusedRows(refusedPath(dataDir, id), input.name, header);
  const seen = seenFilter(files.earlier === null ? input.bytes : bytes);
  const piped = await pipeSource(input, bulkSink(files, { id, sequence, seen }), {
    ...options.read,
    id,
    unchanged: bulk.unchanged,
    refused,
    seen,
    onProgress: (rows, read) => options.onProgress(index, rows, read),
  });
  files.earlier?.join(seen);
  return { ...piped, bulk, sequence, refused, rejectedFile: await refused.close() };
}

function importedSource(source: BulkSource, options: BulkOptions): ImportedSource {
  const { input, as, id } = source.bulk;
  return {
    id,
    fileName: input.name,
    format: as.format,
    kind: as.kind,
    bytes: input.bytes,
    loadedAt: options.at,
    loadedBy: options.loadedBy,
    ...(options.provenance ?? provenanceOf({})),
    sequence: source.sequence,
    state: isWhole(source) ? "loaded" : "loading",
    ...source.counts,
    refusedFile: source.rejectedFile,
  };
}

/** Nothing of it waits for the server. */
function isWhole({ waiting, statements }: BulkSource): boolean {
  return waiting.size === 0 && statements.length === 0;
}

/** What could not be imported goes in over Bolt, in the order of loading. */
async function settleSources(
  { queries }: Database,
  sources: readonly BulkSource[],
  { signal }: BulkOptions,
): Promise<SourceOutcome[]> {
  const sequences = new Map(sources.map(({ bulk, sequence }) => [bulk.id, sequence]));
  const sequenceOf = (other: string) => sequences.get(other) ?? 0;
  const outcomes: SourceOutcome[] = [];
  for (const source of sources) {
    const { counts, rejectedFile, refused } = source;
    const { id, as } = source.bulk;
    outcomes.push(
      isWhole(source)
        ? { ...counts, rejectedFile, ...(await refused.warned()) }
        : await settleSource(queries, source, {
            id,
            format: as.format,
            sequenceOf,
            refused,
            signal,
          }),
    );
  }
  return outcomes;
}
