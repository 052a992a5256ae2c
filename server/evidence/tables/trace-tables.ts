import type { Table } from "../../../contract/csv.ts";
import type { Trace } from "../../../contract/tracing.ts";
import { isClaimOf } from "../../claims/claim-victim.ts";
import { formatDecimal } from "../../money/money.ts";
import { formatInstant } from "../../time/instant.ts";
import type { CaseFacts } from "../case-facts.ts";

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
 * One row a victim: stolen = held + exited + beyond the data, to the smallest unit. `returned` is
 * the part of held that came home by the rule; `repaid_since` is what holders paid back after their
 * claims were filed (repayments.csv), whatever money the rule says it was.
 */
export function victimsTable(trace: Trace, states: CaseFacts["states"]): Table {
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
      "returned",
      "repaid_since",
    ],
    decimals: VICTIM_AMOUNTS,
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
      decimal(repaidTo(victim, trace.currency, states).toString()),
    ]),
  };
}

const VICTIM_AMOUNTS: ReadonlySet<string> = new Set([
  ...["stolen", "held", "exited", "beyond_data", "returned", "repaid_since"],
]);

function repaidTo(
  victim: Trace["victims"][number],
  currency: string,
  states: CaseFacts["states"],
): bigint {
  return states
    .filter(({ claim }) => claim.currency === currency && isClaimOf(claim, victim))
    .flatMap(({ repaid }) => repaid)
    .reduce((sum, payment) => sum + payment.amount, 0n);
}
