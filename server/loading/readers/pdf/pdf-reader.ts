import { foldName } from "../../../identity/names.ts";
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
  choose: (file, options) => chosenOnce(file, options),
};

/** A file is recognised and then read, in one process: its text is taken once. */
let last: { readonly key: string; readonly chosen: Promise<ItemReader | TableReader> } | null = null;

function chosenOnce(file: InputFile, options: ReadOptions): Promise<ItemReader | TableReader> {
  const key = JSON.stringify([file.path, file.bytes, options.mapping !== undefined]);
  if (last?.key === key) return last.chosen;
  const chosen = choose(file, options);
  last = { key, chosen };
  chosen.catch(() => {
    last = null;
  });
  return chosen;
}

async function choose(file: InputFile, options: ReadOptions): Promise<ItemReader | TableReader> {
  const { pages } = await readPdf(file, options.signal);
  const byPage = pages.map(linesOf);
  refuseNoise(file.name, byPage);
  const running = runningLines(byPage);
  const all = byPage.flat();
  const lines = all.filter((line) => !running.has(line));
  // What a person says of the columns goes before what is known of the form.
  if (options.mapping !== undefined) return tableReader(file, lines, null);
  const statements = statementsIn(all, lines);
  const refuted = refutedBy(statements);
  if (refuted !== undefined) return tableReader(file, lines, whyRefuted(refuted));
  if (statements.length > 0)
    return itemReader("pdf", statements[0]?.facts.account ?? null, statements.flatMap(itemsOfStatement));
  const receipt = readReceipt(all);
  if (receipt !== null) return itemReader("pdf-receipt", null, [receipt]);
  return tableReader(file, lines, null);
}

/** The statements in the likeliest form in which rows are found. */
function statementsIn(all: readonly TextLine[], lines: readonly TextLine[]): PdfStatement[] {
  for (const layout of layoutsOf(all)) {
    const statements = readStatements(lines, layout);
    if (statements.length > 0) return statements;
  }
  return [];
}

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
      yield items;
    },
  };
}

function tableReader(file: InputFile, lines: readonly TextLine[], doubt: string | null): TableReader {
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
  const kinds = proof.differing.map((name) => `"${foldName(name)}"`).join(", ");
  return proof.balances === "differs"
    ? `The rows read from the PDF do not lead from the opening to the closing balance: ${proof.difference} ${facts.currency} in minor units are missing.`
    : `The rows read from the PDF do not add up to the totals printed above them (${kinds}).`;
}

function noRows(file: string) {
  return brokenFile(
    file,
    "pdf-no-table",
    "the PDF shows neither rows with days and sums nor a receipt of one transfer.",
    "Check that this is the right file, and ask the bank for the statement as XLSX or CSV.",
  );
}
