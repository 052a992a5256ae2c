import { rm } from "node:fs/promises";
import type { Database } from "../../neo4j/database.ts";
import { readItems } from "../apart/read-apart.ts";
import { refusedPath } from "../folders.ts";
import type { InputFile, ReadOptions, Recognised } from "../reading.ts";
import { type Counts, noCounts } from "../sources/counts.ts";
import { refusedFile } from "../sources/refused-file.ts";
import {
  beginSource,
  findSource,
  finishSource,
  listSources,
  recount,
} from "../sources/sources.store.ts";
import { takeOut } from "../sources/take-out.store.ts";
import { statementBook } from "../statements/book.ts";
import { saveStatements } from "../statements/statements.store.ts";
import { accountWriter } from "./accounts.store.ts";
import { itemTaker } from "./take-items.ts";
import { transferWriter } from "./transfers.store.ts";

export interface LoadSourceOptions extends ReadOptions {
  /** sha256 of the file. */
  readonly id: string;
  readonly loadedBy: string;
  readonly requestNumber?: string;
  /** Now, UTC milliseconds. */
  readonly at: number;
  readonly onProgress: (rows: number, bytes: number) => void;
}

export interface SourceOutcome extends Counts {
  readonly warnings: number;
  readonly rejectedFile: string | null;
}

/** One file into the graph over Bolt: whole, or not at all. */
export async function loadSource(
  database: Database,
  input: InputFile,
  recognised: Recognised,
  options: LoadSourceOptions,
): Promise<SourceOutcome> {
  const { queries } = database;
  const sequence = await beginSource(queries, {
    id: options.id,
    fileName: input.name,
    format: recognised.format,
    kind: recognised.kind,
    bytes: input.bytes,
    loadedAt: options.at,
    loadedBy: options.loadedBy,
    requestNumber: options.requestNumber ?? null,
  });
  const path = refusedPath(database.dataDir, options.id);
  try {
    return await takeIn(database, input, recognised, { ...options, sequence, refusedPath: path });
  } catch (error) {
    // What is in of it goes again. Where the database is gone too, the next load does it
    // (finishInterrupted).
    await rm(path, { force: true });
    const begun = await findSource(queries, options.id).catch(() => undefined);
    if (begun !== undefined) {
      await takeOut(queries, begun, {
        by: options.loadedBy,
        at: options.at,
        state: "failed",
      }).catch(() => {});
    }
    throw error;
  }
}

async function takeIn(
  database: Database,
  input: InputFile,
  recognised: Recognised,
  options: LoadSourceOptions & { sequence: number; refusedPath: string },
): Promise<SourceOutcome> {
  const { queries } = database;
  const { id, sequence } = options;
  const sources = await listSources(queries);
  const sequences = new Map(sources.map((source) => [source.id, source.sequence]));
  const counts = { ...noCounts(), warnings: 0 };
  const header = recognised.columns.map((column) => column.name);
  const refused = refusedFile(options.refusedPath, input.name, header);
  const book = statementBook();
  const accounts = accountWriter(queries, sequence);
  const transfers = transferWriter(queries, {
    toldByOthers: accounts.toldByOthers,
    sourceId: id,
    bytes: input.bytes,
    strictIds: recognised.format === "canonical-csv",
    others: sources.some(
      (source) => source.kind === "transfers" && source.id !== id && source.state === "loaded",
    ),
    sequenceOf: (other) => sequences.get(other) ?? 0,
    refuse: (item) => taker.refuse(item),
    scratch: options.scratch,
  });
  let bytes = 0;
  const taker = itemTaker({
    queries,
    sequence,
    accounts,
    transfers,
    book,
    refused,
    counts,
    onBatch: () => options.onProgress(counts.read, bytes),
  });
  const onBytes = (read: number) => {
    bytes = read;
  };
  try {
    for await (const items of readItems(input, { ...options, onBytes })) {
      options.signal?.throwIfAborted();
      for (const item of items) await taker.take(item);
    }
    await taker.flush();
    const done = await transfers.finish(options.signal);
    counts.loaded += done.loaded;
    counts.duplicates += done.duplicates;
    await saveStatements(queries, id, book.statements());
    await recount(queries, [...done.touched]);
    const rejectedFile = await refused.close();
    await finishSource(queries, id, { ...counts, refusedFile: rejectedFile });
    return { ...counts, rejectedFile };
  } finally {
    await transfers.close();
    await refused.close();
  }
}
