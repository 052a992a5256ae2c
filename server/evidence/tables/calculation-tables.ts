import type { Table } from "../../../contract/csv.ts";
import { lossOf } from "../../cases/claimed-together.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import { firstJudgmentDay, standingSteps } from "../../claims/steps.ts";
import { formatDecimal } from "../../money/money.ts";
import { dayText } from "../../time/day.ts";
import { formatInstant } from "../../time/instant.ts";
import { type CaseFacts, stateOf } from "../case-facts.ts";
import { FILED, filedOf, OFF, offOf, PENALTY_OF_CLAIM, penaltySums } from "./filing-columns.ts";

/**
 * One row a claim; `amount` is what recompute must find again from the lines and the facts.
 * `outstanding` is less by what was paid back since, and never above what is left of the loss.
 * `alternative_to`: claims that ask for the same loss, which are never added up. `awarded` = what a
 * court gave of the debt, `awarded_penalty` = of the penalty beside it, `awarded_on` = the day of
 * the judgment, `awarded_since` = that of the first one, where an appeal changed it: what was paid
 * since then executes it, but for the records of that very day in `paid_before_award`, which were
 * written down before the judgment. `status_ground` is "gone" where a recovered claim is
 * outstanding all the same. `basis`: enrichment (Civil Code art. 953), or joint-harm (art. 932),
 * whose defendants joint-defendants.csv names. `penalty_due` = the penalty as the court gave it, or
 * as the filing asks for it; `penalty_paid` of it, `penalty_paid_before` = the part of that on a
 * withdrawn claim for the same losses, and `penalty_outstanding`. A filing keeps its day, the sum
 * asked, the penalty asked beside it, and the rates of that in order (`filed_…`). `penalty_off` =
 * what had been paid of the penalty before: penalty.csv less this is what is asked for.
 * `penalty_off_gone` = the part of that whose payments were taken back since the filing.
 */
export function claimsTable(facts: CaseFacts): Table {
  return {
    columns: [
      "claim_id",
      "status",
      "method",
      "victim_iin",
      "victim_name",
      "defendant_iin",
      "defendant_name",
      "transfers",
      "amount",
      "currency",
      "reports",
      "status_ground",
      "outstanding",
      "alternative_to",
      "awarded",
      "basis",
      "awarded_on",
      "awarded_since",
      "paid_before_award",
      ...OFF,
      "awarded_penalty",
      ...PENALTY_OF_CLAIM,
      ...FILED,
    ],
    decimals: new Set([
      ...["amount", "outstanding", "awarded", ...OFF, "awarded_penalty"],
      ...PENALTY_OF_CLAIM,
      ...["filed_asked", "filed_penalty"],
    ]),
    rows: facts.claims.map((claim) => [
      claim.id,
      claim.status,
      claim.method,
      claim.victim.iin ?? "",
      claim.victim.name ?? "",
      claim.defendant.iin ?? "",
      claim.defendant.name ?? "",
      String(claim.lines.length),
      formatDecimal(claim.amount, claim.currency),
      claim.currency,
      claim.reports.join(" "),
      stateOf(facts, claim)?.moneyGone ? "gone" : "",
      formatDecimal(stateOf(facts, claim)?.outstanding ?? claim.amount, claim.currency),
      (stateOf(facts, claim)?.alternatives ?? []).join(" "),
      awardedOf(claim, "sum"),
      claim.joint === null ? "enrichment" : "joint-harm",
      judgmentOf(claim)?.day ?? "",
      judgmentOf(claim) === undefined ? "" : (firstJudgmentDay(claim.moves) ?? ""),
      (stateOf(facts, claim)?.beforeAward ?? []).join(" "),
      ...offOf(facts, claim),
      awardedOf(claim, "penalty"),
      ...penaltySums(facts, claim),
      ...filedOf(facts, claim),
    ]),
  };
}

function judgmentOf({ moves }: StoredClaim) {
  return standingSteps(moves).find((move) => move.to === "judgment")?.facts;
}

function awardedOf(claim: StoredClaim, part: "sum" | "penalty"): string {
  const sum = judgmentOf(claim)?.[part];
  return sum === undefined ? "" : formatDecimal(BigInt(sum), claim.currency);
}

