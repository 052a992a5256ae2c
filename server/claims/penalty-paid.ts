import { isStanding } from "../../contract/claim-steps.ts";
import { least } from "../money/money.ts";
import type { Instant } from "../time/instant.ts";
import { isUntil } from "./asked.ts";
import { executesAward } from "./award.ts";
import type { Filed, LedgerClaim, LedgerPayment } from "./ledger.ts";

/**
 * The penalty of a claim beside its debt: what is owed of it, and what was paid. It is no part of
 * the loss, so it is in no recovery (docs/claims.md, "Penalty"). Minor units.
 */
export interface PenaltyBalance {
  /** As the court gave it; before a judgment, as the filing asks for it. */
  readonly due: bigint;
  /** All that was paid of it, also before the judgment. */
  readonly paid: bigint;
  /** The part of it that was paid on a claim for the same losses that is withdrawn. */
  readonly before: bigint;
  /** The court's sum is less by what was paid since, as the debt is. Never above what is due. */
  readonly outstanding: bigint;
  /** The part that the filing took off for payments that were taken back since. */
  readonly gone: bigint;
  /** The sum paid above it: since the judgment, where there is one. */
  readonly above: bigint;
}

export const NO_PENALTY: PenaltyBalance = {
  due: 0n,
  paid: 0n,
  before: 0n,
  outstanding: 0n,
  gone: 0n,
  above: 0n,
};

/**
 * The penalty that is asked for, and the part that it has off already (dossier/asked-penalty.ts).
 */
interface AskedSums {
  readonly amount: bigint;
  readonly paid: bigint;
}

/** A claim with the penalty that its filing asks for. */
type Claim = Pick<LedgerClaim, "id" | "status" | "judgment"> & {
  readonly filed:
    | (Filed & { readonly facts: { readonly penalty?: AskedSums | null | undefined } | null })
    | null;
};

export type PenaltyPayment = Pick<LedgerPayment, "claim" | "penalty" | "day" | "at"> & {
  /** The claim that goes on where its own is withdrawn. */
  readonly goesOn?: string | undefined;
};

/**
 * `payments`: those that nobody took back. The filing has off the part that was paid before it.
 * Where such a payment is taken back, what was filed stays: the court is asked for no more.
 */
export function penaltyOf(claim: Claim, payments: readonly PenaltyPayment[]): PenaltyBalance {
  const { id, status, judgment } = claim;
  const own = paidOn(id, payments);
  const due = judgment === null ? penaltyAsked(claim) : (judgment.penalty ?? 0n);
  const executing = judgment === null ? own : own.filter((one) => executesAward(claim, one));
  const off = claim.filed?.facts?.penalty?.paid ?? 0n;
  const until = own.filter(({ day }) => claim.filed !== null && day <= claim.filed.day);
  const stands = least(off, sumOf(until));
  const left = due + (judgment === null ? stands : 0n) - sumOf(executing);
  return {
    due,
    paid: sumOf(own),
    before: sumOf(own.filter((one) => one.claim !== id)),
    outstanding: !isStanding(status) || left < 0n ? 0n : left,
    gone: off - stands,
    above: left < 0n ? -left : 0n,
  };
}

/** The payments of a claim, with those of a withdrawn one that it goes on for. */
export function paidOn<Payment extends PenaltyPayment>(id: string, payments: readonly Payment[]) {
  return payments.filter((one) => one.claim === id || one.goesOn === id);
}

/** The penalty that was paid until a filing, or until today where the claim is not filed. */
export function penaltyPaidBy(
  id: string,
  payments: readonly (PenaltyPayment & { readonly at: Instant })[],
  filed: Filed | null,
): bigint {
  const own = paidOn(id, payments);
  return sumOf(filed === null ? own : own.filter((one) => isUntil(filed, one)));
}

/**
 * The most of the penalty that a payment of a day may be of. Until the day of the filing it may
 * take the place of those that were taken back: the filing has its sum off already.
 */
export function penaltyRoom(
  claim: Claim,
  payments: readonly PenaltyPayment[],
  day: number,
): bigint {
  const { outstanding, gone } = penaltyOf(claim, payments);
  const { filed, judgment } = claim;
  const isBefore = judgment === null && filed !== null && day <= filed.day;
  return isBefore ? outstanding + gone : outstanding;
}

/** The penalty that the filing asks for. */
export function penaltyAsked({ filed }: Claim): bigint {
  return filed?.facts?.penalty?.amount ?? 0n;
}

/** The rest of the asked penalty on the day of a judgment, written down at a time. */
export function penaltyOwedOn(
  claim: Claim,
  payments: readonly PenaltyPayment[],
  { day, at }: { readonly day: number; readonly at: Instant },
): bigint {
  const judged = { ...claim, judgment: { sum: 0n, day, at } };
  const before = payments.filter((one) => one.day <= day && !executesAward(judged, one));
  return penaltyOf({ ...claim, judgment: null }, before).outstanding;
}

function sumOf(payments: readonly PenaltyPayment[]): bigint {
  return payments.reduce((sum, { penalty = 0n }) => sum + penalty, 0n);
}

/**
 * The part of a payment that is penalty, where nobody says it: what is left once the debt is paid.
 * So the victim's loss is made good first; a person may write another division down.
 */
export function proposedPenalty(
  amount: bigint,
  { debt, penalty }: { readonly debt: bigint; readonly penalty: bigint },
): bigint {
  const above = amount - debt;
  return above <= 0n ? 0n : least(above, penalty);
}
