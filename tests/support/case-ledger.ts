import type { FormedClaim } from "../../server/claims/form.ts";
import { type LedgerClaim, type LedgerPayment, ledgerOf } from "../../server/claims/ledger.ts";
import type { ClaimState } from "../../server/claims/today.store.ts";
import type { PaymentFact } from "../../server/evidence/case-facts.ts";
import { ledgerFacts } from "../../server/evidence/ledger-facts.ts";
import { dayOf } from "../../server/time/day.ts";

/** A stolen payment behind a claim; null = nothing says how much it was. */
type Origin = LedgerClaim["origins"][number];

/** By claim (C1-1 and so on): the lines of a direct one, the payments behind a traced one. */
export function originsOf(
  formed: readonly FormedClaim[],
  amountOf: (transfer: string) => bigint | null,
): Map<string, readonly Origin[]> {
  const lines = (claim: FormedClaim) =>
    claim.lines
      .filter((line) => line.amount > 0n)
      .map(({ transfer, amount }): Origin => ({ id: transfer.id, stolen: amount }));
  const behind = (claim: FormedClaim) =>
    claim.origins?.map((id): Origin => ({ id, stolen: amountOf(id) }));
  return new Map(formed.map((claim, at) => [`C1-${at + 1}`, behind(claim) ?? lines(claim)]));
}

/** The ledger of claims as the database would give it, and their states with what it says. */
export function caseLedger(
  states: readonly ClaimState[],
  originsOf: (claim: string) => readonly Origin[],
  payments: readonly PaymentFact[] = [],
) {
  const claims = states.map(({ claim, repaid }): LedgerClaim => {
    const { id, status, method, currency, amount, lines } = claim;
    const taken = lines
      .filter((line) => line.amount < 0n)
      .map(({ transferId, bookedAt: at, ...line }) => {
        return { transferId, amount: -line.amount, at, day: dayOf(at) };
      });
    const since = repaid.map(({ transfer, amount: paid }) => {
      const at = transfer.bookedAt;
      return { transferId: transfer.id, amount: paid, at, day: dayOf(at) };
    });
    return {
      ...{ id, case: "C1", status, direct: method === "direct", currency, amount },
      ...{ origins: originsOf(id), taken, repaid: since, judgment: null, filed: null },
    };
  });
  const ledger = ledgerOf(
    claims,
    payments.map((one): LedgerPayment => ({ ...one, case: "C1", parts: partsOf(one, claims) })),
  );
  return {
    ledger: ledgerFacts(ledger, claims),
    states: states.map((state): ClaimState => {
      const { outstanding, notBack, loss, recovered, alternatives } = ledger.balances.get(
        state.claim.id,
      ) ?? { ...state };
      return { ...state, outstanding, notBack, loss, recovered, alternatives };
    }),
  };
}

/** As it is written down: on the losses of its claim, the oldest first. */
function partsOf(payment: PaymentFact, claims: readonly LedgerClaim[]) {
  let rest = payment.amount;
  const { origins = [] } = claims.find(({ id }) => id === payment.claim) ?? {};
  return origins.flatMap(({ id, stolen }) => {
    const amount = stolen === null || rest < stolen ? rest : stolen;
    rest -= amount;
    return amount > 0n ? [{ transferId: id, amount }] : [];
  });
}
