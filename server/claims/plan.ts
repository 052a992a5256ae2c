import { least } from "../money/money.ts";

/** A part of what is outstanding, and the last day to pay it: days since 1970-01-01. */
export interface PlannedPart {
  readonly day: number;
  /** Minor units. */
  readonly amount: bigint;
}

/**
 * The parts of a plan that are still to be paid: payments cover its first parts first, and together
 * the rest is never above what is outstanding. A claim that is paid in full has no plan any more.
 */
export function openPlan(plan: readonly PlannedPart[], outstanding: bigint): PlannedPart[] {
  let rest = outstanding;
  const open: PlannedPart[] = [];
  for (const { day, amount } of plan.toReversed()) {
    const part = least(amount, rest);
    if (part <= 0n) break;
    rest -= part;
    open.unshift({ day, amount: part });
  }
  return open;
}
