import type { Contradiction } from "../duplicates/contradiction.ts";
import type { EarlierSources } from "../duplicates/first-or-again.ts";
import type { FactsByAccount } from "../record/account-facts.ts";
import type { AccountItem, LabelItem, ReportItem } from "../record/load-item.ts";
import type { RowRecord } from "../record/row-record.ts";
import type { SessionRow } from "../record/session-record.ts";

/** What became of a row of an account list, a report or a label. */
export type RowResult = "loaded" | "duplicate" | Contradiction;

/**
 * Where the pipe writes the rows of one source: the files of an import (bulk/bulk-sink.ts), or the
 * database over Bolt (bolt/bolt-sink.store.ts).
 */
export interface Sink {
  /** Rows that are gathered before they are written together. */
  readonly batchRows: number;
  /** Batches of transfers that may be on their way at once. */
  readonly lanes: number;
  /** Whether an earlier source may have recorded the same transfers. */
  readonly earlier: EarlierSources;
  /** Adds what the source says of accounts; the accounts are there when it resolves. */
  saveAccounts(facts: FactsByAccount): Promise<void>;
  /** Takes rows of account lists that this source did not hold before. */
  saveAccountList(rows: readonly AccountItem[]): Promise<RowResult[]>;
  /** Writes transfers nobody recorded before; their accounts are there. */
  createTransfers(rows: readonly RowRecord[]): Promise<void>;
  saveReports(rows: readonly ReportItem[]): Promise<RowResult[]>;
  saveLabels(rows: readonly LabelItem[]): Promise<RowResult[]>;
  /**
   * Writes rows of session logs that this source did not hold before, their accounts are there;
   * answers how many of them another source holds already.
   */
  saveSessions(rows: readonly SessionRow[]): Promise<number>;
  /** After the last row: which device operated which account. */
  finishSessions(): Promise<void>;
}
