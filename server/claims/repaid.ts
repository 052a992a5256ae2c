import type { BankTransfer } from "./form.ts";

/** A claim to which a payment of the holder to the victim may belong. */
export interface OwedClaim {
  readonly id: string;
  /** Minor units still asked for. */
  readonly owed: bigint;
}

/** A bank row of the holder's paying the victim. */
export interface Return {
  readonly transfer: BankTransfer;
  /** Minor units of it that the lines of claims have taken off already. */
  readonly taken: bigint;
}

/** The part of a payment that settles a claim. */
export interface Repayment {
  readonly transfer: BankTransfer;
  /** Minor units. */
  readonly amount: bigint;
}

/**
 * Divides what holders paid back among the claims it may belong to. Payments go in the order of
 * time, to the claims in their own order, never more than the payment and never more than is owed.
 * `returns` holds the payments that may belong to a claim, by its id.
 */
export function repaymentsOf(
  claims: readonly OwedClaim[],
  returns: ReadonlyMap<string, readonly Return[]>,
): Map<string, Repayment[]> {
  const owed = new Map(claims.map((claim) => [claim.id, claim.owed]));
  const payments = new Map<string, Return & { left: bigint }>();
  for (const one of [...returns.values()].flat())
    payments.set(one.transfer.id, { ...one, left: one.transfer.amount - one.taken });
  const inTime = [...payments.values()].sort(
    (one, other) =>
      one.transfer.bookedAt - other.transfer.bookedAt ||
      (one.transfer.id < other.transfer.id ? -1 : 1),
  );
  const found = new Map<string, Repayment[]>(claims.map((claim) => [claim.id, []]));
  for (const payment of inTime) {
    for (const claim of claims) {
      const belongs = returns.get(claim.id)?.some((one) => one.transfer.id === payment.transfer.id);
      const still = owed.get(claim.id) ?? 0n;
      const part = still < payment.left ? still : payment.left;
      if (!belongs || part <= 0n) continue;
      found.get(claim.id)?.push({ transfer: payment.transfer, amount: part });
      owed.set(claim.id, still - part);
      payment.left -= part;
    }
  }
  return found;
}
