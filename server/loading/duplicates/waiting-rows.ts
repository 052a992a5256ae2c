import { openSpool, type Spool, spoolOfSource } from "../memory/row-spool.ts";
import type { RowRecord } from "../record/row-record.ts";
import { groupOfRow } from "../record/source-record.ts";
import { type NewRecord, newRecord } from "../record/transfer-record.ts";

/** Rows of one source that wait until all its rows are read. */
export interface WaitingRows {
  /** Something like it may be in already. */
  defer(row: RowRecord): void;
  /** An earlier row of the source has its id. */
  deferAgain(row: RowRecord): void;
  readonly size: number;
  /** In the order they are settled: those with a repeated id last. */
  readonly spools: readonly Spool<NewRecord>[];
  close(): Promise<void>;
}

/** `bytes` = size of the source; `scratch` = folder for rows that do not fit into memory. */
export function openWaitingRows(bytes: number, scratch: string | undefined): WaitingRows {
  const deferred = openSpool<NewRecord>(spoolOfSource(bytes, scratch));
  const again = openSpool<NewRecord>(spoolOfSource(bytes, scratch));
  return {
    defer: (row) => deferred.add(groupOfRow(row), newRecord(row)),
    deferAgain: (row) => again.add(row.id, newRecord(row)),
    get size() {
      return deferred.size + again.size;
    },
    spools: [deferred, again],
    close: async () => {
      await deferred.close();
      await again.close();
    },
  };
}
