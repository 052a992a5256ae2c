import { rm } from "node:fs/promises";
import type { Database } from "../../neo4j/database.ts";
import { refusedPath } from "../data-folder/folders.ts";
import { seenFilter } from "../memory/seen-filter.ts";
import { pipeSource } from "../pipe/pipe.ts";
import { type SourceOutcome, settleSource } from "../pipe/settle-source.store.ts";
import type { InputFile, ReadOptions, Recognised } from "../record/input-file.ts";
import { type Provenance, provenanceOf } from "../sources/provenance.ts";
import { refusedRows } from "../sources/refused-rows.ts";
import { beginSource, findSource, listSources } from "../sources/sources.store.ts";
import { boltSink } from "./bolt-sink.store.ts";
import { takeOut } from "./take-out.store.ts";

export interface LoadSourceOptions extends ReadOptions {
  /** sha256 of the file. */
  readonly id: string;
  /** Throws where the file is not the hashed one any more. */
  readonly unchanged: () => Promise<void>;
  readonly loadedBy: string;
  readonly provenance?: Provenance;
  readonly corrects?: boolean;
  /** Now, UTC milliseconds. */
  readonly at: number;
  readonly onProgress: (rows: number, bytes: number) => void;
}

/** One file into the graph over Bolt: whole, or not at all. */
export async function loadSource(
  database: Database,
  input: InputFile,
  recognised: Recognised,
  options: LoadSourceOptions,
): Promise<SourceOutcome> {
  const { queries } = database;
  const { id, loadedBy, at } = options;
  const sequence = await beginSource(queries, {
    id,
    fileName: input.name,
    format: recognised.format,
    kind: recognised.kind,
    bytes: input.bytes,
    loadedAt: at,
    loadedBy,
    ...(options.provenance ?? provenanceOf({})),
  });
  try {
    return await writeSource(database, input, recognised, { ...options, sequence });
  } catch (error) {
    // What is in of it goes again. Where the database is gone too, the next load does it
    // (finishInterrupted).
    await rm(refusedPath(database.dataDir, id), { force: true });
    const begun = await findSource(queries, id).catch(() => undefined);
    if (begun !== undefined)
      await takeOut(queries, begun, { by: loadedBy, at, state: "failed" }).catch(() => {});
    throw error;
  }
}

async function writeSource(
  { queries, dataDir }: Database,
  input: InputFile,
  { columns, format }: Recognised,
  options: LoadSourceOptions & { sequence: number },
): Promise<SourceOutcome> {
  const { id, sequence, signal, corrects = false } = options;
  const sources = await listSources(queries);
  const sequences = new Map(sources.map((source) => [source.id, source.sequence]));
  const header = columns.map((column) => column.name);
  const refused = refusedRows(refusedPath(dataDir, id), input.name, header);
  const sink = boltSink(queries, { id, sequence, sources, corrects });
  const seen = seenFilter(input.bytes);
  const piped = await pipeSource(input, sink, { ...options, refused, seen });
  try {
    return await settleSource(queries, piped, {
      id,
      format,
      sequenceOf: (other) => sequences.get(other) ?? 0,
      refused,
      signal,
    });
  } finally {
    await piped.waiting.close();
    await refused.close();
  }
}
