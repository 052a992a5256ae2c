import { payerName } from "../claims/debtors.ts";
import type { LedgerNow } from "../claims/ledger.store.ts";
import type { PaymentFact } from "./case-facts.ts";

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
