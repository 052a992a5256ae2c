import { foldName } from "../../identity/names.ts";
import { FIELDS, FILLERS, MOVES, PHRASES, ROLES } from "./heading-dictionary.ts";

/**
 * Words of headings and of the dictionary, folded the same way, so that letters banks mix up
 * compare equal.
 */

/** One word to match: whole, or the start of one ("плательщик*"). */
export interface Pattern {
  readonly text: string;
  readonly stem: boolean;
}

export function matches(pattern: Pattern, word: string): boolean {
  return pattern.stem ? word.startsWith(pattern.text) : word === pattern.text;
}

/** The folded words of a text; "№" reads as "номер". */
export function wordsOf(text: string): string[] {
  return foldName(text.replaceAll("№", " номер ").replaceAll("_", " "))
    .split(" ")
    .filter((word) => word !== "");
}

/** A dictionary phrase as patterns. */
export function patternsOf(phrase: string): Pattern[] {
  return phrase
    .split(/\s+/)
    .flatMap((part) => wordsOf(part).map((text) => ({ text, stem: part.endsWith("*") })));
}

const VOCABULARY = new Set<string>();
const STEMS = new Set<string>();
for (const phrase of [
  ...Object.values(PHRASES),
  ...Object.values(ROLES),
  ...Object.values(FIELDS),
  ...Object.values(MOVES),
  FILLERS,
].flat()) {
  for (const { text, stem } of patternsOf(phrase)) (stem ? STEMS : VOCABULARY).add(text);
}

export const FILLER_WORDS: ReadonlySet<string> = new Set(FILLERS.flatMap(wordsOf));

function isKnown(word: string): boolean {
  return VOCABULARY.has(word) || [...STEMS].some((stem) => word.startsWith(stem));
}

const LATIN_LOOK_ALIKES = /^[abcehikmoptxyə]+$/;

/**
 * The word itself where the dictionary has it; else the same letters read as Cyrillic; else the
 * dictionary's word one wrong letter away (two in long words). `mended` says that it was not found
 * as it stands.
 */
export function knownWord(word: string): KnownWord {
  const found = FOUND.get(word) ?? findWord(word);
  if (FOUND.size >= REMEMBERED) FOUND.clear();
  FOUND.set(word, found);
  return found;
}

interface KnownWord {
  readonly word: string;
  readonly mended: boolean;
}
const FOUND = new Map<string, KnownWord>();
const REMEMBERED = 10_000;

function findWord(word: string): KnownWord {
  if (isKnown(word) || /^\d+$/.test(word)) return { word, mended: false };
  if (LATIN_LOOK_ALIKES.test(word)) {
    const cyrillic = foldName(`${word}ж`).slice(0, -1);
    if (isKnown(cyrillic)) return { word: cyrillic, mended: false };
  }
  const allowed = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
  if (allowed > 0) {
    for (const stem of STEMS) {
      const start = word.slice(0, stem.length);
      if (stem.length >= 7 && distance(start, stem, 1) <= 1) return { word: stem, mended: true };
    }
    for (const known of VOCABULARY) {
      if (known.length >= 5 && distance(word, known, allowed) <= allowed)
        return { word: known, mended: true };
    }
  }
  return { word, mended: false };
}

/** Edit distance with swaps of neighbours (Damerau 1964), given up above `limit`. */
function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        (current[column - 1] ?? 0) + 1,
        (last[column] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    [beforeLast, last] = [last, current];
  }
  return last[right.length] ?? limit + 1;
}
