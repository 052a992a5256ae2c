import { UserError } from "../errors/user-error.ts";
import { countingIn, type LedgerNow } from "./ledger.store.ts";
import type { LedgerClaim, LedgerPayment, Part } from "./ledger.ts";

/**
 * A change of money is judged by the whole ledger after it, beside the one before it: a payment, a
 * return, the correction or striking out of either, a step of a claim. Two things are refused. What
 * is written down never counts for less than it should, because then more came back than was lost.
 * And a recovered claim does not become outstanding. A fault that stood before the change is not
 * held against it.
 */

/** Money that was written down and counts for less than it should. */
export interface Squeezed {
  readonly entry: LedgerPayment;
  /** The sum that does not count, in minor units. */
  readonly short: bigint;
}

/** The part of a ledger that a change is judged by. */
export interface Judged
  extends Pick<LedgerNow, "balances" | "recoveries" | "returned" | "payments"> {
  readonly claims: readonly (LedgerClaim & { readonly madeGood: boolean })[];
}

/** Payments and returns that the change left no room for. */
export function squeezedBy(before: Judged, after: Judged): Squeezed[] {
  const earlier = new Map(entriesIn(before).map((one) => [one.id, one]));
  const [countedBefore, counted] = [countedIn(before), countedIn(after)];
  const known = new Set(after.claims.map(({ id }) => id));
  return entriesIn(after).flatMap((entry) => {
    // The claim is withdrawn, and nothing says which loss it was.
    if (entry.parts.length === 0 && !known.has(entry.claim)) return [];
    const was = earlier.get(entry.id);
    const due = was && isSame(was, entry) ? (countedBefore.get(entry.id) ?? 0n) : entry.amount;
    const short = due - (counted.get(entry.id) ?? 0n);
    return short > 0n ? [{ entry, short }] : [];
  });
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
  if (open === undefined) return;
  throw new UserError({
    code: "payment-settled",
    status: 409,
    message: `Claim ${open.id} is recovered by this payment.`,
    remedy: "Take that claim a step back first.",
    params: { claim: open.id },
  });
}

function owedOf({ balances }: Judged, claim: string): bigint {
  return balances.get(claim)?.outstanding ?? 0n;
}

function rests(origins: readonly { readonly id: string }[], parts: readonly Part[]): boolean {
  return origins.some(({ id }) => parts.some((part) => part.transferId === id));
}

/** Payments by hand, and returns that no bank row shows. */
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
