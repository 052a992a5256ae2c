import { bankName } from "./bank-names.ts";
import type { DocumentLanguage } from "./document-language.ts";
import { formatIsoDay } from "./format/dates.ts";
import { formatNumber } from "./format/numbers.ts";
import type { LetterFilter } from "./outgoing.ts";
import { LETTER_TEXTS } from "./texts/letters.ts";

/** A table of letters as it leaves the program: on paper or in a file. */
export interface LettersSheet {
  readonly filter: LetterFilter;
  /** The office as it calls itself; null = it says nothing. */
  readonly office: string | null;
  /** The day on which the table was made, YYYY-MM-DD. */
  readonly day: string;
  readonly letters: number;
}

/** Words and values that stand above the table, a pair each: whose letters, which, of which day. */
export function lettersHeading(
  { filter, office, day, letters }: LettersSheet,
  language: DocumentLanguage,
): (readonly [string, string])[] {
  const { columns, heading, kinds, stands } = LETTER_TEXTS[language];
  const { kind, stand, bank, from, until, search } = filter;
  const written = (one: string | undefined) =>
    one === undefined ? undefined : formatIsoDay(one, language);
  const chosen: readonly (readonly [string, string | undefined])[] = [
    [columns.kind, kind && kinds[kind]],
    [columns.stand, stand && (stand === "open" ? heading.open : stands[stand])],
    [heading.bank, bank === undefined ? undefined : bankName(bank)],
    [columns.case, filter.case],
    [columns.claim, filter.claim],
    [heading.from, written(from)],
    [heading.until, written(until)],
    [heading.search, search?.trim() || undefined],
  ];
  const said = chosen.flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`));
  return [
    ...(office === null ? [] : [[heading.office, office] as const]),
    [heading.filter, said.length === 0 ? heading.all : said.join("; ")],
    [heading.letters, formatNumber(letters, language)],
    [heading.day, formatIsoDay(day, language)],
  ];
}
