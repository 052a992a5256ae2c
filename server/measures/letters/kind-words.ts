import { type LetterKind, letterKind } from "../../../contract/letter-facts.ts";
import { LETTER_TEXTS } from "../../../contract/texts/letters.ts";
import { foldName } from "../../identity/names.ts";

/**
 * Letters are searched by what they are called on the page, in any of its languages. An ending does
 * not count: "выписку" is in "Запрос выписок", "көшірмелерді" in "Үзінді көшірмелер".
 */

/** The letter of a claim and that of the first hour have other names (letterWord). */
export type NamedLetter = LetterKind | "block-request";
const NAMED = [...letterKind.options, "block-request" as const].map((letter) => ({
  letter,
  names: namesOf(letter),
}));

function namesOf(letter: NamedLetter): string[] {
  const all = Object.values(LETTER_TEXTS);
  const names = all.map(({ kinds, blockRequest }) =>
    letter === "block-request" ? blockRequest : kinds[letter],
  );
  return [...new Set(names.flatMap((name) => foldName(name).split(" ")))];
}

/** Words that only join others, as typed. */
const JOINING = new Set(
  "а в для и из к на о об от по с у мен туралы үшін a about an for of on the to".split(" "),
);

export function isJoining(typed: string): boolean {
  return JOINING.has(typed.toLowerCase());
}

/** The letters in whose name a word stands that was typed. */
export function lettersNamed(typed: string): NamedLetter[] {
  const word = foldName(typed);
  if (word.length < 3 || isJoining(typed)) return [];
  return NAMED.flatMap(({ letter, names }) =>
    names.some((name) => isSameWord(name, word)) ? [letter] : [],
  );
}

/** The last two letters may be endings. Of short words they tell too much. */
const SHORTEST_STEM = 5;

function isSameWord(name: string, word: string): boolean {
  if (name.startsWith(word)) return true;
  const least = Math.max(SHORTEST_STEM, Math.min(name.length, word.length) - 2);
  return name.slice(0, least) === word.slice(0, least) && word.length >= least;
}
