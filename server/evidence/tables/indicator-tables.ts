import type { Table } from "../../../contract/csv.ts";
import type { Language } from "../../../contract/languages.ts";
import {
  againstSentence,
  innocentText,
  reasonSentence,
} from "../../../contract/texts/reason-texts.ts";
import type { CaseFacts } from "../case-facts.ts";

/** One row an account: what detection inferred. */
export function findingsTable(facts: CaseFacts): Table {
  return {
    columns: ["run", "cluster", "account", "role", "score", "points", "rank"],
    decimals: new Set(["score", "points"]),
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

/**
 * One row a reason: for, with the innocent explanation to rule out, and against. The sentences are
 * in the language of the package.
 */
export function reasonsTable(facts: CaseFacts, language: Language): Table {
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
    decimals: new Set(["points", "one_in"]),
    rows: facts.findings.flatMap((finding) => [
      ...finding.reasons.map((reason) => [
        finding.runId,
        finding.account,
        "for",
        reason.code,
        String(reason.points),
        reason.oneIn === null ? "" : String(reason.oneIn),
        reasonSentence(reason, language),
        innocentText(reason.innocent, language),
        reason.transferIds.join(" "),
      ]),
      ...finding.against.map((one) => [
        finding.runId,
        finding.account,
        "against",
        one.code,
        "",
        "",
        againstSentence(one, language),
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
