import type { Table } from "../../../contract/csv.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import type { CaseFacts, MaskedFacts } from "../case-facts.ts";
import { METHOD_WORDS } from "../texts/method/method-texts.ts";
import { MASKED, WITHHELD } from "./withheld-kinds.ts";

/** What is withheld, why, and how many; a row with nothing says so by its zero. */
export function withheldTable(facts: CaseFacts, language: DocumentLanguage): Table {
  const words = METHOD_WORDS[language].withheld;
  const { masked } = facts.withheld;
  const counts = { ...countsOf(facts), ...(masked && maskedCounts(masked)) };
  const codes = masked ? [...WITHHELD, ...MASKED] : WITHHELD;
  return {
    columns: ["code", "what", "why", "how_many"],
    rows: codes.map((code) => {
      const { what, why } = words[code];
      return [code, what, why, String(counts[code] ?? 0)];
    }),
  };
}

/** Each transfer that a reason cites and that is not among the facts of the package. */
export function withheldTransfersTable(facts: CaseFacts): Table {
  return {
    columns: ["transfer_id", "run", "account", "code"],
    rows: citedElsewhere(facts).map(({ id, runId, account, code }) => [id, runId, account, code]),
  };
}

type Counts = Readonly<Partial<Record<(typeof WITHHELD | typeof MASKED)[number], number>>>;

function maskedCounts(masked: MaskedFacts): Counts {
  return {
    "masked-persons": masked.persons,
    "masked-accounts": masked.accounts,
    "masked-purposes": masked.purposes,
    "masked-findings": masked.findings,
    "masked-files": masked.files,
    "masked-approvals": masked.approvals,
  };
}

function countsOf(facts: CaseFacts): Counts {
  const { sources, transfers, withheld, basis } = facts;
  const named = new Set(transfers.map((one) => one.id));
  const sum = (rows: readonly (number | null)[]) =>
    rows.reduce<number>((all, one) => all + (one ?? 0), 0);
  const fromFiles = transfers.filter((one) => sources.some((file) => file.sha256 === one.sourceId));
  return {
    "rows-of-files": Math.max(
      0,
      sum(sources.map((one) => one.rowsRead)) -
        sum(sources.map((one) => one.rowsRefused)) -
        fromFiles.length,
    ),
    "unread-rows": sum(sources.map((one) => one.rowsRefused)),
    "other-transfers": withheld.otherTransfers,
    "other-movements": basis?.movements.filter(({ id }) => !named.has(id)).length ?? 0,
    "cited-transfers": new Set(citedElsewhere(facts).map(({ id }) => id)).size,
    "other-rules": withheld.otherRules,
    "withdrawn-claims": withheld.withdrawnClaims,
    "empty-drafts": withheld.emptyDrafts,
    "removed-files": withheld.removedFiles,
    notes: withheld.notes,
  };
}

function citedElsewhere({ findings, transfers }: CaseFacts) {
  const inPackage = new Set(transfers.map((one) => one.id));
  return findings.flatMap(({ runId, account, reasons }) =>
    reasons.flatMap(({ code, transferIds }) =>
      [...new Set(transferIds)]
        .filter((id) => !inPackage.has(id))
        .map((id) => ({ id, runId, account, code })),
    ),
  );
}
