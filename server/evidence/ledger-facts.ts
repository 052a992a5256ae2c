import type { Ledger, LedgerClaim, Recovery } from "../claims/ledger.ts";

/** A stolen payment behind a claim; amounts in minor units. */
export interface LossFact {
  readonly claim: string;
  readonly transferId: string;
  /** null = nothing says how much it was. */
  readonly lost: bigint | null;
  /** From anybody, by any claim. */
  readonly cameBack: bigint;
  readonly currency: string;
}

/** The part of the ledger that the claims of a package rest on. */
export interface LedgerFacts {
  readonly losses: readonly LossFact[];
  readonly recoveries: readonly Recovery[];
}

/**
 * The losses of some claims and all that came back of them. A payment on a claim of another case
 * for the same loss is among it, because it lowers what is outstanding here.
 */
export function ledgerFacts(
  { recoveries, leftOf }: Pick<Ledger, "recoveries" | "leftOf">,
  claims: readonly Pick<LedgerClaim, "id" | "currency" | "origins">[],
): LedgerFacts {
  const own = new Set(claims.map(({ id }) => id));
  const about = new Set(claims.flatMap(({ origins }) => origins.map(({ id }) => id)));
  const made = new Map<string, bigint>();
  for (const { transferId, amount } of recoveries.flatMap((one) => one.parts))
    made.set(transferId, (made.get(transferId) ?? 0n) + amount);
  const losses = claims.flatMap(({ id: claim, currency, origins }) =>
    [...new Set(origins.map(({ id }) => id))].map((transferId): LossFact => {
      const cameBack = made.get(transferId) ?? 0n;
      const left = leftOf(transferId);
      return {
        claim,
        transferId,
        lost: left === null ? null : left + cameBack,
        cameBack,
        currency,
      };
    }),
  );
  return {
    losses,
    recoveries: recoveries
      .map((one) => {
        const isOwn = own.has(one.claim);
        const parts = one.parts.filter(({ transferId }) => isOwn || about.has(transferId));
        return { ...one, parts };
      })
      .filter(({ parts }) => parts.length > 0),
  };
}
