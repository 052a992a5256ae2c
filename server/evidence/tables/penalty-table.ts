import type { Table } from "../../../contract/csv.ts";
import { formatDecimal } from "../../money/money.ts";
import type { CaseFacts } from "../case-facts.ts";

/**
 * The penalty of Civil Code article 353 that a claim asks for beside its sum: one row for the days
 * with one principal and one rate, in per cent a year. Claims that ask for none have no row.
 */
export function penaltyTable({ states }: Pick<CaseFacts, "states">): Table {
  return {
    columns: [
      "claim_id",
      "from",
      "until",
      "days",
      "principal",
      "rate",
      "rate_from",
      "rate_source",
      "penalty",
      "currency",
    ],
    decimals: new Set(["principal", "rate", "penalty"]),
    rows: states.flatMap(({ claim: { id, currency }, penalty }) =>
      (penalty?.spans ?? []).map((span) => [
        id,
        span.from,
        span.until,
        String(span.days),
        formatDecimal(span.principal, currency),
        (span.rate / 100).toFixed(2),
        span.rateFrom,
        span.source,
        formatDecimal(span.penalty, currency),
        currency,
      ]),
    ),
  };
}
