import type { Table } from "../../../contract/csv.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { isUnsent, type Measure } from "../../../contract/measures.ts";
import { addresseeOf, standOf } from "../../../contract/outgoing.ts";
import { LETTER_TEXTS } from "../../../contract/texts/letters.ts";
import type { Sheet } from "../../evidence/tables/workbook.ts";
import { formatDecimal } from "../../money/money.ts";

const WIDTHS: Readonly<Record<keyof (typeof LETTER_TEXTS)["en"]["columns"], number>> = {
  number: 16,
  day: 12,
  kind: 40,
  addressee: 34,
  victim: 30,
  amount: 18,
  currency: 8,
  language: 8,
  case: 10,
  claim: 12,
  reports: 20,
  how: 24,
  due: 14,
  stand: 24,
  answered: 12,
  answer: 34,
  answerFile: 24,
  made: 16,
  entry: 10,
};
const COLUMNS = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];

/** Letters as a table whose columns have names of the program; `sheetOf` has those for a person. */
export function lettersTable(
  letters: readonly Measure[],
  language: DocumentLanguage,
  today: string,
): Table {
  const rows = letters.map((letter) => cellsOf(letter, language, today));
  return { columns: COLUMNS, rows, decimals: new Set(["amount"]) };
}

/** The same with the headings of a language, as a CSV for a person has them. */
export function headed(table: Table, language: DocumentLanguage): Table {
  const { columns } = LETTER_TEXTS[language];
  return {
    ...table,
    columns: COLUMNS.map((name) => columns[name]),
    decimals: new Set([columns.amount]),
  };
}

export function lettersSheet(language: DocumentLanguage): Sheet {
  const { columns, title } = LETTER_TEXTS[language];
  return {
    name: title,
    headings: COLUMNS.map((name) => columns[name]),
    widths: COLUMNS.map((name) => WIDTHS[name]),
  };
}

function cellsOf(one: Measure, language: DocumentLanguage, today: string): string[] {
  const { letter, amount, currency } = one;
  const words = LETTER_TEXTS[language];
  const cells: Record<keyof typeof WIDTHS, string | null | undefined> = {
    number: one.paper,
    day: isUnsent(one) ? null : one.day,
    kind: letter && words.kinds[letter.kind],
    addressee: addresseeOf(one, words.centre),
    victim: one.persons.map(({ name }) => name).join("; "),
    amount: amount && formatDecimal(BigInt(amount), currency),
    currency: amount && currency,
    language: letter?.languages.join(", "),
    case: one.case,
    claim: one.claim,
    reports: one.reports.join(", "),
    how: letter?.how,
    due: one.due,
    stand: words.stands[standOf(one, today)],
    answered: letter?.answered?.day,
    answer: letter?.answered?.note,
    answerFile: letter?.answered?.file,
    made: one.by,
    entry: one.id,
  };
  return COLUMNS.map((name) => cells[name] ?? "");
}
