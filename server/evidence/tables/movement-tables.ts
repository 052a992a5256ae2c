import type { Table } from "../../../contract/csv.ts";
import { formatDecimal } from "../../money/money.ts";
import { formatInstant } from "../../time/instant.ts";
import type { Basis } from "../../tracing/basis/basis.ts";

/**
 * All that the traces rest on, table by table, as server/evidence/recompute-movements.ts reads it
 * again. The names below 2-calculation/movements are those of the tables here.
 */
export function movementTables(basis: Basis): Readonly<Record<string, Table>> {
  return {
    movements: movements(basis),
    accounts: accounts(basis),
    balances: balances(basis),
    days: days(basis),
    victims: victims(basis),
    traces: traces(basis),
  };
}

/** The joined list of cells that hold currencies. */
export const BETWEEN = " ";

function movements({ movements, victims }: Basis): Table {
  return {
    columns: [
      "transfer_id",
      "booked_at",
      "amount",
      "currency",
      "from_account",
      "to_account",
      "stolen_from",
      "stolen",
      "of_this_case",
      "reverses",
      "exchanged_for",
    ],
    decimals: new Set(["amount", "stolen"]),
    rows: movements.map(({ stolen, ...one }) => [
      one.id,
      formatInstant(one.bookedAt),
      formatDecimal(one.amount, one.currency),
      one.currency,
      one.from,
      one.to,
      stolen === null ? "" : (victims[stolen.victim]?.key ?? ""),
      stolen === null ? "" : formatDecimal(stolen.amount, one.currency),
      stolen === null ? "" : stolen.requested ? "yes" : "no",
      one.reverses ?? "",
      one.exchangedFor ?? "",
    ]),
  };
}

function accounts({ accounts }: Basis): Table {
  return {
    columns: ["account", "stop", "exit_kind", "followed_in", "opening_balance_known_in"],
    rows: accounts.map((one) => [
      one.account,
      one.stop ?? "",
      one.exitKind ?? "",
      one.followed.join(BETWEEN),
      one.openingKnown.join(BETWEEN),
    ]),
  };
}

function balances({ balances }: Basis): Table {
  return {
    columns: ["account", "currency", "at", "kind", "balance"],
    decimals: new Set(["balance"]),
    rows: balances.map((one) => [
      one.account,
      one.currency,
      formatInstant(one.at),
      one.kind,
      formatDecimal(one.balance, one.currency),
    ]),
  };
}

function days({ days }: Basis): Table {
  return {
    columns: ["account", "currency", "from", "until"],
    rows: days.map((one) => [
      one.account,
      one.currency,
      formatInstant(one.from),
      formatInstant(one.until),
    ]),
  };
}

/** One row a victim and account, in the order that decides equal remainders. */
function victims({ victims }: Basis): Table {
  return {
    columns: ["victim", "account"],
    rows: victims.flatMap(({ key, accounts }) => accounts.map((account) => [key, account])),
  };
}

function traces({ method, traces }: Basis): Table {
  return {
    columns: ["rule", "currency", "converted_from", "unknown_balances_bound"],
    rows: traces.map(({ currency, convertedFrom, isBound }) => [
      method,
      currency,
      convertedFrom ?? "",
      isBound ? "yes" : "no",
    ]),
  };
}
