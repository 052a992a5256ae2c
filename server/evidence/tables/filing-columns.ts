import type { StoredClaim } from "../../claims/claim.ts";
import { formatDecimal } from "../../money/money.ts";
import { type CaseFacts, stateOf } from "../case-facts.ts";

/** The columns of claims.csv that say what was filed, and what is owed of the penalty. */

export const FILED = ["filed_on", "filed_asked", "filed_penalty", "filed_rates"] as const;

/** Empty where the claim is not filed; no penalty and no rates where none was asked for. */
export function filedOf(facts: CaseFacts, claim: StoredClaim): string[] {
  const { filed = null, penalty = null } = stateOf(facts, claim) ?? {};
  if (filed === null) return ["", "", "", ""];
  const rates = (penalty?.spans ?? []).map(({ rate }) => (rate / 100).toFixed(2));
  return [
    filed.day,
    formatDecimal(filed.asked, claim.currency),
    penalty === null ? "" : formatDecimal(penalty.amount, claim.currency),
    rates.filter((rate, at) => rate !== rates[at - 1]).join(" "),
  ];
}

export const OFF = ["penalty_off_gone", "penalty_off"] as const;

/** Empty where nothing had been paid of the penalty that is asked for, or all of it stands. */
export function offOf(facts: CaseFacts, claim: StoredClaim): string[] {
  const gone = facts.penalties.find((one) => one.claim === claim.id)?.gone ?? 0n;
  const paid = stateOf(facts, claim)?.penalty?.paid ?? 0n;
  return [gone, paid].map((sum) => (sum === 0n ? "" : formatDecimal(sum, claim.currency)));
}

export const PENALTY_OF_CLAIM = [
  "penalty_due",
  "penalty_paid",
  "penalty_paid_before",
  "penalty_outstanding",
] as const;

/** Empty where the claim has no penalty. */
export function penaltySums({ penalties }: CaseFacts, { id, currency }: StoredClaim): string[] {
  const own = penalties.find(({ claim }) => claim === id);
  if (own === undefined || (own.due === 0n && own.paid === 0n)) return ["", "", "", ""];
  return [own.due, own.paid, own.before, own.outstanding].map((sum) =>
    formatDecimal(sum, currency),
  );
}
