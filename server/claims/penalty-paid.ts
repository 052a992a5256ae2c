import { isStanding } from "../../contract/claim-steps.ts";
import { least } from "../money/money.ts";
import type { LedgerClaim, LedgerPayment } from "./ledger.ts";

/**
 * The penalty of a claim beside its debt: what is owed of it, and what was paid. It is no part of
 * the loss, so it is in no recovery (docs/claims.md, "Penalty"). Minor units.
 */
export interface PenaltyBalance {
  /** As the court gave it; before a judgment, as the filing asks for it. */
  readonly due: bigint;
  readonly paid: bigint;
  readonly outstanding: bigint;
}

/** A claim with the penalty that its filing asks for. */
type Claim = Pick<LedgerClaim, "id" | "status" | "judgment"> & {
  readonly filed: {
    readonly facts: { readonly penalty?: { readonly amount: bigint } | null | undefined } | null;
  } | null;
};

/** `payments`: those that nobody took back. */
export function penaltyOf(
  { id, status, judgment, filed }: Claim,
  payments: readonly Pick<LedgerPayment, "claim" | "penalty">[],
): PenaltyBalance {
  const asked = filed?.facts?.penalty?.amount ?? 0n;
  const due = judgment === null ? asked : (judgment.penalty ?? 0n);
  const paid = payments.reduce(
    (sum, one) => (one.claim === id ? sum + (one.penalty ?? 0n) : sum),
    0n,
  );
  const left = due - paid;
  return { due, paid, outstanding: !isStanding(status) || left < 0n ? 0n : left };
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
