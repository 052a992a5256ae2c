import type { Instant } from "../time/instant.ts";
import { isUntil } from "./asked.ts";
import { executesAward } from "./award.ts";
import type { Filed, LedgerClaim, LedgerPayment } from "./ledger.ts";
import { type PenaltyPayment, paidOn } from "./penalty-paid.ts";

/**
 * The sides of a payment: before the judgment of its claim or executing it, before the filing of
 * its claim or on it. A correction of a day moves no payment from one side to the other, because
 * the sums of court and filing have off what lay before them (docs/claims.md, "Corrections").
 */

export type SidedPayment = PenaltyPayment & Pick<LedgerPayment, "id"> & { readonly at: Instant };

/** A claim with the step by which it was filed. */
export type SidedClaim = Pick<LedgerClaim, "id" | "judgment"> & {
  readonly filed: (Filed & { readonly number: number }) | null;
};

/** The first payment on the claim that the change puts on another side; undefined = none. */
export function crossingPayment<Payment extends SidedPayment>(
  before: SidedClaim,
  after: SidedClaim,
  payments: readonly Payment[],
): Payment | undefined {
  return paidOn(before.id, payments).find(
    (one) => crossesJudgment(before, after, one) || crossesFiling(before, after, one),
  );
}

function crossesJudgment(before: SidedClaim, after: SidedClaim, one: SidedPayment): boolean {
  if (before.judgment === null || after.judgment === null) return false;
  return executesAward(before, one) !== executesAward(after, one);
}

/**
 * A filing with another day asks for what was owed on that day, so a debt that was paid before it
 * may turn out to be paid on it, also where that became known after the filing. But a penalty is
 * paid on the filing that asks for it, and what was paid on a filed claim was not paid before it.
 */
function crossesFiling(
  { filed: before }: SidedClaim,
  { filed: after }: SidedClaim,
  one: SidedPayment,
): boolean {
  if (before === null || after === null || before.number !== after.number) return false;
  const isBefore = isUntil(after, one);
  if (isUntil(before, one) === isBefore) return false;
  return (one.penalty ?? 0n) > 0n || (isBefore && one.at > before.at);
}
