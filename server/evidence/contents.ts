import { createReadStream } from "node:fs";
import { csvFor, type Table, writeCsv } from "../../contract/csv.ts";
import { type DocumentLanguage, documentLanguage } from "../../contract/document-language.ts";
import { traceDocument } from "../tracing/document.ts";
import type { BagWriter } from "./bag/write.ts";
import type { CaseFacts } from "./case-facts.ts";
import {
  COVER_LETTER,
  coverLetter,
  INVENTORY,
  inventoryPaper,
  type Sender,
  type WrittenFile,
} from "./cover/cover-papers.ts";
import { crateMetadata } from "./crate.ts";
import { claimDocument, documentDate } from "./documents/claim-document.ts";
import { flowDocument } from "./documents/flow-document.ts";
import { renderPdf } from "./documents/pdf.ts";
import type { Flow } from "./flow/graph.ts";
import { drawFlow } from "./flow/svg.ts";
import { attachmentName, attachmentsTable } from "./tables/attachments-table.ts";
import {
  approvalsTable,
  claimsTable,
  differencesTable,
  figuresTable,
  jointTable,
  linesTable,
  paymentsTable,
  repaymentsTable,
  totalsTable,
} from "./tables/calculation-tables.ts";
import { accountsTable, describedTable, reportsTable, sourcesTable } from "./tables/fact-tables.ts";
import { findingsTable, reasonsTable, runsDocument } from "./tables/indicator-tables.ts";
import { lossesTable, recoveriesTable, tengeNotCountedTable } from "./tables/ledger-tables.ts";
import { movementTables } from "./tables/movement-tables.ts";
import { penaltyTable } from "./tables/penalty-table.ts";
import { stepsTable, traceAccountsTable, traceName, victimsTable } from "./tables/trace-tables.ts";
import { transfersSheet } from "./tables/transfers-sheet.ts";
import { transfersTable } from "./tables/transfers-table.ts";
import { withheldTable, withheldTransfersTable } from "./tables/withheld-tables.ts";
import { writeWorkbook } from "./tables/workbook.ts";
import type { About } from "./texts/document-texts.ts";
import { METHOD_WORDS } from "./texts/method/method-texts.ts";
import { textsOf } from "./texts/texts.ts";
import { timeFigures } from "./words/dates.ts";

/**
 * The four rooms of a package: what the files say, what follows by arithmetic, what a program
 * inferred, and what people put into the case.
 */
const FACTS = "1-facts";
const CALCULATION = "2-calculation";
const INDICATORS = "3-indicators";
const ATTACHMENTS = "4-attachments";

export interface ContentsOptions {
  /** Whom the papers about the package come from. */
  readonly sender: Sender;
  /** Of a disclosure copy: the SHA-256 of the whole package's list. */
  readonly disclosureOf?: string | null;
  readonly signal?: AbortSignal | undefined;
}

