import { cleanText } from "./clean-text.ts";
import type { DocumentLanguage } from "./document-language.ts";
import { CONVENTIONS } from "./texts/conventions.ts";

/**
 * The one way a CSV file is written and read again (RFC 4180). A file for a person opens in a
 * spreadsheet as it stands and runs nothing; a file for a program holds every text as it is.
 * docs/decisions/051-csv-for-people-and-programs.md.
 */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of plain decimals ("-1500.50"): a spreadsheet is given numbers there. */
  readonly decimals?: ReadonlySet<string>;
}

export interface CsvDialect {
  readonly delimiter: "," | ";";
  readonly lineEnd: "\n" | "\r\n";
  readonly decimalSign: "." | ",";
  /** A byte order mark, clean texts, and no text a spreadsheet would run as a formula. */
  readonly person: boolean;
}

/** For programs: comma, line feed, no mark, texts as they are. The same table, the same bytes. */
export const PROGRAM_CSV: CsvDialect = {
  delimiter: ",",
  lineEnd: "\n",
  decimalSign: ".",
  person: false,
};

/** As Excel expects it with the settings of Kazakhstan and Russia. */
const SEMICOLON_CSV: CsvDialect = {
  delimiter: ";",
  lineEnd: "\r\n",
  decimalSign: ",",
  person: true,
};
const COMMA_CSV: CsvDialect = { ...SEMICOLON_CSV, delimiter: ",", decimalSign: "." };

/** The dialect a spreadsheet with the settings of this language opens at a double click. */
export function csvFor(language: DocumentLanguage): CsvDialect {
  return CONVENTIONS[language].decimalSign === "," ? SEMICOLON_CSV : COMMA_CSV;
}

/** Begins a file for a person: without it Excel takes UTF-8 for the system's old code page. */
export const BYTE_ORDER_MARK = "\ufeff";

export function writeCsv(table: Table, dialect: CsvDialect): string {
  const { columns, rows, decimals } = table;
  const number = columns.map((name) => decimals?.has(name) ?? false);
  const body = rows.map((cells) =>
    csvRow(
      cells.map((text, at) => (number[at] ? text.replace(".", dialect.decimalSign) : text)),
      dialect,
    ),
  );
  return `${dialect.person ? BYTE_ORDER_MARK : ""}${csvRow(columns, dialect)}${body.join("")}`;
}

/** One row with its line end, for files written row by row. */
export function csvRow(cells: readonly string[], dialect: CsvDialect): string {
  const { delimiter, lineEnd, person } = dialect;
  const cell = (text: string) => csvCell(person ? inert(text) : text, delimiter);
  return cells.map(cell).join(delimiter) + lineEnd;
}

const NEEDS_QUOTES = { ",": /[",\n\r]/, ";": /[";\n\r]/ } as const;

/** Quoted only where a reader needs it. */
export function csvCell(text: string, delimiter: CsvDialect["delimiter"]): string {
  return NEEDS_QUOTES[delimiter].test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Plain numbers and a lone dash do nothing in a spreadsheet. */
const HARMLESS = /^(?:[+-]?\d+(?:[.,]\d+)?|-)?$/;

/**
 * Where a spreadsheet would begin a formula (OWASP, "CSV injection"): at the start of a cell, and
 * after each delimiter, tab or line end in it. A spreadsheet of another country splits there. A
 * number that goes on to the next delimiter is none.
 */
const FORMULA_BEGINS =
  /^(?='*[ \u00a0]*[=+\-@＝＋－＠\t\r\n])|(?<=[,;\t\r\n])(?='*[ \u00a0]*(?:[=@＝＋－＠]|[+-](?![\d ]*(?:[.,]\d+)?[ ]*(?:[,;\t\r\n]|$))))/g;
const APOSTROPHE = new RegExp(
  FORMULA_BEGINS.source.replaceAll("(?='*", "'(?='*"),
  FORMULA_BEGINS.flags,
);

/** The text as no spreadsheet runs it: an apostrophe stands where a formula would begin. */
export function inert(text: string): string {
  const clean = cleanText(text);
  return HARMLESS.test(clean) ? clean : clean.replace(FORMULA_BEGINS, "'");
}

/** Takes out the apostrophes that `inert` put in. */
export function asWritten(text: string): string {
  return text.replace(APOSTROPHE, "");
}

/** Reads what writeCsv wrote, as one record a row; null where the text is no such table. */
export function readCsv(text: string): Record<string, string>[] | null {
  const person = text.startsWith(BYTE_ORDER_MARK);
  const body = person ? text.slice(1) : text;
  const head = body.slice(0, body.indexOf("\n"));
  const rows = readRows(body, head.includes(";") ? ";" : ",");
  if (rows === null) return null;
  const [columns, ...records] = rows;
  if (!columns || records.some((cells) => cells.length !== columns.length)) return null;
  return records.map((cells) =>
    Object.fromEntries(
      columns.map((name, at) => [name, person ? asWritten(cells[at] ?? "") : (cells[at] ?? "")]),
    ),
  );
}

function readRows(text: string, delimiter: "," | ";"): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  const token = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r?\\n|$)`,
    "gy",
  );
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) return null;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === delimiter) continue;
    rows.push(row);
    row = [];
  }
  return row.length > 0 ? null : rows;
}
