import { type DocumentLanguage, documentLanguage } from "../../contract/cases.ts";
import { traceDocument } from "../tracing/document.ts";
import type { BagWriter } from "./bag/write.ts";
import type { CaseFacts } from "./case-facts.ts";
import { crateMetadata } from "./crate.ts";
import { claimDocument, documentDate } from "./documents/claim-document.ts";
import { flowDocument } from "./documents/flow-document.ts";
import { renderPdf } from "./documents/pdf.ts";
import { drawFlow } from "./flow/svg.ts";
import { claimsTable, linesTable, totalsTable } from "./tables/calculation-tables.ts";
import { writeCsv } from "./tables/csv.ts";
import { accountsTable, reportsTable, sourcesTable, transfersTable } from "./tables/fact-tables.ts";
import { findingsTable, reasonsTable, runsDocument } from "./tables/indicator-tables.ts";
import { stepsTable, traceAccountsTable, victimsTable } from "./tables/trace-tables.ts";
import { transfersWorkbook } from "./tables/workbook.ts";
import { type About, textsOf } from "./texts/texts.ts";
import { timeFigures } from "./words/dates.ts";

/**
 * The three rooms of a package: what the files say, what follows by arithmetic, what a program
 * inferred.
 */
const FACTS = "1-facts";
const CALCULATION = "2-calculation";
const INDICATORS = "3-indicators";

/** Adds everything of a case to a bag, in a fixed order; the same facts give the same bytes. */
export async function addContents(
  into: BagWriter,
  facts: CaseFacts,
  language: DocumentLanguage,
  signal?: AbortSignal,
): Promise<void> {
  const paths: string[] = [];
  const bag: Pick<BagWriter, "add"> = {
    add: (path, content) => {
      paths.push(path);
      return into.add(path, content);
    },
  };
  const texts = textsOf(language);
  const about = aboutOf(facts);
  const transfers = transfersTable(facts);
  for (const one of documentLanguage.options)
    await bag.add(`README.${one}.txt`, textsOf(one).readme(about));
  await bag.add(`${FACTS}/transfers.csv`, writeCsv(transfers));
  await bag.add(`${FACTS}/transfers.xlsx`, transfersWorkbook(transfers, texts));
  await bag.add(`${FACTS}/sources.csv`, writeCsv(sourcesTable(facts)));
  await bag.add(`${FACTS}/accounts.csv`, writeCsv(accountsTable(facts)));
  await bag.add(`${FACTS}/reports.csv`, writeCsv(reportsTable(facts)));
  await bag.add(`${CALCULATION}/claims.csv`, writeCsv(claimsTable(facts)));
  await bag.add(`${CALCULATION}/claim-lines.csv`, writeCsv(linesTable(facts.claims)));
  await bag.add(`${CALCULATION}/totals.csv`, writeCsv(totalsTable(facts)));
  for (const claim of facts.claims) {
    signal?.throwIfAborted();
    await bag.add(`${CALCULATION}/claims/${claim.id}.csv`, writeCsv(linesTable([claim])));
    const document = claimDocument(facts, claim, language, texts);
    await bag.add(
      `${CALCULATION}/claims/${claim.id}.pdf`,
      await renderPdf(document, documentDate(facts)),
    );
  }
  for (const trace of facts.traces) {
    const name = (what: string) => `${CALCULATION}/trace/${what}-${trace.currency}`;
    await bag.add(`${name("steps")}.csv`, writeCsv(stepsTable(trace)));
    await bag.add(`${name("accounts")}.csv`, writeCsv(traceAccountsTable(trace)));
    await bag.add(`${name("victims")}.csv`, writeCsv(victimsTable(trace)));
    await bag.add(
      `${name("trace")}.json`,
      `${JSON.stringify(traceDocument(trace, false), null, 2)}\n`,
    );
  }
  for (const currency of currenciesOf(facts)) {
    const picture = drawFlow(facts, currency, language, texts);
    if (picture === null) continue;
    await bag.add(`${CALCULATION}/flow-${currency}.svg`, picture.svg);
    const sheet = await renderPdf(
      flowDocument(facts, picture, language, texts),
      documentDate(facts),
    );
    await bag.add(`${CALCULATION}/flow-${currency}.pdf`, sheet);
  }
  await bag.add(`${INDICATORS}/findings.csv`, writeCsv(findingsTable(facts)));
  await bag.add(`${INDICATORS}/reasons.csv`, writeCsv(reasonsTable(facts, language)));
  await bag.add(`${INDICATORS}/runs.json`, runsDocument(facts));
  for (const one of documentLanguage.options) {
    await bag.add(`${INDICATORS}/method-and-limits.${one}.txt`, textsOf(one).limits(about));
  }
  await into.add("ro-crate-metadata.json", crateMetadata(facts, paths));
}

function currenciesOf(facts: CaseFacts): string[] {
  const all = [
    ...facts.claims.map((claim) => claim.currency),
    ...facts.traces.map((trace) => trace.currency),
  ];
  return [...new Set(all)].sort();
}

function aboutOf(facts: CaseFacts): About {
  return {
    caseId: facts.case.id,
    title: facts.case.title,
    claims: facts.claims.length,
    transfers: facts.transfers.length,
    asOf: `${timeFigures(facts.asOf, "minutes")} (UTC+5)`,
  };
}
