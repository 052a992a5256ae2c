import { stat } from "node:fs/promises";
import { formatDecimal } from "../../../money/money.ts";
import type {
  ChoosingReader,
  InputFile,
  ItemReader,
  ReadOptions,
  TableReader,
} from "../../record/input-file.ts";
import type { LoadItem } from "../../record/load-item.ts";
import { brokenFile } from "../broken-file.ts";
import { readPdf } from "./pdf-document.ts";
import { refuseNoise } from "./pdf-letters.ts";
import { linesOf, type TextLine } from "./pdf-lines.ts";
import { runningLines } from "./pdf-noise.ts";
import { readReceipt } from "./pdf-receipt.ts";
import { layoutsOf } from "./pdf-recognise.ts";
import { itemsOfStatement, type PdfStatement, readStatements, refutedBy } from "./pdf-statement.ts";
import { tableOf } from "./pdf-table.ts";

/**
 * Statements and receipts printed to PDF. Forms that are known are read row by row and proved by
 * their own figures; any other becomes a table whose columns a person can name.
 */
export const pdfReader: ChoosingReader = {
  format: "pdf",
  recognises: (head) => /%PDF-\d/.test(head.subarray(0, 1_024).toString("latin1")),
  choose,
};

/** The last file read: one is recognised, then shown, then read, and its text is taken once. */
let last: { readonly key: string; readonly text: Promise<LinesOfPdf> } | null = null;

interface LinesOfPdf {
  readonly byPage: readonly TextLine[][];
  readonly hiddenText: boolean;
}

async function linesOnce(file: InputFile, signal?: AbortSignal): Promise<LinesOfPdf> {
  const { mtimeMs } = await stat(file.path);
  const key = JSON.stringify([file.path, file.bytes, mtimeMs]);
  if (last?.key === key) return last.text;
  const text = readPdf(file, signal).then(({ pages, hiddenText }) => ({
    byPage: pages.map(linesOf),
    hiddenText,
  }));
  last = { key, text };
  text.catch(() => {
    last = null;
  });
  return text;
}

const chosen = new WeakMap<LinesOfPdf, ItemReader | TableReader>();

async function choose(file: InputFile, options: ReadOptions): Promise<ItemReader | TableReader> {
  const text = await linesOnce(file, options.signal);
  // What a person says of the columns goes before what is known of the form.
  if (options.mapping !== undefined) return tableReader(file, linesIn(text.byPage), null);
  const reader = chosen.get(text) ?? chooseByForm(file, text);
  chosen.set(text, reader);
  return reader;
}

/** All lines but the running ones. */
function linesIn(byPage: readonly TextLine[][]): TextLine[] {
  const running = runningLines(byPage);
  return byPage.flat().filter((line) => !running.has(line));
}

function chooseByForm(
  file: InputFile,
  { byPage, hiddenText }: LinesOfPdf,
): ItemReader | TableReader {
  refuseNoise(file.name, byPage);
  const all = byPage.flat();
  const lines = linesIn(byPage);
  const statements = statementsIn(all, lines);
  const refuted = refutedBy(statements);
  if (refuted !== undefined) return tableReader(file, lines, whyRefuted(refuted));
  if (statements.length > 0 && (!hiddenText || statements.every(isProved)))
    return itemReader(
      "pdf",
      statements[0]?.facts.account ?? null,
      sayHiddenText(hiddenText, statements.flatMap(itemsOfStatement)),
    );
  const receipt = hiddenText ? null : readReceipt(all);
  if (receipt !== null) return itemReader("pdf-receipt", null, [receipt]);
  return tableReader(file, lines, hiddenText ? HIDDEN : null);
}

/** Letters recognised in a scan are guesses: only what the figures prove is taken without asking. */
const HIDDEN =
  "Some text of the PDF is not shown (letters recognised in a scan, perhaps): compare the rows with the paper.";

function isProved({ proof }: PdfStatement): boolean {
  return proof.balances === "proved" || proof.totals === "proved";
}

function sayHiddenText(hidden: boolean, items: readonly LoadItem[]): readonly LoadItem[] {
  if (!hidden) return items;
  const warning = { code: "hidden-text", column: "", value: "" };
  return items.map((item) =>
    "warnings" in item ? { ...item, warnings: [...item.warnings, warning] } : item,
  );
}

/** The statements in the likeliest form in which rows are found. */
function statementsIn(all: readonly TextLine[], lines: readonly TextLine[]): PdfStatement[] {
  for (const layout of layoutsOf(all)) {
    const statements = readStatements(lines, layout);
    if (statements.length > 0) return statements;
  }
  return [];
}

const BATCH = 1_000;

function itemReader(
  format: string,
  account: string | null,
  items: readonly LoadItem[],
): ItemReader {
  return {
    format,
    account,
    recognises: () => true,
    items: async function* () {
      for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
    },
  };
}

function tableReader(
  file: InputFile,
  lines: readonly TextLine[],
  doubt: string | null,
): TableReader {
  const table = tableOf(lines, doubt);
  if (table === null) throw noRows(file.name);
  return {
    format: "pdf",
    recognises: () => true,
    tables: async function* () {
      yield tableOf(lines, doubt) ?? table;
    },
  };
}

function whyRefuted({ proof, facts }: PdfStatement): string {
  const compare = "Compare the rows with the PDF, or ask the bank for XLSX or CSV.";
  if (proof.difference !== 0n) {
    const missing = formatDecimal(proof.difference, facts.currency);
    return `The rows read from the PDF do not lead from the opening to the closing balance: ${missing} ${facts.currency} are missing. ${compare}`;
  }
  if (proof.differing.length === 0)
    return `The balances printed beside the rows do not follow from the amounts. ${compare}`;
  const kinds = proof.differing.map((name) => `"${name}"`).join(", ");
  return `The rows read from the PDF do not add up to the totals printed above them: ${kinds}. ${compare}`;
}

function noRows(file: string) {
  return brokenFile(
    file,
    "pdf-no-table",
    "the PDF shows neither rows with days and sums nor a receipt of one transfer.",
    "Check that this is the right file, and ask the bank for the statement as XLSX or CSV.",
  );
}
