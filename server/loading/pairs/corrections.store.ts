import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import { DAY } from "../../time/instant.ts";
import { suggestCorrections } from "./corrections.ts";
import { decisionsOf, pairsByWhy, replaceOpenPairs } from "./pairs.store.ts";
import { type StoredProperties, tellingsOf } from "./telling.ts";

const stored = z.object({
  from: z.string(),
  to: z.string(),
  properties: z.record(z.string(), z.custom<StoredProperties[string]>()),
});
const candidateRow = z.object({
  account: z.string(),
  one: z.string(),
  other: z.string(),
  left: stored,
  right: stored,
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
    left: tellingsOf(row.left, sequenceOf),
    right: tellingsOf(row.right, sequenceOf),
  }));
  await replaceOpenPairs(queries, pairs, suggestCorrections(candidates, decisionsOf(pairs)));
}
