import type { FactsByAccount } from "../record/account-facts.ts";
import type { AccountItem, LabelItem, ReportItem } from "../record/load-item.ts";
import type { RowRecord } from "../record/row-record.ts";
import type { SessionRow } from "../record/session-record.ts";

/** Rows of one source that are written together. */
export interface Batch {
  /** What the rows say of accounts, as far as the source did not say it before. */
  readonly accounts: FactsByAccount;
  readonly accountList: AccountItem[];
  readonly transfers: RowRecord[];
  readonly reports: ReportItem[];
  readonly labels: LabelItem[];
  readonly sessions: SessionRow[];
  /** Data rows that are in it, those that wait elsewhere included. */
  rows: number;
}

export function emptyBatch(): Batch {
  return {
    accounts: new Map(),
    accountList: [],
    transfers: [],
    reports: [],
    labels: [],
    sessions: [],
    rows: 0,
  };
}
