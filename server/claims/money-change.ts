import { UserError } from "../errors/user-error.ts";
import { dayText } from "../time/day.ts";
import { type Award, executesAward } from "./award.ts";
import { countingIn, type LedgerNow } from "./ledger.store.ts";
import type { LedgerClaim, LedgerPayment, Part, Recovery } from "./ledger.ts";

/**
 * A change of money is judged by the whole ledger after it, beside the one before it: a payment, a
 * return, the correction or striking out of either, a step of a claim. What is written down or
 * stands in a bank's row never counts for less than it should, because then more came back than was
 * lost. No more is paid on a claim than it asks. And a recovered claim does not become outstanding.
 * A fault that stood before the change is not held against it.
 */

/** Money that came back and counts for less than it should. */
export interface Squeezed {
  readonly entry: Pick<LedgerPayment, "id" | "claim" | "currency" | "parts">;
  readonly by: Recovery["by"];
  /** The sum that does not count, in minor units. */
  readonly short: bigint;
}

/** The part of a ledger that a change is judged by. */
export interface Judged
  extends Pick<LedgerNow, "balances" | "recoveries" | "returned" | "payments" | "shown"> {
  readonly claims: readonly (LedgerClaim & { readonly madeGood: boolean })[];
}

/**
 * Payments, returns and bank rows that the change left no room for. A bank row that becomes known
 * later takes what is left; one that counted before the change is held to nothing less, unless it
 * shows an entry, which counts for it.
 */
export function squeezedBy(before: Judged, after: Judged): Squeezed[] {
  return [...squeezedEntries(before, after), ...squeezedRows(before, after)];
}

function squeezedRows(before: Judged, after: Judged): Squeezed[] {
  const counted = rowsIn(after);
  const showing = new Set(after.shown.values());
  return [...rowsIn(before)].flatMap(([id, row]) => {
    if (showing.has(id)) return [];
    const short = row.amount - (counted.get(id)?.amount ?? 0n);
    return short > 0n ? [{ entry: row, by: "bank-row", short }] : [];
  });
}

/** What bank rows bring back; a row may settle several claims, each by a part of it. */
function rowsIn({ recoveries }: Judged): Map<string, Recovery> {
  const rows = new Map<string, Recovery>();
  for (const one of recoveries.filter(({ by }) => by === "bank-row")) {
    const known = rows.get(one.id);
    const amount = one.amount + (known?.amount ?? 0n);
    rows.set(one.id, { ...one, amount, parts: [...(known?.parts ?? []), ...one.parts] });
  }
  return rows;
}

function squeezedEntries(before: Judged, after: Judged): Squeezed[] {
  const earlier = new Map(entriesIn(before).map((one) => [one.id, one]));
  const [countedBefore, counted] = [countedIn(before), countedIn(after)];
  const known = new Set(after.claims.map(({ id }) => id));
  return entriesIn(after).flatMap((entry) => {
    // The claim is withdrawn, and nothing says which loss it was.
    if (entry.parts.length === 0 && !known.has(entry.claim)) return [];
    const was = earlier.get(entry.id);
    const due = was && isSame(was, entry) ? (countedBefore.get(entry.id) ?? 0n) : entry.amount;
    const short = due - (counted.get(entry.id) ?? 0n);
    const by = after.returned.some(({ id }) => id === entry.id) ? "return" : "payment";
    return short > 0n ? [{ entry, by, short }] : [];
  });
}

/** Claims on which the change brings more than they ask, with the sum that is too much. */
export function overpaidBy(
  before: Judged,
  after: Judged,
): { readonly claim: string; readonly above: bigint }[] {
  return after.claims.flatMap(({ id }) => {
    const above = aboveIn(after, id) - aboveIn(before, id);
    return above > 0n ? [{ claim: id, above }] : [];
  });
}

function aboveIn({ balances }: Judged, claim: string): bigint {
  return balances.get(claim)?.above ?? 0n;
}

/** What may be written down of the amount: less by what finds no room. */
export function roomFor(amount: bigint, squeezed: readonly Squeezed[]): bigint {
  const left = squeezed.reduce((rest, one) => rest - one.short, amount);
  return left < 0n ? 0n : left;
}

/**
 * A recovered claim needs its money, also that of another claim for the same loss. A return that
 * was `moved` to another day is not moved under it.
 */
export function refuseUnsettling(before: Judged, after: Judged, moved: string | null = null): void {
  const parts = after.recoveries.find((one) => one.id === moved)?.parts ?? [];
  const open = after.claims.find(
    ({ id, madeGood, origins }) =>
      madeGood && (owedOf(after, id) > owedOf(before, id) || rests(origins, parts)),
  );
  if (open !== undefined) throw settledBy(open.id);
}

/**
 * Where an entry goes that a bank's row shows, the row counts for it, by its own day. That moves no
 * money over a judgment: the court's sums have off what came before it, and what came since
 * executes it. A row that came when the entry did takes its place.
 */
export function refuseCrossing(before: Judged, after: Judged): void {
  const showing = new Set(after.shown.values());
  const rows = after.recoveries.filter(({ by, id }) => by === "bank-row" && !showing.has(id));
  for (const entry of entriesIn(before)) {
    const row = rows.find(({ id }) => id === before.shown.get(entry.id));
    const claim = after.claims.find(({ id }) => id === row?.claim);
    if (row === undefined || claim === undefined || claim.judgment === null) continue;
    const executed = entry.claim === claim.id && executesAward(claim, entry);
    if (executed !== executesAward(claim, row)) throw crossing(claim.id, claim.judgment, row);
  }
}

function crossing(claim: string, { day, since = day }: Award, row: Recovery): UserError {
  const params = { claim, day: dayText(row.day), judgment: dayText(since) };
  return new UserError({
    code: "payment-row-crosses",
    status: 409,
    message: `The bank's row of ${params.day} would count in its place, on the other side of the judgment of ${params.judgment} on claim ${claim}.`,
    remedy: "Leave the entry, or take the judgment back as a mistake first.",
    params,
  });
}

/** A recovered claim rests on the payment that somebody takes back. */
export function settledBy(claim: string): UserError {
  return new UserError({
    code: "payment-settled",
    status: 409,
    message: `Claim ${claim} is recovered by this payment.`,
    remedy: "Take that claim a step back first.",
    params: { claim },
  });
}

function owedOf({ balances }: Judged, claim: string): bigint {
  return balances.get(claim)?.outstanding ?? 0n;
}

function rests(origins: readonly { readonly id: string }[], parts: readonly Part[]): boolean {
  return origins.some(({ id }) => parts.some((part) => part.transferId === id));
}

/** Payments by hand, and returns. */
function entriesIn(ledger: Judged): LedgerPayment[] {
  return [...countingIn(ledger).filter((one) => !one.measure), ...ledger.returned];
}

function countedIn({ recoveries }: Judged): Map<string, bigint> {
  const written = recoveries.filter((one) => one.by !== "bank-row");
  return new Map(written.map(({ id, amount }) => [id, amount]));
}

function isSame(one: LedgerPayment, other: LedgerPayment): boolean {
  const transfersOf = (entry: LedgerPayment) => entry.parts.map((part) => part.transferId).join();
  return (
    one.amount === other.amount &&
    one.claim === other.claim &&
    transfersOf(one) === transfersOf(other)
  );
}
