import { COMMON_WORDS, KEY_ROWS, WORDS_OF_THE_WORK } from "./common-words.ts";

/**
 * How hard a password is to guess, in bits: the cheapest way to put it together from what guessing
 * programs try first. The idea is that of zxcvbn (Wheeler, USENIX Security 2016): common words,
 * words of the person and of the work, rows of keys, runs, repeats, years; the rest letter by
 * letter.
 */
export function bitsToGuess(password: string, personal: readonly string[]): number {
  const text = [...password.normalize("NFC").toLowerCase()].slice(0, MOST_LETTERS);
  const words = wordCosts(personal);
  const best: number[] = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (let start = Math.max(0, end - LONGEST_PIECE); start < end; start += 1)
      least = Math.min(least, (best[start] ?? 0) + pieceBits(text, start, end, words));
    best.push(least);
  }
  return best.at(-1) ?? 0;
}

/** Of a longer password the beginning decides; it is never weaker than that. */
const MOST_LETTERS = 64;
const LONGEST_PIECE = 24;

const BITS = {
  /** One of some hundreds of words. */
  common: 9,
  /** The person's and the work's words are tried first. */
  known: 3,
  changed: 1,
  run: 5,
  keys: 6,
  again: 2,
  year: 6,
} as const;

function wordCosts(personal: readonly string[]): ReadonlyMap<string, number> {
  return new Map([
    ...[...COMMON_WORDS].map((word) => [word, BITS.common] as const),
    ...[...WORDS_OF_THE_WORK, ...personal].map((word) => [word, BITS.known] as const),
  ]);
}

/** The cost of one piece; infinite where it is no piece that anybody would try as a whole. */
function pieceBits(
  text: readonly string[],
  start: number,
  end: number,
  words: ReadonlyMap<string, number>,
): number {
  const letters = text.slice(start, end);
  const [first = ""] = letters;
  if (letters.length === 1) return letterBits(first);
  if (letters.every((letter) => letter === first)) return letterBits(first) + BITS.again;
  const piece = letters.join("");
  const costs = [wordBits(letters, words)];
  if (letters.length >= 3) {
    if (isRun(letters)) costs.push(BITS.run);
    if (isWalk(piece)) costs.push(BITS.keys);
    if (text.slice(0, start).join("").includes(piece)) costs.push(BITS.again);
  }
  if (/^(19|20)\d\d$/.test(piece)) costs.push(BITS.year);
  return Math.min(...costs);
}

function letterBits(letter: string): number {
  if (/\d/.test(letter)) return Math.log2(10);
  return /\p{L}/u.test(letter) ? Math.log2(26) : Math.log2(8);
}

/** Signs that stand for letters ("p@ssw0rd"). */
const STAND_FOR: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "il",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "il",
};

function wordBits(letters: readonly string[], words: ReadonlyMap<string, number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const spelled of spellings(letters)) {
    const plain = words.get(spelled);
    const turned = words.get([...spelled].reverse().join(""));
    const change = spelled === letters.join("") ? 0 : BITS.changed;
    if (plain !== undefined) least = Math.min(least, plain + change);
    if (turned !== undefined) least = Math.min(least, turned + change + BITS.changed);
  }
  return least;
}

/** The piece as it stands and with its signs read as letters; "1" and "!" may be i or l. */
function spellings(letters: readonly string[]): string[] {
  const asLetters = (choice: number) =>
    letters.map((letter) => {
      const read = STAND_FOR[letter];
      return read === undefined ? letter : (read[choice] ?? read[0] ?? letter);
    });
  return [...new Set([letters.join(""), asLetters(0).join(""), asLetters(1).join("")])];
}

/** "abcd", "4321": every step the same, up or down by one; after 9 comes 0. */
function isRun(letters: readonly string[]): boolean {
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, at) => (code - (codes[at] ?? 0) + 10) % 10));
  return steps.size === 1 && (steps.has(1) || steps.has(9));
}

function isWalk(piece: string): boolean {
  const back = [...piece].reverse().join("");
  return KEY_ROWS.some((row) => row.includes(piece) || row.includes(back));
}
