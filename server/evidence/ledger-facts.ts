import { payerName } from "../claims/debtors.ts";
import type { LedgerNow } from "../claims/ledger.store.ts";
import type { Ledger, LedgerClaim, Recovery } from "../claims/ledger.ts";
import type { PaymentFact } from "./case-facts.ts";

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

/** The payments on some claims that count, each with the bank's row that shows it. */
export function paymentFacts(
  { payments, claims, shown }: Pick<LedgerNow, "payments" | "claims" | "shown">,
  stated: readonly { readonly id: string }[],
): PaymentFact[] {
  return payments
    .filter((one) => one.cancelled === null && stated.some(({ id }) => id === one.claim))
    .map((one) => {
      const claim = claims.find(({ id }) => id === one.claim);
      const payer = claim ? payerName(claim, one.payer) : one.payer;
      return { ...one, payer, bankRow: shown.get(one.id) };
    });
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
