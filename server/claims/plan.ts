import { least } from "../money/money.ts";
import type { LedgerNow } from "./ledger.store.ts";
import { paidOn } from "./penalty-paid.ts";

/** A part of what is outstanding, and the last day to pay it: days since 1970-01-01. */
export interface PlannedPart {
  readonly day: number;
  /** Minor units. */
  readonly amount: bigint;
}

export interface Planned {
  /** Debt and penalty that are outstanding together, in minor units. */
  readonly owed: bigint;
  /** The sum that was paid since the plan was made; null = an older version did not keep it. */
  readonly paid: bigint | null;
}

/**
 * The parts of a plan that are still to be paid: what was paid since covers its first parts first.
 * The rest is never above what is outstanding: what is no longer owed, as where a court refused it
 * or another claim brought it, falls off the last parts. A claim that is paid in full has no plan
 * any more.
 */
export function openPlan(plan: readonly PlannedPart[], { owed, paid }: Planned): PlannedPart[] {
  const whole = plan.reduce((sum, { amount }) => sum + amount, 0n);
  let covered = paid ?? whole - least(whole, owed);
  let left = owed;
  return plan.flatMap(({ day, amount }) => {
    const off = least(amount, covered);
    covered -= off;
    const part = least(amount - off, left);
    left -= part;
    return part > 0n ? [{ day, amount: part }] : [];
  });
}

type Money = Pick<LedgerNow, "recoveries" | "payments" | "shown">;

/** Ids of the money that came on a claim, of debt and penalty, and of the rows that show it. */
export function moneyOf(ledger: Money, claim: string): string[] {
  const ids = comingOn(ledger, claim).map(({ id }) => id);
  return [...new Set([...ids, ...ids.flatMap((id) => ledger.shown.get(id) ?? [])])];
}

/** The sum that came on a claim beside the money that was known when its plan was made. */
export function paidBeside(ledger: Money, claim: string, known: readonly string[]): bigint {
  const before = new Set(known);
  return comingOn(ledger, claim)
    .filter(({ id }) => !before.has(id) && !before.has(ledger.shown.get(id) ?? ""))
    .reduce((sum, { amount }) => sum + amount, 0n);
}

function comingOn({ recoveries, payments }: Money, claim: string) {
  const fines = paidOn(
    claim,
    payments.filter((one) => one.cancelled === null && one.penalty > 0n),
  );
  return [
    ...recoveries.filter((one) => one.claim === claim),
    ...fines.map(({ id, penalty }) => ({ id, amount: penalty })),
  ];
}
