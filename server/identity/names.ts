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

/**
 * The key of a name or heading: lower case, letters folded, punctuation and repeated spaces
 * dropped. Look-alikes are replaced only in words that hold a Cyrillic letter, so that Latin names
 * stay Latin.
 */
export function foldName(text: string): string {
  return withoutInvisible(text)
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(foldWord)
    .join(" ");
}

function foldWord(word: string): string {
  const mixed = CYRILLIC.test(word);
  let folded = "";
  for (const letter of word) {
    folded += KAZAKH[letter] ?? (mixed ? (LOOK_ALIKES[letter] ?? letter) : letter);
  }
  return folded;
}
