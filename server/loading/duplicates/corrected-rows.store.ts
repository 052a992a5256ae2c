import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import { DAY } from "../../time/instant.ts";
import { sourceRecordsOf, storedTransfer } from "../record/source-record.ts";
import { suggestCorrections } from "./corrected-rows.ts";
import { decisionsOf, pairsByWhy, replaceOpenPairs } from "./pairs.store.ts";

const candidateRow = z.object({
  account: z.string(),
  one: z.string(),
  other: z.string(),
  left: storedTransfer,
  right: storedTransfer,
});

/**
 * Rows that a later statement of the same account may have corrected, looked for anew after every
 * load.
 */
export async function proposeCorrections(
  queries: Queries,
  sequenceOf: (sourceId: string) => number,
): Promise<void> {
  const rows = await queries.read(
    "loading/correction-candidates",
    { window: BigInt(2 * DAY) },
    candidateRow,
  );
  const pairs = await pairsByWhy(queries, "corrected");
  const candidates = rows.map((row) => ({
    ...row,
    left: sourceRecordsOf(row.left, sequenceOf),
    right: sourceRecordsOf(row.right, sequenceOf),
  }));
  await replaceOpenPairs(queries, pairs, suggestCorrections(candidates, decisionsOf(pairs)));
}
