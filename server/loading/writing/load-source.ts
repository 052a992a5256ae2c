import { join } from "node:path";
import type { Database } from "../../neo4j/database.ts";
import type { AccountItem, LabelItem, RefusedItem, ReportItem } from "../items.ts";
import { readItems } from "../read.ts";
import type { InputFile, ReadOptions, Recognised } from "../reading.ts";
import { noCounts } from "../sources/counts.ts";
import { refusedFile } from "../sources/refused-file.ts";
import { beginSource, finishSource } from "../sources/sources.store.ts";
import { saveAccountRows } from "./account-rows.ts";
import { accountWriter } from "./accounts.store.ts";
import { emptyBatch, mentionsOf } from "./batch.ts";
import { contradiction } from "./contradiction.ts";
import { saveLabels } from "./labels.store.ts";
import { type RowResult, saveReports } from "./reports.store.ts";
import { transferWriter } from "./transfers.store.ts";

const BATCH = 10_000;

export interface LoadSourceOptions extends ReadOptions {
  /** sha256 of the file. */
  readonly id: string;
  readonly loadedBy: string;
  readonly requestNumber?: string;
  readonly onProgress: (rows: number, bytes: number) => void;
}

/** One file into the graph over Bolt. It counts as loaded only when the last step is done. */
export async function loadSource(
  database: Database,
  input: InputFile,
  recognised: Recognised,
  options: LoadSourceOptions,
) {
  const { queries } = database;
  const sequence = await beginSource(queries, {
    id: options.id,
    fileName: input.name,
    format: recognised.format,
    kind: recognised.kind,
    bytes: input.bytes,
    loadedAt: Date.now(),
    loadedBy: options.loadedBy,
    requestNumber: options.requestNumber ?? null,
  });
  const counts = { ...noCounts(), warnings: 0 };
  const header = recognised.columns.map((column) => column.name);
  const refused = refusedFile(refusedPath(database.dataDir, options.id), input.name, header);
  const accounts = accountWriter(queries, sequence);
  const transfers = transferWriter(queries, options.id);
  let bytes = 0;
  let batch = emptyBatch();

  const refuse = async (item: RefusedItem) => {
    counts.rejected += 1;
    await refused.add(item);
  };
  const take = async <Item extends AccountItem | ReportItem | LabelItem>(
    items: readonly Item[],
    save: (items: readonly Item[]) => Promise<RowResult[]>,
  ) => {
    if (items.length === 0) return;
    const results = await save(items);
    for (const [at, result] of results.entries()) {
      if (result === "loaded") counts.loaded += 1;
      else if (result === "duplicate") counts.duplicates += 1;
      else await refuse(contradiction(items[at] as Item));
    }
  };
  const flush = async () => {
    const full = batch;
    batch = emptyBatch();
    await take(full.accounts, (rows) => saveAccountRows(accounts, sequence, rows));
    await accounts.write(mentionsOf(full));
    await transfers.write(full.transfers);
    await take(full.reports, (rows) => saveReports(queries, sequence, rows));
    await take(full.labels, (rows) => saveLabels(queries, sequence, rows));
    options.onProgress(counts.read, bytes);
  };

  const onBytes = (read: number) => {
    bytes = read;
  };
  for await (const items of readItems(input, { ...options, onBytes })) {
    options.signal?.throwIfAborted();
    for (const item of items) {
      if (item.kind === "statement" || item.kind === "skipped") continue;
      counts.read += 1;
      if (item.kind === "refused") {
        await refuse(item);
        continue;
      }
      if ("warnings" in item) counts.warnings += item.warnings.length;
      batch.add(item, counts.read);
      if (batch.size() >= BATCH) await flush();
    }
  }
  await flush();
  const done = await transfers.finish();
  counts.loaded += done.loaded;
  counts.duplicates += done.duplicates;
  const rejectedFile = await refused.close();
  await finishSource(queries, options.id, { ...counts, refusedFile: rejectedFile });
  return { ...counts, rejectedFile };
}

/** Where the refused rows of a source are kept. */
function refusedPath(dataDir: string, id: string): string {
  return join(dataDir, "refused", `${id.slice(0, 16)}.csv`);
}
