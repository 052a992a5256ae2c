import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import { fitsHidden } from "../../identity/hidden-digits.ts";
import { isUnnumberedHolder } from "../../identity/holder-key.ts";
import { DAY } from "../../time/instant.ts";
import { isMasked } from "../record/account-key.ts";
import { type SourceRecord, sourceRecordsOf, storedTransfer } from "../record/source-record.ts";
import { decisionsOf, pairsByWhy, replaceOpenPairs } from "./pairs.store.ts";
import { mayBeOne, oneToOne } from "./suggested-pairs.ts";

const candidateRow = z.object({
  masked: storedTransfer,
  full: storedTransfer,
  holder: z.string().nullable(),
  phone: z.string().nullable(),
});

const WEEK = 7;

/**
 * Rows whose other side is hidden (a victim's own statement) beside the rows of other banks that
 * may be the same transfer. Looked for anew after every load; what a person decided is not put
 * again.
 */
export async function suggestMasked(
  queries: Queries,
  sequenceOf: (sourceId: string) => number,
): Promise<void> {
  const window = BigInt((WEEK + 1) * DAY);
  const rows = await queries.read("loading/masked-candidates", { window }, candidateRow);
  const pairs = await pairsByWhy(queries, "masked");
  if (rows.length === 0 && pairs.length === 0) return;
  const decisions = decisionsOf(pairs);
  const possible = rows.flatMap((row) => {
    const masked = sourceRecordsOf(row.masked, sequenceOf);
    const full = sourceRecordsOf(row.full, sequenceOf);
    const [left, right] = [masked[0], full[0]];
    if (left === undefined || right === undefined) return [];
    const days = Math.abs(left.day - right.day);
    const fits =
      days <= WEEK &&
      mayBeTheSame(left, right, row) &&
      mayBeOne(masked, full, decisions, recordedAgain);
    return fits ? [{ left, right, days, time: Math.abs(left.bookedAt - right.bookedAt) }] : [];
  });
  const suggestions = oneToOne(possible).map(({ left, right }) => ({ left, right, why: "masked" }));
  await replaceOpenPairs(queries, pairs, suggestions);
}

/**
 * Two statements of the same side: the one hides the number that the other has. On another day, or
 * at another second where both give one, they tell of two transfers.
 */
function recordedAgain(one: SourceRecord, other: SourceRecord): boolean {
  if (one.day !== other.day) return false;
  return one.dayOnly || other.dayOnly || one.bookedAt === other.bookedAt;
}

/** What is known of the hidden side does not speak against the other one. */
function mayBeTheSame(
  masked: SourceRecord,
  full: SourceRecord,
  { holder, phone }: { holder: string | null; phone: string | null },
): boolean {
  const [hidden, number] = isMasked(masked.from) ? [masked.from, full.from] : [masked.to, full.to];
  const [kind, known = ""] = hidden.split(":");
  if (kind === "UNNUMBERED")
    return holder === null || isUnnumberedHolder(holder) || holder === known;
  if (kind === "PHONE") return phone === null || phone === known;
  return kind === "MASKED" || fitsHidden(kind ?? "", number);
}
