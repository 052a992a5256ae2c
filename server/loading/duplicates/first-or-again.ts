import { hash64, hashOf } from "../memory/hash64.ts";
import type { SeenFilter } from "../memory/seen-filter.ts";
import type { RowRecord } from "../record/row-record.ts";
import { groupOfRow } from "../record/source-record.ts";

/**
 * What a row is, as far as its own source can tell:
 * - first: nothing like it came before, it is a transfer of its own;
 * - again: an earlier row of the source has its id;
 * - deferred: the other side's statement may have recorded the same transfer.
 * Rows that are not first wait, and are settled group by group (settle-waiting.store.ts).
 */
export type Standing = "first" | "again" | "deferred";

/** Judges a row by the ids and groups of its source so far, and notes it in `seen`. */
export function standingInSource(row: RowRecord, seen: SeenFilter): Standing {
  const { ownSide } = row.item;
  if (row.item.id !== null && seen.add(hash64(row.id))) return "again";
  if (ownSide === null) return "first";
  const group = groupOfRow(row);
  if (seen.has(hashOf([group, ownSide === "from" ? "to" : "from"]))) return "deferred";
  seen.add(hashOf([group, ownSide]));
  return "first";
}

/** What is known of the sources that were loaded before. */
export interface EarlierSources {
  /**
   * Positions of rows whose transfer an earlier source may have recorded: by id, or by accounts,
   * amount and time. These are deferred, the others go in as new transfers.
   */
  mayHold(rows: readonly RowRecord[]): Promise<ReadonlySet<number>>;
}

const NONE: ReadonlySet<number> = new Set();

/** Where no other source records transfers, nothing can be known already. */
export const NO_EARLIER_SOURCES: EarlierSources = { mayHold: async () => NONE };

/**
 * Earlier sources of one import, kept as a filter of their ids and groups; notes the groups of the
 * rows in `seen`, the filter of their own source.
 */
export function earlierByFilter(earlier: SeenFilter, seen: SeenFilter): EarlierSources {
  return {
    mayHold: async (rows) => {
      const known = new Set<number>();
      for (const [at, row] of rows.entries()) {
        const group = hash64(groupOfRow(row));
        if (earlier.has(group) || earlier.has(hash64(row.id))) known.add(at);
        else seen.add(group);
      }
      return known;
    },
  };
}
