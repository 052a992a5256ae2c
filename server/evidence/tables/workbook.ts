import { type CellValue, writeXlsxStream } from "hucre";
import { cleanText } from "../../../contract/clean-text.ts";
import type { Table } from "../../../contract/csv.ts";

/** Digits a spreadsheet keeps exactly; longer amounts stay text rather than being rounded. */
const EXACT_DIGITS = 15;
/** The most a cell can hold (ECMA-376 as Excel reads it); Excel repairs a file with more. */
const LONGEST_TEXT = 32_767;

/** How a table looks as a workbook. */
export interface Sheet {
  /** At most 31 letters, without []:*?/\ */
  readonly name: string;
  /** Of each column, in the reader's language. */
  readonly headings: readonly string[];
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows below the table, as wide as it: sums. */
  readonly totals?: readonly (readonly string[])[];
}

/** "1 500,00" in the reader's own writing; dinars have a third digit (ECMA-376 part 1, 18.8.31). */
export const MONEY = "#,##0.00##";

/**
 * The one way an XLSX file is written: decimals are numbers, everything else stays text that no
 * spreadsheet runs. The same table gives the same bytes.
 */
export async function* writeWorkbook(table: Table, sheet: Sheet): AsyncGenerator<Uint8Array> {
  const number = table.columns.map((name) => table.decimals?.has(name) ?? false);
  const columns = sheet.headings.map((header, at) => ({
    header: textCell(header),
    width: sheet.widths[at] ?? 16,
    ...(number[at] ? { numFmt: MONEY } : {}),
  }));
  const rows = function* (): Generator<CellValue[]> {
    for (const row of [...table.rows, ...(sheet.totals ?? [])])
      yield row.map((text, at) => (number[at] ? numberCell(text) : textCell(text)));
  };
  const stream = writeXlsxStream(rows(), { name: sheet.name, columns, freezePane: { rows: 1 } });
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

export function numberCell(text: string): CellValue {
  return text === "" || text.replace(/\D/g, "").length > EXACT_DIGITS
    ? textCell(text)
    : Number(text);
}

/**
 * Clean text as the format wants it. "_x0041_" would be read as the letter A (ECMA-376 part 1,
 * 22.9.2.19), so its first underscore is written as such a code itself.
 */
export function textCell(text: string): string {
  const clean = cleanText(text).replace(/\r\n?/g, "\n");
  const shown = clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT - 6)}…` : clean;
  return cleanText(shown).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
