import { earlierByFilter, NO_EARLIER_SOURCES } from "../duplicates/first-or-again.ts";
import { type HashCounter, hash64 } from "../memory/hash64.ts";
import type { SeenFilter } from "../memory/seen-filter.ts";
import type { RowResult, Sink } from "../pipe/sink.ts";
import { factsOfListRow } from "../record/account-facts.ts";
import type { AccountFiles } from "./account-files.ts";
import type { SessionFiles } from "./session-files.ts";
import type { TransferFiles } from "./transfer-files.ts";

/** What all sources of one import share. */
export interface BulkFiles {
  readonly accounts: AccountFiles;
  readonly transfers: TransferFiles;
  readonly sessions: SessionFiles;
  /** Ids and groups of earlier sources; null where only one source holds transfers. */
  readonly earlier: SeenFilter | null;
  /** Rows of account lists. */
  readonly listed: HashCounter;
}

/** Few enough to be young in the heap when they are written. */
const BATCH = 1_000;

/** Writes one source into the files of the import; `seen` = ids and groups of this source. */
export function bulkSink(
  { accounts, transfers, sessions, earlier, listed }: BulkFiles,
  source: { readonly id: string; readonly sequence: number; readonly seen: SeenFilter },
): Sink {
  const { id, sequence, seen } = source;
  return {
    batchRows: BATCH,
    lanes: 1,
    earlier: earlier === null ? NO_EARLIER_SOURCES : earlierByFilter(earlier, seen),
    saveAccounts: async (byAccount) => {
      for (const [key, facts] of byAccount)
        for (const one of facts) accounts.add(key, sequence, one);
    },
    saveAccountList: async (rows) =>
      rows.map((row): RowResult => {
        const facts = factsOfListRow(row);
        accounts.add(row.account, sequence, facts);
        const isNew = listed.add(hash64(`${row.account}|${JSON.stringify(facts)}`)) === 1;
        return isNew ? "loaded" : "duplicate";
      }),
    createTransfers: async (records) => {
      for (const record of records) transfers.add(record);
    },
    saveReports: () => notOfImport("reports"),
    saveLabels: () => notOfImport("labels"),
    saveSessions: async (rows) => {
      for (const row of rows) sessions.add(row, id);
      return 0;
    },
    finishSessions: async () => sessions.endOfSource(id),
  };
}

async function notOfImport(kind: string): Promise<never> {
  throw new Error(`An import holds accounts, transfers and sessions, no ${kind}`);
}
