import { compactAccountNumber } from "../identity/iban.ts";
import { foldName } from "../identity/names.ts";

/** The text a person typed, and the searches worth running for it. */
export interface SearchIntent {
  /** Upper case without spaces, when it can be the beginning of an account number. */
  readonly accountPrefix: string | null;
  /**
   * Four or more characters at the end of an account number, the way people quote cards and
   * accounts.
   */
  readonly accountEnding: string | null;
  /** Twelve digits. */
  readonly iin: string | null;
  /** Lucene query over folded names, null when there is no word in the text. */
  readonly words: string | null;
  readonly text: string;
}

export function readIntent(query: string): SearchIntent {
  const text = query.trim();
  const folded = foldName(text);
  return {
    ...accountParts(text),
    iin: /^\d{12}$/.test(compactAccountNumber(text)) ? compactAccountNumber(text) : null,
    words: /\p{L}/u.test(folded) ? luceneQuery(folded) : null,
    text,
  };
}

/**
 * Beginning and end of an account number: "KZ", "KZ86 125K", "…3042" and "KZ86…3042" as lists
 * shorten them, К and З of another keyboard.
 */
function accountParts(text: string): Pick<SearchIntent, "accountPrefix" | "accountEnding"> {
  const parts = latinLetters(compactAccountNumber(text)).split(/[…*]+|\.{2,}/);
  const [head = "", tail] = parts;
  if (parts.length > 2 || !/^[A-Z0-9:]{0,34}$/.test(head + (tail ?? "")))
    return { accountPrefix: null, accountEnding: null };
  const begins = /^[A-Z]{2}$/.test(head) || (head.length >= 2 && /\d/.test(head));
  const end = tail ?? (begins && /\d/.test(head) && head.length <= 12 ? head : "");
  return { accountPrefix: begins ? head : null, accountEnding: end.length >= 4 ? end : null };
}

/**
 * Cyrillic letters that look like Latin ones, and the Kazakh KZ as it comes out of a Russian
 * layout.
 */
function latinLetters(upper: string): string {
  return upper
    .replace(/^(?:ЛЯ|КЗ)(?=\d|$)/, "KZ")
    .replace(/[АВЕКМНОРСТХ]/g, (letter) => LATIN[letter] ?? letter);
}

const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [..."АВЕКМНОРСТХ"].map((letter, index) => [letter, "ABEKMHOPCTX"[index] ?? letter]),
);

/**
 * A Lucene query that asks for every word of `folded` as a prefix; special characters are escaped.
 */
function luceneQuery(folded: string): string {
  return folded
    .split(" ")
    .map((word) => `+${word.replace(/[+\-!(){}[\]^"~*?:\\/&|]/g, "\\$&")}*`)
    .join(" ");
}
