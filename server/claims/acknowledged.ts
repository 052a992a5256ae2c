import type { LedgerNow } from "./ledger.store.ts";

type Money = Pick<LedgerNow, "payments"> & {
  readonly claims: readonly Pick<LedgerNow["claims"][number], "id" | "taken" | "repaid">[];
};

/**
 * The days on which the dropper paid a part of a claim voluntarily: they restart the limitation
 * (Civil Code article 183). A bank's row is such a payment, unless it shows an entry: then the
 * entry says on which day the money came and from whom. A bank that paid of its own, and blocked
 * money that was returned, are no acknowledgement. A claim that goes on for the losses of a
 * withdrawn one has its payments.
 */
export function acknowledgedDays({ payments, claims }: Money, claim: string): number[] {
  const own = claims.find(({ id }) => id === claim);
  const rows = [...(own?.taken ?? []), ...(own?.repaid ?? [])];
  const written = payments.filter(
    (one) =>
      one.source === "dropper" &&
      one.cancelled === null &&
      (one.claim === claim || one.goesOn === claim),
  );
  return [...written, ...rows.filter(({ shows }) => shows === undefined)].map(({ day }) => day);
}
