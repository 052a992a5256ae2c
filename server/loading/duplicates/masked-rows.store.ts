import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import { fitsHidden } from "../../identity/hidden-digits.ts";
import { isUnnumberedHolder } from "../../identity/holder-key.ts";
import { mayBeName } from "../../identity/names.ts";
import { DAY } from "../../time/instant.ts";
import { type Ends, isMasked } from "../record/account-key.ts";
import { type SourceRecord, sourceRecordsOf, storedTransfer } from "../record/source-record.ts";
import { decisionsOf, pairsByWhy, replaceOpenPairs } from "./pairs.store.ts";
import { mayBeOne, oneToOne, secondsLost } from "./suggested-pairs.ts";

const pairOfRows = z.object({ masked: storedTransfer, full: storedTransfer });
const text = z.string().nullable();
const candidateRow = pairOfRows.extend({ holder: text, phone: text });
const receiptSide = z.object({ hidden: text, known: text, holder: text, phone: text });
type ReceiptSide = z.infer<typeof receiptSide>;
const receiptRow = pairOfRows.extend({ payer: receiptSide, payee: receiptSide });

const WEEK = 7;
/** A receipt names its minute, a bank may book on the next day. */
const AROUND_A_RECEIPT = 1;
const RECEIPT = "receipt-not-checked";

/**
 * Rows whose other side is hidden (a victim's own statement), or both (a receipt), beside the rows
 * of other sources that may be the same transfer. Looked for anew after every load; what a person
 * decided is not put again.
 */
export async function suggestMasked(
  queries: Queries,
  sequenceOf: (sourceId: string) => number,
): Promise<void> {
  const window = BigInt((WEEK + 1) * DAY);
  const around = { window: BigInt(AROUND_A_RECEIPT * DAY), warning: RECEIPT };
  const rows: z.infer<typeof pairOfRows>[] = [
    ...(await queries.read("loading/masked-candidates", { window }, candidateRow)).filter((row) =>
      mayBeTheSame(row.masked, row.full, row),
    ),
    ...(await queries.read("loading/receipt-candidates", around, receiptRow)).filter(isOfReceipt),
  ];
  const pairs = await pairsByWhy(queries, "masked");
  if (rows.length === 0 && pairs.length === 0) return;
  const decisions = decisionsOf(pairs);
  const possible = rows.flatMap((row) => {
    const masked = sourceRecordsOf(row.masked, sequenceOf);
    const full = sourceRecordsOf(row.full, sequenceOf);
    const [left, right] = [masked[0], full[0]];
    if (left === undefined || right === undefined) return [];
    const days = Math.abs(left.day - right.day);
    const fits = days <= WEEK && mayBeOne(masked, full, decisions, recordedAgain);
    return fits ? [{ left, right, days, time: Math.abs(left.bookedAt - right.bookedAt) }] : [];
  });
  const suggestions = oneToOne(possible).map(({ left, right }) => ({ left, right, why: "masked" }));
  await replaceOpenPairs(queries, pairs, suggestions);
}

/**
 * Two statements of the same side: the one hides the number that the other has. On another day, or
 * at another second where both give one, they tell of two transfers. A receipt gives the minute.
 */
function recordedAgain(one: SourceRecord, other: SourceRecord): boolean {
  if (one.day !== other.day) return false;
  return one.dayOnly || other.dayOnly || one.bookedAt === other.bookedAt || secondsLost(one, other);
}

/** Nothing of either side speaks against it, and a name or a phone number speaks for it. */
function isOfReceipt({ masked, payer, payee }: z.infer<typeof receiptRow>): boolean {
  const said = [...sideSays(masked.from, payer), ...sideSays(masked.to, payee)];
  return said.every((fits) => fits !== false) && said.includes(true);
}

function sideSays(key: string, { hidden, known, holder, phone }: ReceiptSide): (boolean | null)[] {
  const [kind, number = ""] = key.split(":");
  const numbered = holder === null || isUnnumberedHolder(holder) ? null : holder;
  return [
    hidden === null || known === null ? null : mayBeName(hidden, known),
    kind !== "PHONE" || phone === null ? null : phone === number,
    kind !== "UNNUMBERED" || numbered === null ? null : numbered === number,
  ];
}

/** What is known of the hidden side does not speak against the other one. */
function mayBeTheSame(
  masked: Ends,
  full: Ends,
  { holder, phone }: { holder: string | null; phone: string | null },
): boolean {
  const [hidden, number] = isMasked(masked.from) ? [masked.from, full.from] : [masked.to, full.to];
  const [kind, known = ""] = hidden.split(":");
  if (kind === "UNNUMBERED")
    return holder === null || isUnnumberedHolder(holder) || holder === known;
  if (kind === "PHONE") return phone === null || phone === known;
  return kind === "MASKED" || fitsHidden(kind ?? "", number);
}
