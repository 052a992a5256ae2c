import { z } from "zod";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { DAY } from "../../time/instant.ts";
import type { EarlierSources } from "../duplicates/first-or-again.ts";
import type { RowRecord } from "../record/row-record.ts";
import { sumKey } from "../record/source-record.ts";

/** A transfer this near in time may be the same one: pairs are suggested up to seven days apart. */
const WINDOW = 8 * DAY;

const hitRow = z.object({ n: count });

/**
 * Asks the database what earlier sources recorded: by id, and between accounts that other sources
 * know too (`knownToOthers`) by amount and time.
 */
export function earlierInDatabase(
  queries: Queries,
  sourceId: string,
  knownToOthers: (account: string) => boolean,
): EarlierSources {
  return {
    mayHold: async (records) => {
      const rows = records.map(({ id }, n) => ({ n: BigInt(n), id }));
      const pairs = rowsByPair(records, ({ from, to }) => knownToOthers(from) && knownToOthers(to));
      const hits = await queries.read("loading/known-ids", { rows }, hitRow);
      if (pairs.length > 0) {
        // Rows of this same file that went in meanwhile are no candidates.
        const parameters = { pairs, source: sourceId, window: BigInt(WINDOW) };
        hits.push(...(await queries.read("loading/candidates", parameters, hitRow)));
      }
      return new Set(hits.map((hit) => hit.n));
    },
  };
}

interface RowsOfPair {
  readonly from: string;
  readonly to: string;
  /** By sumKey. */
  readonly rows: Record<string, { n: bigint; bookedAt: bigint }[]>;
}

function rowsByPair(
  rows: readonly RowRecord[],
  isWanted: (row: RowRecord) => boolean,
): RowsOfPair[] {
  const pairs = new Map<string, RowsOfPair>();
  for (const [n, row] of rows.entries()) {
    if (!isWanted(row)) continue;
    const { from, to, item } = row;
    const key = `${from}|${to}`;
    const pair = pairs.get(key) ?? { from, to, rows: {} };
    pairs.set(key, pair);
    const sum = sumKey(item);
    const same = pair.rows[sum] ?? [];
    pair.rows[sum] = same;
    same.push({ n: BigInt(n), bookedAt: BigInt(item.bookedAt) });
  }
  return [...pairs.values()];
}