/**
 * The people who answer for one loss together: every defendant of a joint claim, and why a person
 * says so.
 */
export function jointTable({ claims }: CaseFacts): Table {
  return {
    columns: [
      "claim_id",
      "number",
      "iin",
      "name",
      "holder_key",
      "accounts",
      "why",
      "decided_by",
      "decided_at",
      "why_kk",
    ],
    rows: claims.flatMap(({ id, defendant, joint }) =>
      joint === null
        ? []
        : [defendant, ...joint.others].map((one, at) => [
            id,
            String(at + 1),
            one.iin ?? "",
            one.name ?? "",
            one.key,
            one.accounts.join(" "),
            joint.why || (joint.whyKk ?? ""),
            joint.by,
            formatInstant(joint.at),
            joint.whyKk ?? "",
          ]),
    ),
  };
}

/**
 * Payments that people wrote down: who paid, on which day, by which receipt. `paid` is the part of
 * the debt, `penalty` what was paid of the penalty beside it. `bank_row` = the transfer that shows
 * the payment in a bank's file: it is counted once. `apart_from_row` = why a payment is another one
 * than a row of the same sum. `tenge` = what came, where the claim is in another currency: by
 * `rate` it pays `paid` and `penalty` together.
 */
export function paymentsTable({ payments }: CaseFacts): Table {
  return {
    columns: [
      "claim_id",
      "payment_id",
      "day",
      "paid",
      "currency",
      "source",
      "receipt",
      "recorded_by",
      "recorded_at",
      "paid_by",
      "penalty",
      "bank_row",
      "apart_from_row",
      "tenge",
      "rate",
      "rate_day",
      "rate_source",
    ],
    decimals: new Set(["paid", "penalty", "tenge", "rate"]),
    rows: payments.map((one) => [
      one.claim,
      one.id,
      dayText(one.day),
      formatDecimal(one.amount, one.currency),
      one.currency,
      one.source,
      one.receipt,
      one.by,
      formatInstant(one.at),
      one.payer ?? "",
      one.penalty === 0n ? "" : formatDecimal(one.penalty, one.currency),
      one.bankRow ?? "",
      one.apart ?? "",
      one.tenge ? formatDecimal(one.tenge.amount, "KZT") : "",
      one.tenge?.rate ?? "",
      one.tenge?.rateDay ?? "",
      one.tenge?.rateSource ?? "",
    ]),
  };
}

/** What holders paid back after a claim left the office; taken off what is outstanding. */
export function repaymentsTable({ states }: CaseFacts): Table {
  return {
    columns: ["claim_id", "transfer_id", "booked_at", "repaid", "currency"],
    decimals: new Set(["repaid"]),
    rows: states.flatMap(({ claim, repaid }) =>
      repaid.map(({ transfer, amount }) => [
        claim.id,
        transfer.id,
        formatInstant(transfer.bookedAt),
        formatDecimal(amount, claim.currency),
        claim.currency,
      ]),
    ),
  };
}

/** Where a claim asks for another part than the data of today give, and why it is kept so. */
export function differencesTable({ states }: CaseFacts): Table {
  return {
    columns: [
      "claim_id",
      "transfer_id",
      "claimed",
      "by_data",
      "currency",
      "why",
      "accepted_by",
      "accepted_at",
      "reason",
    ],
    decimals: new Set(["claimed", "by_data"]),
    rows: states.flatMap(({ claim, change }) =>
      (change?.lines ?? []).map((line) => [
        claim.id,
        line.transferId,
        formatDecimal(line.claimed, claim.currency),
        formatDecimal(line.byData, claim.currency),
        claim.currency,
        line.why,
        change?.accepted?.by ?? "",
        change?.accepted ? formatInstant(change.accepted.at) : "",
        change?.accepted?.reason ?? "",
      ]),
    ),
  };
}

/**
 * Who approved a claim, and the SHA-256 of what was approved: of the file approvals/CLAIM.json.
 * `data_since`: whether data and dossier still give the same; `changed_parts`: in what they do not.
 */
