import type { CaseFacts } from "../facts.ts";
import type { Table } from "./csv.ts";

/** One row an account: what detection inferred. */
export function findingsTable(facts: CaseFacts): Table {
  return {
    columns: ["run", "cluster", "account", "role", "score", "points", "rank"],
    rows: facts.findings.map((finding) => [
      finding.runId,
      finding.cluster ?? "",
      finding.account,
      finding.role,
      String(finding.score),
      String(finding.points),
      finding.rank === null ? "" : String(finding.rank),
    ]),
  };
}

/** One row a reason: for, with the innocent explanation to rule out, and against. */
export function reasonsTable(facts: CaseFacts): Table {
  return {
    columns: [
      "run",
      "account",
      "direction",
      "code",
      "points",
      "one_in",
      "sentence",
      "innocent_explanation",
      "transfers",
    ],
    rows: facts.findings.flatMap((finding) => [
      ...finding.reasons.map((reason) => [
        finding.runId,
        finding.account,
        "for",
        reason.code,
        String(reason.points),
        String(reason.oneIn),
        reason.sentence,
        reason.innocent,
        reason.transferIds.join(" "),
      ]),
      ...finding.against.map((one) => [
        finding.runId,
        finding.account,
        "against",
        one.code,
        "",
        "",
        one.sentence,
        "",
        "",
      ]),
    ]),
  };
}

/** The runs the case cites: what exactly was computed, so that it can be computed again. */
export function runsDocument(facts: CaseFacts): string {
  return `${JSON.stringify(facts.runs, null, 2)}\n`;
}
