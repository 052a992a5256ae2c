import type { Queries } from "../../../graph-queries/runner.ts";
import type { AccountItem, LabelItem, LoadItem, RefusedItem, ReportItem } from "../items.ts";
import type { Counts } from "../sources/counts.ts";
import type { RefusedFile } from "../sources/refused-file.ts";
import type { StatementBook } from "../statements/book.ts";
import { saveAccountRows } from "./account-rows.ts";
import type { AccountWriter } from "./accounts.store.ts";
import { emptyBatch, mentionsOf } from "./batch.ts";
import { contradiction } from "./contradiction.ts";
import { saveLabels } from "./labels.store.ts";
import { type RowResult, saveReports } from "./reports.store.ts";
import type { TransferWriter } from "./transfers.store.ts";

export interface ItemTakerParts {
  readonly queries: Queries;
  readonly sequence: number;
  readonly accounts: AccountWriter;
  readonly transfers: TransferWriter;
  readonly book: StatementBook;
  readonly refused: RefusedFile;
  readonly counts: Counts & { warnings: number };
  readonly onBatch: () => void;
}

export interface ItemTaker {
  take(item: LoadItem): Promise<void>;
  refuse(item: RefusedItem): Promise<void>;
  /** Sends what has been gathered. */
  flush(): Promise<void>;
}

const BATCH = 10_000;

/**
 * Takes items one by one and sends them to the database in batches, accounts before what refers to
 * them.
 */
export function itemTaker(parts: ItemTakerParts): ItemTaker {
  const { queries, sequence, accounts, transfers, book, refused, counts } = parts;
  let batch = emptyBatch();

  const refuse = async (item: RefusedItem) => {
    counts.rejected += 1;
    await refused.add(item);
  };
  const save = async <Item extends AccountItem | ReportItem | LabelItem>(
    items: readonly Item[],
    work: (items: readonly Item[]) => Promise<RowResult[]>,
  ) => {
    if (items.length === 0) return;
    for (const [at, result] of (await work(items)).entries()) {
      if (result === "loaded") counts.loaded += 1;
      else if (result === "duplicate") counts.duplicates += 1;
      else await refuse(contradiction(items[at] as Item));
    }
  };
  const flush = async () => {
    const full = batch;
    batch = emptyBatch();
    await save(full.accounts, (rows) => saveAccountRows(accounts, sequence, rows));
    await accounts.write(mentionsOf(full));
    await transfers.write(full.transfers);
    await save(full.reports, (rows) => saveReports(queries, sequence, rows));
    await save(full.labels, (rows) => saveLabels(queries, sequence, rows));
    parts.onBatch();
  };
  return {
    refuse,
    flush,
    take: async (item) => {
      if (item.kind === "skipped") return;
      if (item.kind === "statement") {
        book.statement(item);
        batch.statements.push(item);
        return;
      }
      counts.read += 1;
      if (item.kind === "refused") return refuse(item);
      if ("warnings" in item) counts.warnings += item.warnings.length;
      if (item.kind === "transfer") book.transfer(item);
      batch.add(item, counts.read);
      if (batch.size() >= BATCH) await flush();
    },
  };
}
