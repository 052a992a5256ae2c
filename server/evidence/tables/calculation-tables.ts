import type { Claim } from "../../../contract/cases.ts";
import type { Table } from "../../../contract/csv.ts";
import { formatDecimal } from "../../money/money.ts";
import { formatInstant } from "../../time/instant.ts";
import type { CaseFacts } from "../case-facts.ts";

const decimal = (amount: string, currency: string) => formatDecimal(BigInt(amount), currency);

/** One row a claim; `amount` is what recompute must find again from the lines and the facts. */
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
    ],
    decimals: AMOUNT,
    rows: facts.claims.map((claim) => [
      claim.id,
      claim.status,
      claim.method,
      claim.victim.iin ?? "",
      claim.victim.name ?? "",
      claim.defendant.iin ?? "",
      claim.defendant.name ?? "",
      String(claim.lines.length),
      decimal(claim.amount, claim.currency),
      claim.currency,
      claim.reports.join(" "),
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
export function linesTable(claims: readonly Claim[]): Table {
  return { columns: LINE_COLUMNS, decimals: LINE_AMOUNTS, rows: claims.flatMap(lineRows) };
}

function lineRows(claim: Claim): string[][] {
  return claim.lines.map((line) => [
    claim.id,
    line.transferId,
    formatInstant(line.bookedAt),
    line.from,
    line.to,
    decimal(line.whole, line.currency),
    decimal(line.amount, line.currency),
    line.currency,
    line.sourceId,
    String(line.row),
  ]);
}

/**
 * Sums by method and currency; claims by different methods answer for the same loss and are never
 * added up.
 */
export function totalsTable(facts: CaseFacts): Table {
  const totals = new Map<
    string,
    { method: string; currency: string; claims: number; amount: bigint }
  >();
  for (const claim of facts.claims) {
    const key = `${claim.method} ${claim.currency}`;
    const total = totals.get(key) ?? {
      method: claim.method,
      currency: claim.currency,
      claims: 0,
      amount: 0n,
    };
    total.claims += 1;
    total.amount += BigInt(claim.amount);
    totals.set(key, total);
  }
  return {
    columns: ["method", "currency", "claims", "amount"],
    decimals: AMOUNT,
    rows: [...totals.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, total]) => [
        total.method,
        total.currency,
        String(total.claims),
        formatDecimal(total.amount, total.currency),
      ]),
  };
}
