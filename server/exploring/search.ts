import { compactAccountNumber } from "../identity/iban.ts";
import { foldName } from "../identity/names.ts";
import { normalisePhone } from "../identity/phone.ts";
import { otherSpelling } from "./spelling.ts";
import { type TypedPayment, typedPayment } from "./typed-payment.ts";

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
  /** 7XXXXXXXXXX. */
  readonly phone: string | null;
  /** The number of a transfer or the bank's own reference: one word with a digit. */
  readonly reference: string | null;
  /** An amount and a day. */
  readonly payment: TypedPayment | null;
  readonly text: string;
}

const REFERENCE = /^(?=.*\d)\S{3,200}$/u;

export function readIntent(query: string): SearchIntent {
  const text = query.trim();
  const folded = foldName(text);
  return {
    ...accountParts(text),
    iin: /^\d{12}$/.test(compactAccountNumber(text)) ? compactAccountNumber(text) : null,
    words: /\p{L}/u.test(folded) ? luceneQuery(folded) : null,
    phone: normalisePhone(text),
    reference: REFERENCE.test(text) ? text : null,
    payment: typedPayment(text),
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
 * A Lucene query that asks for every word of `folded` as a prefix, as it is written or in the other
 * script; special characters are escaped. The own spelling comes first.
 */
function luceneQuery(folded: string): string {
  return folded
    .split(" ")
    .map((word) => {
      const own = `${word.replace(/[+\-!(){}[\]^"~*?:\\/&|]/g, "\\$&")}*`;
      const other = otherSpelling(word);
      return other === null ? `+${own}` : `+(${own}^2 /${other}/)`;
    })
    .join(" ");
}