export function approvalsTable({ approvals, states }: CaseFacts): Table {
  return {
    columns: ["claim_id", "approved_by", "approved_at", "sha256", "data_since", "changed_parts"],
    rows: approvals.map(({ claim, by, at, hash }) => {
      const changes = states.find((one) => one.claim.id === claim)?.approvalChanges ?? [];
      const parts = changes.map(({ part, field }) => (field ? `${part} ${field}` : part));
      return [
        claim,
        by,
        formatInstant(at),
        hash,
        changes.length === 0 ? "matches" : "changed",
        [...new Set(parts)].join("; "),
      ];
    }),
  };
}

/** Where a victim states another sum than the bank, which of the two is claimed, and why. */
export function figuresTable({ figures }: CaseFacts): Table {
  return {
    columns: [
      "claim_id",
      "transfer_id",
      "report_id",
      "stated",
      "stated_currency",
      "transfer_amount",
      "currency",
      "claims",
      "decided_by",
      "decided_at",
      "reason",
    ],
    decimals: new Set(["stated", "transfer_amount"]),
    rows: figures.map(({ claim, transferId, report, stated, transfer, decision }) => [
      claim ?? "",
      transferId,
      report,
      formatDecimal(stated.amount, stated.currency),
      stated.currency,
      formatDecimal(transfer.amount, transfer.currency),
      transfer.currency,
      decision?.claim ?? "undecided",
      decision?.by ?? "",
      decision === null ? "" : formatInstant(decision.at),
      decision?.reason ?? "",
    ]),
  };
}

const AMOUNT: ReadonlySet<string> = new Set(["amount"]);
const LINE_AMOUNTS: ReadonlySet<string> = new Set(["transfer_amount", "claimed"]);
const LINE_COLUMNS = [
  "claim_id",
  "transfer_id",
  "booked_at",
  "from_account",
  "to_account",
  "transfer_amount",
  "claimed",
  "currency",
  "source_sha256",
  "source_row",
];

/** The lines of each claim, one row for each transfer. */
export function linesTable(claims: readonly StoredClaim[]): Table {
  return { columns: LINE_COLUMNS, decimals: LINE_AMOUNTS, rows: claims.flatMap(lineRows) };
}

function lineRows(claim: StoredClaim): string[][] {
  return claim.lines.map((line) => [
    claim.id,
    line.transferId,
    formatInstant(line.bookedAt),
    line.from,
    line.to,
    formatDecimal(line.whole, line.currency),
    formatDecimal(line.amount, line.currency),
    line.currency,
    line.sourceId,
    String(line.row),
  ]);
}

/**
 * Sums by method and currency; claims by different methods answer for the same loss and are never
 * added up. By a tracing rule several holders may be asked for the same stolen money: it counts
 * once.
 */
export function totalsTable(facts: CaseFacts): Table {
  const groups = new Map<string, StoredClaim[]>();
  for (const claim of facts.claims) {
    const key = `${claim.method} ${claim.currency}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const totals = [...groups].flatMap(([key, claims]) => {
    const [first] = claims;
    if (first === undefined) return [];
    const { method, currency } = first;
    return [
      [key, { method, currency, claims: claims.length, amount: onceOf(facts, claims) }],
    ] as const;
  });
  return {
    columns: ["method", "currency", "claims", "amount"],
    decimals: AMOUNT,
    rows: totals
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, total]) => [
        total.method,
        total.currency,
        String(total.claims),
        formatDecimal(total.amount, total.currency),
      ]),
  };
}

/** Claims without a loss of their own in the ledger are over: they keep their sum. */
function onceOf({ ledger }: CaseFacts, claims: readonly StoredClaim[]): bigint {
  const asked = claims.map((claim) => ({
    direct: claim.method === "direct",
    currency: claim.currency,
    amount: claim.amount,
    payments: ledger.losses
      .filter((one) => one.claim === claim.id)
      .map(({ transferId, lost }) => ({ id: transferId, amount: lost })),
  }));
  const isShared = (one: (typeof asked)[number]) => !one.direct && one.payments.length > 0;
  const alone = asked.filter((one) => !isShared(one));
  return [...alone, ...lossOf(asked.filter(isShared))].reduce((sum, one) => sum + one.amount, 0n);
}
