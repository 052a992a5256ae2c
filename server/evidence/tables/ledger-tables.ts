import type { Table } from "../../../contract/csv.ts";
import { formatDecimal } from "../../money/money.ts";
import { dayText } from "../../time/day.ts";
import type { CaseFacts } from "../case-facts.ts";

/**
 * The losses behind each claim: what was lost by a stolen payment, and what came back of it from
 * anybody. An empty `lost` is not known.
 */
export function lossesTable({ ledger }: CaseFacts): Table {
  return {
    columns: ["claim_id", "transfer_id", "lost", "came_back", "currency"],
    decimals: new Set(["lost", "came_back"]),
    rows: ledger.losses.map(({ claim, transferId, lost, cameBack, currency }) => [
      claim,
      transferId,
      lost === null ? "" : formatDecimal(lost, currency),
      formatDecimal(cameBack, currency),
      currency,
    ]),
  };
}

/**
 * Tenge that look like a repayment of a claim in another currency: nobody has written them down
 * with a rate, so they count nowhere. `record_id` is a transfer, or a return of the register.
 */
export function tengeNotCountedTable({ tengeFound }: CaseFacts): Table {
  return {
    columns: ["claim_id", "record_id", "by", "day", "tenge"],
    decimals: new Set(["tenge"]),
    rows: tengeFound.map(({ claim, id, by, day, amount }) => [
      claim,
      id,
      by,
      dayText(day),
      formatDecimal(amount, "KZT"),
    ]),
  };
}

/**
 * The money that came back of these losses, also by claims of other cases; one row a part of a
 * loss.
 * `record_id` is a payment_id of payments.csv, or the transfer of a bank's row.
 */
export function recoveriesTable({ ledger }: CaseFacts): Table {
  return {
    columns: ["record_id", "by", "claim_id", "day", "transfer_id", "amount", "currency"],
    decimals: new Set(["amount"]),
    rows: ledger.recoveries.flatMap(({ id, by, claim, day, currency, parts }) =>
      parts.map(({ transferId, amount }) => [
        id,
        by,
        claim,
        dayText(day),
        transferId,
        formatDecimal(amount, currency),
        currency,
      ]),
    ),
  };
}
