import type { Table } from "../../../contract/csv.ts";
import type { Trace } from "../../../contract/tracing.ts";
import { formatDecimal } from "../../money/money.ts";
import { formatInstant } from "../../time/instant.ts";

/**
 * A trace's part of a file name. Money exchanged into a currency has a trace beside that of money
 * stolen in it.
 */
export function traceName({ currency, convertedFrom }: Pick<Trace, "currency" | "convertedFrom">) {
  return convertedFrom == null ? currency : `${currency}-from-${convertedFrom}`;
}

/** The currency of a trace with such a name. */
export const currencyOfTrace = (name: string) => name.replace(/-from-.*$/, "");

const time = (at: number | null) => (at === null ? "" : formatInstant(at));

/** One row a traced transfer and victim: which part of it is whose money by the rule. */
export function stepsTable(trace: Trace): Table {
  const decimal = (amount: string) => formatDecimal(BigInt(amount), trace.currency);
  return {
    columns: [
      "rule",
      "step",
      "transfer_id",
      "booked_at",
      "from_account",
      "to_account",
      "transfer_amount",
      "victim",
      "part",
      "exchanged",
    ],
    decimals: new Set(["transfer_amount", "part"]),
    rows: trace.steps.flatMap((step) =>
      step.byVictim.map((share) => [
        trace.method,
        String(step.generation),
        step.transferId,
        formatInstant(step.bookedAt),
        step.from,
        step.to,
        decimal(step.whole),
        share.victim,
        decimal(share.amount),
        step.exchangedAt === undefined ? "" : "yes",
      ]),
    ),
  };
}

const ACCOUNT_AMOUNTS: ReadonlySet<string> = new Set([
  ...["received", "passed_on", "held", "exited", "beyond_data"],
  ...["received_minimum", "received_maximum", "received_certain"],
]);

/**
 * One row an account: victims' money received, passed on, still there, gone; with the lowest and
 * highest over all rules.
 */
export function traceAccountsTable(trace: Trace): Table {
  const decimal = (amount: string) => formatDecimal(BigInt(amount), trace.currency);
  return {
    columns: [
      "rule",
      "step",
      "account",
      "holder",
      "received",
      "passed_on",
      "held",
      "exited",
      "beyond_data",
      "received_minimum",
      "received_maximum",
      "received_certain",
      "opening_balance_known",
      "stop",
      "exit_kind",
      "first_received_at",
      "last_left_at",
    ],
    decimals: ACCOUNT_AMOUNTS,
    rows: trace.accounts.map((account) => [
      trace.method,
      String(account.generation),
      account.account,
      account.holderKey ?? "",
      decimal(account.received),
      decimal(account.passedOn),
      decimal(account.held),
      decimal(account.exited),
      decimal(account.beyondData),
      account.ranges === null ? "" : decimal(account.ranges.received.minimum),
      account.ranges === null ? "" : decimal(account.ranges.received.maximum),
      decimal(account.certain),
      account.openingUnknown ? "no" : "yes",
      account.stop ?? "",
      account.exitKind ?? "",
      time(account.firstReceivedAt),
      time(account.lastLeftAt),
    ]),
  };
}

/**
 * One row a victim: stolen = held + exited + beyond the data, to the smallest unit.
 * `returned_by_rule` is the part of held that came home by the rule; what holders paid back,
 * whosever money the rule says it was, stands in repayments.csv.
 */
export function victimsTable(trace: Trace): Table {
  const decimal = (amount: string) => formatDecimal(BigInt(amount), trace.currency);
  return {
    columns: [
      "rule",
      "victim",
      "name",
      "reports",
      "stolen",
      "held",
      "exited",
      "beyond_data",
      "returned_by_rule",
    ],
    decimals: new Set(["stolen", "held", "exited", "beyond_data", "returned_by_rule"]),
    rows: trace.victims.map((victim) => [
      trace.method,
      victim.victim,
      victim.name ?? "",
      victim.reports.join(" "),
      decimal(victim.stolen),
      decimal(victim.held),
      decimal(victim.exited),
      decimal(victim.beyondData),
      decimal(victim.returned),
    ]),
  };
}
