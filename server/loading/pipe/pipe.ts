import { readItems } from "../apart/read-apart.ts";
import { contradiction } from "../duplicates/contradiction.ts";
import { openWaitingRows, type WaitingRows } from "../duplicates/waiting-rows.ts";
import type { SeenFilter } from "../memory/seen-filter.ts";
import type { InputFile, ReadOptions } from "../record/input-file.ts";
import type { LoadItem } from "../record/load-item.ts";
import type { RowRecord } from "../record/row-record.ts";
import type { SessionRow } from "../record/session-record.ts";
import type { RefusedRows } from "../sources/refused-rows.ts";
import { noSourceCounts, type SourceCounts } from "../sources/row-counts.ts";
import { type BookedStatement, statementBook } from "../statements/statement-book.ts";
import { openLanes } from "./lanes.ts";
import { recorder } from "./record-rows.ts";
import type { RowResult, Sink } from "./sink.ts";

export interface PipeOptions extends ReadOptions {
  /** sha256 of the file. */
  readonly id: string;
  /** Throws where the file is not the one any more whose hash was taken. */
  readonly unchanged?: () => Promise<void>;
  readonly refused: RefusedRows;
  /** Empty; holds the ids and groups of the source afterwards. */
  readonly seen: SeenFilter;
  readonly onProgress: (rows: number, bytes: number) => void;
}

/** A source whose rows were read and written, but for those that wait. */
export interface PipedSource {
  readonly counts: SourceCounts;
  /** Settled once everything is in the database (settle-source.store.ts), then closed. */
  readonly waiting: WaitingRows;
  readonly statements: readonly BookedStatement[];
}

/**
 * The one way of a file into the graph. Its rows are read, recorded, judged as first, again or
 * deferred, and written to the sink in batches, accounts before what refers to them.
 */
export async function pipeSource(
  input: InputFile,
  sink: Sink,
  options: PipeOptions,
): Promise<PipedSource> {
  const counts = noSourceCounts();
  const book = statementBook();
  const waiting = openWaitingRows(input.bytes, options.scratch);
  const { id: sourceId, seen, refused } = options;
  const rows = recorder({ sourceId, seen, counts, book, waiting, refused });
  const lanes = openLanes(sink.lanes);
  const write = async () => {
    const batch = rows.takeBatch();
    await saveRows(batch.accountList, (list) => sink.saveAccountList(list), counts, refused);
    if (batch.accounts.size > 0) await sink.saveAccounts(batch.accounts);
    if (batch.transfers.length > 0)
      await lanes.start(() => writeTransfers(batch.transfers, sink, counts, waiting));
    if (batch.sessions.length > 0)
      await lanes.start(() => writeSessions(batch.sessions, sink, counts));
    await saveRows(batch.reports, (reports) => sink.saveReports(reports), counts, refused);
    await saveRows(batch.labels, (labels) => sink.saveLabels(labels), counts, refused);
  };

  let bytes = 0;
  const onBytes = (read: number) => {
    bytes = read;
  };
  try {
    for await (const items of readItems(input, { ...options, onBytes })) {
      options.signal?.throwIfAborted();
      for (const item of items) {
        const refusing = rows.take(item);
        if (refusing !== undefined) await refusing;
        if (rows.batch.rows >= sink.batchRows) await write();
      }
      options.onProgress(counts.read, bytes);
    }
    await write();
    await options.unchanged?.();
    await lanes.drain();
    await sink.finishSessions();
    await refused.close();
    return { counts, waiting, statements: book.statements() };
  } catch (error) {
    await lanes.drain().catch(() => {});
    await refused.close().catch(() => {});
    await waiting.close();
    throw error;
  }
}

/** Writes transfers that are first in every source; the others wait. */
async function writeTransfers(
  rows: readonly RowRecord[],
  sink: Sink,
  counts: SourceCounts,
  waiting: WaitingRows,
): Promise<void> {
  const known = await sink.earlier.mayHold(rows);
  const first = known.size === 0 ? rows : rows.filter((_, at) => !known.has(at));
  for (const at of known) waiting.defer(rows[at] as RowRecord);
  counts.loaded += first.length;
  if (first.length > 0) await sink.createTransfers(first);
}

async function writeSessions(
  rows: readonly SessionRow[],
  sink: Sink,
  counts: SourceCounts,
): Promise<void> {
  const known = await sink.saveSessions(rows);
  counts.duplicates += known;
  counts.loaded += rows.length - known;
}

async function saveRows<Item extends LoadItem>(
  items: readonly Item[],
  save: (items: readonly Item[]) => Promise<RowResult[]>,
  counts: SourceCounts,
  refused: RefusedRows,
): Promise<void> {
  if (items.length === 0) return;
  for (const [at, result] of (await save(items)).entries()) {
    if (result === "loaded") counts.loaded += 1;
    else if (result === "duplicate") counts.duplicates += 1;
    else {
      counts.rejected += 1;
      await refused.add(contradiction(items[at] as Item, result));
    }
  }
}
