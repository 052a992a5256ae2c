import type { Language } from "../../../contract/languages.ts";
import { isUnsent } from "../../../contract/measures.ts";
import { addresseeOf, type LetterRow, standOf } from "../../../contract/outgoing.ts";

/** Columns that the letters are sorted by. */
export const LETTER_SORTS = [
  ...(["number", "day", "kind", "addressee", "parties", "claim"] as const),
  ...(["amount", "stand", "due"] as const),
] as const;
export type LetterSort = (typeof LETTER_SORTS)[number];

export interface Sorting {
  readonly by: LetterSort;
  readonly down: boolean;
}

/** Words that a letter is sorted by, as the person reads them. */
export interface SortWords {
  readonly kind: (letter: LetterRow) => string;
  readonly stand: (stand: ReturnType<typeof standOf>) => string;
  readonly centre: string;
  readonly today: string;
}

/**
 * Letters by a column; null = as the register has them. Empty cells come last in both directions,
 * numbers among letters are compared as numbers, and sums by their currency first.
 */
export function sortedLetters(
  letters: readonly LetterRow[],
  sorting: Sorting | null,
  language: Language,
  words: SortWords,
): readonly LetterRow[] {
  if (sorting === null) return letters;
  const compare = new Intl.Collator(language, { numeric: true }).compare;
  const keyed = letters.map((letter) => ({
    letter,
    key: keyOf(letter, sorting.by, language, words),
  }));
  const way = sorting.down ? -1 : 1;
  return keyed
    .sort((one, other) => {
      if (one.key === "" || other.key === "")
        return Number(one.key === "") - Number(other.key === "");
      return way * compare(one.key, other.key);
    })
    .map(({ letter }) => letter);
}

function keyOf(letter: LetterRow, by: LetterSort, language: Language, words: SortWords): string {
  const { paper, day, amount, currency, claim, reports, due } = letter;
  switch (by) {
    case "number":
      return paper ?? "";
    case "day":
      return isUnsent(letter) ? "" : day;
    case "kind":
      return words.kind(letter);
    case "addressee":
      return addresseeOf(letter, words.centre, language) ?? "";
    case "parties":
      return partiesOf(letter);
    case "claim":
      return claim ?? reports[0] ?? "";
    case "amount":
      return amount === null ? "" : `${currency} ${amount}`;
    case "stand":
      return words.stand(standOf(letter, words.today));
    case "due":
      return letter.letter?.answered ? "" : (due ?? "");
  }
}

/** Letters that a step for many may take: nobody has sent or struck them out. */
export function isOpen(letter: LetterRow): boolean {
  return letter.cancelled === null && isUnsent(letter);
}

/** The victim, and whom the claim is against. */
export function partiesOf({ persons, defendants }: LetterRow): string {
  const victims = persons.map(({ name }) => name).join(", ");
  return [victims, defendants.join(", ")].filter(Boolean).join(" → ");
}
