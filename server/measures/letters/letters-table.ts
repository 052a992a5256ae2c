import { BYTE_ORDER_MARK, csvFor, csvRow, type Table, writeCsv } from "../../../contract/csv.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import type { LetterKind } from "../../../contract/letter-facts.ts";
import { type LettersSheet, lettersHeading } from "../../../contract/letters-heading.ts";
import { isUnsent } from "../../../contract/measures.ts";
import {
  addresseeOf,
  claimsOfLetter,
  type LetterRow,
  letterWord,
  standOf,
} from "../../../contract/outgoing.ts";
import { LETTER_TEXTS } from "../../../contract/texts/letters.ts";
import { bankAddressed } from "../../evidence/letters/bank-legal-names.ts";
import { type SheetColumn, writeSheets } from "../../evidence/tables/sheets.ts";
import { writtenDay } from "../../evidence/words/dates.ts";
import { formatDecimal } from "../../money/money.ts";

type ColumnName = keyof (typeof LETTER_TEXTS)["en"]["columns"];

const KINDS: Readonly<Record<ColumnName, Omit<SheetColumn, "heading">>> = {
  number: { kind: "text", width: 20 },
  day: { kind: "day", width: 12 },
  written: { kind: "day", width: 12 },
  kind: { kind: "text", width: 26 },
  addressee: { kind: "text", width: 22 },
  victim: { kind: "text", width: 22 },
  defendant: { kind: "text", width: 22 },
  amount: { kind: "money", width: 15 },
  currency: { kind: "text", width: 8 },
  language: { kind: "text", width: 12 },
  case: { kind: "text", width: 7 },
  claim: { kind: "text", width: 10 },
  reports: { kind: "text", width: 15 },
  how: { kind: "text", width: 16 },
  sanction: { kind: "text", width: 12 },
  sanctionDay: { kind: "day", width: 12 },
  due: { kind: "day", width: 12 },
  stand: { kind: "text", width: 16 },
  answered: { kind: "day", width: 12 },
  answer: { kind: "text", width: 22 },
  answerFile: { kind: "text", width: 18 },
  made: { kind: "text", width: 18 },
  entry: { kind: "text", width: 9 },
};
const COLUMNS = Object.keys(KINDS) as ColumnName[];

/** Letters as a table whose columns have names of the program, with days as YYYY-MM-DD. */
export function lettersTable(
  letters: readonly LetterRow[],
  language: DocumentLanguage,
  today: string,
  names: ReadonlyMap<string, string> = new Map(),
): Table {
  const rows = letters.map((letter) => cellsOf(letter, language, today, names));
  return { columns: COLUMNS, rows, decimals: new Set(["amount"]) };
}

/** The table with headings of a language, and days as papers write them. */
export function headed({ rows }: Table, language: DocumentLanguage): Table {
  const { columns } = LETTER_TEXTS[language];
  const isDay = COLUMNS.map((name) => KINDS[name].kind === "day");
  return {
    columns: COLUMNS.map((name) => columns[name]),
    rows: rows.map((row) =>
      row.map((text, at) => (isDay[at] && text !== "" ? writtenDay(text) : text)),
    ),
    decimals: new Set([columns.amount]),
  };
}

/** The same as a CSV file for a person: what it is stands above its columns. */
export function lettersCsv(table: Table, sheet: LettersSheet, language: DocumentLanguage): string {
  const dialect = csvFor(language);
  const [mark, body] = [BYTE_ORDER_MARK, writeCsv(headed(table, language), dialect)];
  const above = aboveTable(sheet, language).map((line) => csvRow(line, dialect));
  return `${mark}${above.join("")}${body.slice(mark.length)}`;
}

/** The same as a workbook whose days and sums a spreadsheet can reckon with. */
export function lettersWorkbook(
  { rows }: Table,
  sheet: LettersSheet,
  language: DocumentLanguage,
): Promise<Uint8Array> {
  const { columns: headings, title: name } = LETTER_TEXTS[language];
  const columns = COLUMNS.map((column) => ({ heading: headings[column], ...KINDS[column] }));
  return writeSheets([{ name, above: aboveTable(sheet, language), columns, rows }]);
}

function aboveTable(sheet: LettersSheet, language: DocumentLanguage): (readonly string[])[] {
  return [[LETTER_TEXTS[language].title], ...lettersHeading(sheet, language), []];
}

function cellsOf(
  one: LetterRow,
  language: DocumentLanguage,
  today: string,
  names: ReadonlyMap<string, string>,
): string[] {
  const { letter, amount, currency, by } = one;
  const words = LETTER_TEXTS[language];
  const cells: Record<ColumnName, string | null | undefined> = {
    number: one.paper,
    day: isUnsent(one) ? null : one.day,
    written: one.made,
    kind: letter && wordOf(words, letter.kind, one.claim),
    addressee: addressed(one, language),
    victim: one.persons.map(({ name }) => name).join("; "),
    defendant: one.defendants.join("; "),
    amount: amount && formatDecimal(BigInt(amount), currency),
    currency: amount && currency,
    language: letter?.languages.map((code) => words.languages[code]).join(", "),
    case: one.case,
    claim: claimsOfLetter(one).join(", "),
    reports: one.reports.join(", "),
    how: letter?.how,
    sanction: one.sanction,
    sanctionDay: one.sanctionDay,
    due: isUnsent(one) ? null : one.due,
    stand: words.stands[standOf(one, today)],
    answered: letter?.answered?.day,
    answer: letter?.answered?.note,
    answerFile: letter?.answered?.file,
    made: names.get(by) ?? (by === COMMAND_LINE ? words.commandLine : by),
    entry: one.id,
  };
  return COLUMNS.map((name) => cells[name] ?? "");
}

function wordOf(
  { kinds, blockRequest }: (typeof LETTER_TEXTS)["en"],
  kind: LetterKind,
  claim: string | null,
): string {
  return letterWord(kind, claim) === "blockRequest" ? blockRequest : kinds[kind];
}

/** Records call a person without a browser so. */
const COMMAND_LINE = "command line";

/** Whom the letter addresses, a bank by the name that stands in the letter. */
function addressed(one: LetterRow, language: DocumentLanguage): string | null {
  const inLetter = (bank: string) => bankAddressed(bank, language);
  return addresseeOf(one, LETTER_TEXTS[language].centre, language, inLetter);
}
