import { foldName } from "../identity/names.ts";

/** What a person typed, and which searches are worth running for it. */
export interface SearchIntent {
  /** Upper case without spaces, when it can be (part of) an account number. */
  readonly accountPrefix: string | null;
  /** Four or more characters at the end of an account number, the way people quote cards and accounts. */
  readonly accountEnding: string | null;
  /** Twelve digits. */
  readonly iin: string | null;
  /** Lucene query over folded names, null when there is no word in the text. */
  readonly words: string | null;
  readonly text: string;
}

export function readIntent(query: string): SearchIntent {
  const text = query.trim();
  const compact = text.replace(/[\s\u00a0-]/g, "").toUpperCase();
  const numberLike = /^[A-Z0-9:]{2,34}$/.test(compact) && /\d/.test(compact);
  const folded = foldName(text);
  return {
    accountPrefix: numberLike ? compact : null,
    accountEnding: numberLike && compact.length >= 4 && compact.length <= 12 ? compact : null,
    iin: /^\d{12}$/.test(compact) ? compact : null,
    words: /\p{L}/u.test(folded) ? luceneQuery(folded) : null,
    text,
  };
}

/** A Lucene query that asks for every word of `folded` as a prefix; special characters are escaped. */
function luceneQuery(folded: string): string {
  return folded
    .split(" ")
    .map((word) => `+${word.replace(/[+\-!(){}[\]^"~*?:\\/&|]/g, "\\$&")}*`)
    .join(" ");
}
