import { withoutInvisible } from "./invisible.ts";

/**
 * Names as match keys. A key is for comparing and searching only; what is printed is the source's
 * own spelling. Folding: Kazakh letters to their Russian look-alikes, and Latin letters that bank
 * systems mix into Cyrillic words.
 */
const KAZAKH: Readonly<Record<string, string>> = {
  ә: "а",
  ө: "о",
  ұ: "у",
  ү: "у",
  қ: "к",
  ң: "н",
  ғ: "г",
  і: "и",
  һ: "х",
  ё: "е",
};

/** Latin (and Kazakh-keyboard) characters that look like Cyrillic ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  i: "и",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
  ə: "а",
};

const CYRILLIC = /[\u0400-\u04ff]/;

/** Nearly all names: words of plain letters of one alphabet, one space between them. */
const FOLDED_ALREADY = /^(?:[а-я]+(?: [а-я]+)*|[a-z]+(?: [a-z]+)*)$/;

/**
 * The key of a name or heading: lower case, letters folded, punctuation and repeated spaces
 * dropped. Look-alikes are replaced only in words that hold a Cyrillic letter, so that Latin names
 * stay Latin.
 */
export function foldName(text: string): string {
  const lower = text.toLowerCase();
  if (FOLDED_ALREADY.test(lower)) return lower;
  return withoutInvisible(text)
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(foldWord)
    .join(" ");
}

/**
 * Whether a name as receipts print it ("Руслан С.") may be the other one written out ("Сериков
 * Руслан Қуатұлы"), or the other way round. null where the letters of two scripts tell nothing.
 */
export function mayBeName(one: string, other: string): boolean | null {
  const [left, right] = [foldName(one), foldName(other)];
  if (left === "" || right === "" || CYRILLIC.test(left) !== CYRILLIC.test(right)) return null;
  return isPartOf(left.split(" "), right.split(" ")) || isPartOf(right.split(" "), left.split(" "));
}

/** Whole words stand among the others; a single letter begins one of those that are left. */
function isPartOf(words: readonly string[], others: readonly string[]): boolean {
  const left = [...others];
  return [...words]
    .sort((one, other) => other.length - one.length)
    .every((word) => {
      const at = left.findIndex((one) => (word.length === 1 ? one.startsWith(word) : one === word));
      if (at !== -1) left.splice(at, 1);
      return at !== -1;
    });
}

function foldWord(word: string): string {
  const mixed = CYRILLIC.test(word);
  let folded = "";
  for (const letter of word) {
    folded += KAZAKH[letter] ?? (mixed ? (LOOK_ALIKES[letter] ?? letter) : letter);
  }
  return folded;
}