/** Adds everything of a case to a bag, in a fixed order; the same facts give the same bytes. */
export async function addContents(
  into: BagWriter,
  facts: CaseFacts,
  language: DocumentLanguage,
  { sender, signal, disclosureOf = null }: ContentsOptions,
): Promise<void> {
  const written: WrittenFile[] = [];
  const bag = {
    add: async (path: string, content: Parameters<BagWriter["add"]>[1]) => {
      const file = { path, ...(await into.add(path, content)) };
      written.push(file);
      return file;
    },
  };
  const texts = textsOf(language);
  const about = aboutOf(facts, language);
  const csv = (table: Table) => writeCsv(table, csvFor(language));
  const transfers = transfersTable(facts);
  for (const one of documentLanguage.options) {
    const note = disclosureOf === null ? "" : `${METHOD_WORDS[one].masked.note(disclosureOf)}\n`;
    await bag.add(`README.${one}.txt`, note + textsOf(one).readme(about));
  }
  await bag.add("withheld.csv", csv(withheldTable(facts, language)));
  await bag.add(`${FACTS}/transfers.csv`, csv(transfers));
  const book = transfersSheet(facts, language);
  await bag.add(`${FACTS}/transfers.xlsx`, writeWorkbook(book.table, book.sheet));
  await bag.add(`${FACTS}/sources.csv`, csv(sourcesTable(facts)));
  await bag.add(`${FACTS}/accounts.csv`, csv(accountsTable(facts)));
  await bag.add(`${FACTS}/reports.csv`, csv(reportsTable(facts)));
  await bag.add(`${FACTS}/described-transfers.csv`, csv(describedTable(facts)));
  await bag.add(`${CALCULATION}/claims.csv`, csv(claimsTable(facts)));
  await bag.add(`${CALCULATION}/claim-lines.csv`, csv(linesTable(facts.claims)));
  await bag.add(`${CALCULATION}/totals.csv`, csv(totalsTable(facts)));
  await bag.add(`${CALCULATION}/repayments.csv`, csv(repaymentsTable(facts)));
  await bag.add(`${CALCULATION}/payments.csv`, csv(paymentsTable(facts)));
  await bag.add(`${CALCULATION}/tenge-not-counted.csv`, csv(tengeNotCountedTable(facts)));
  await bag.add(`${CALCULATION}/losses.csv`, csv(lossesTable(facts)));
  await bag.add(`${CALCULATION}/recoveries.csv`, csv(recoveriesTable(facts)));
  await bag.add(`${CALCULATION}/penalty.csv`, csv(penaltyTable(facts)));
  await bag.add(`${CALCULATION}/joint-defendants.csv`, csv(jointTable(facts)));
  await bag.add(`${CALCULATION}/differences.csv`, csv(differencesTable(facts)));
  for (const one of documentLanguage.options) {
    const method = METHOD_WORDS[one].tracing(facts.traces[0]?.method ?? null);
    await bag.add(`${CALCULATION}/method.${one}.txt`, method);
  }
  await bag.add(`${CALCULATION}/victim-figures.csv`, csv(figuresTable(facts)));
  await bag.add(`${CALCULATION}/approvals.csv`, csv(approvalsTable(facts)));
  for (const { claim, frozen } of facts.approvals)
    await bag.add(`${CALCULATION}/approvals/${claim}.json`, frozen);
  for (const claim of facts.claims) {
    signal?.throwIfAborted();
    await bag.add(`${CALCULATION}/claims/${claim.id}.csv`, csv(linesTable([claim])));
    const document = claimDocument(facts, claim, language, texts);
    await bag.add(
      `${CALCULATION}/claims/${claim.id}.pdf`,
      await renderPdf(document, documentDate(facts)),
    );
  }
  for (const trace of facts.traces) {
    const name = (what: string) => `${CALCULATION}/trace/${what}-${traceName(trace)}`;
    await bag.add(`${name("steps")}.csv`, csv(stepsTable(trace)));
    await bag.add(`${name("accounts")}.csv`, csv(traceAccountsTable(trace)));
    await bag.add(`${name("victims")}.csv`, csv(victimsTable(trace)));
    await bag.add(
      `${name("trace")}.json`,
      `${JSON.stringify(traceDocument(trace, false), null, 2)}\n`,
    );
  }
  for (const [name, table] of Object.entries(facts.basis ? movementTables(facts.basis) : {}))
    await bag.add(`${CALCULATION}/movements/${name}.csv`, csv(table));
  for (const flow of flowsOf(facts)) {
    const picture = drawFlow(facts, flow, language, texts);
    if (picture === null) continue;
    const name = `${CALCULATION}/flow-${traceName(flow)}`;
    await bag.add(`${name}.svg`, picture.svg);
    const sheet = await renderPdf(
      flowDocument(facts, picture, language, texts),
      documentDate(facts),
    );
    await bag.add(`${name}.pdf`, sheet);
  }
  await bag.add(`${INDICATORS}/findings.csv`, csv(findingsTable(facts)));
  await bag.add(`${INDICATORS}/reasons.csv`, csv(reasonsTable(facts, language)));
  await bag.add(`${INDICATORS}/withheld-transfers.csv`, csv(withheldTransfersTable(facts)));
  await bag.add(`${INDICATORS}/runs.json`, runsDocument(facts));
  for (const one of documentLanguage.options) {
    await bag.add(`${INDICATORS}/method-and-limits.${one}.txt`, textsOf(one).limits(about));
  }
  await bag.add(`${ATTACHMENTS}/files.csv`, csv(attachmentsTable(facts)));
  for (const file of facts.attachments) {
    signal?.throwIfAborted();
    await bag.add(`${ATTACHMENTS}/${attachmentName(file)}`, createReadStream(file.path));
  }
  const paths = [...written.map((file) => file.path), INVENTORY, ...COVER_LETTER];
  await bag.add("ro-crate-metadata.json", crateMetadata(facts, paths, sender));
  const list = await inventoryPaper(facts, [...written], sender, language);
  const inventory = await bag.add(INVENTORY, list);
  for (const file of await coverLetter(facts, sender, inventory, language))
    await bag.add(file.fileName, file.body);
}

/** Each currency once, and once more for each other one that was exchanged into it. */
function flowsOf(facts: CaseFacts): Flow[] {
  const all = [
    ...facts.claims.map(({ currency }): Flow => ({ currency, convertedFrom: null })),
    ...facts.traces.map(
      ({ currency, convertedFrom }): Flow => ({ currency, convertedFrom: convertedFrom ?? null }),
    ),
  ];
  const named = new Map(all.map((flow) => [traceName(flow), flow]));
  return [...named].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, flow]) => flow);
}

function aboutOf(facts: CaseFacts, language: DocumentLanguage): About {
  return {
    caseId: facts.case.id,
    title: facts.case.title,
    claims: facts.claims.length,
    transfers: facts.transfers.length,
    asOf: `${timeFigures(facts.asOf, "minutes")} (UTC+5)`,
    delimiter: csvFor(language).delimiter,
  };
}
