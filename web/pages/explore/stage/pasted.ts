/** An address carries so many accounts at most. */
export const MOST_PASTED = 300;

/** IBANs (with or without spaces) and bank keys in any pasted text, each once, in their order. */
export function accountsIn(text: string): readonly string[] {
  const found = new Set<string>();
  const joined = text
    .toUpperCase()
    .replace(/\bKZ\d{2}(?:[ \u00a0\u202f]?[A-Z0-9]{4}){4}\b/g, (iban) =>
      iban.replace(/[ \u00a0\u202f]/g, ""),
    );
  for (const word of joined.split(/[\s,;|"'()]+/))
    if (/^[A-Z0-9][A-Z0-9:_-]{5,33}$/.test(word) && /\d/.test(word)) found.add(word);
  return [...found];
}

/** A pasted list beside the data: what the picture takes, and what it does not. */
export interface PastedList {
  readonly all: readonly string[];
  /** In the data, and within what a picture takes at once. */
  readonly taken: readonly string[];
  /** In the data, but more than a picture takes at once. */
  readonly beyond: readonly string[];
  readonly unknown: readonly string[];
}

export function sortPasted(all: readonly string[], known: ReadonlySet<string>): PastedList {
  const inData = all.filter((number) => known.has(number));
  return {
    all,
    taken: inData.slice(0, MOST_PASTED),
    beyond: inData.slice(MOST_PASTED),
    unknown: all.filter((number) => !known.has(number)),
  };
}
