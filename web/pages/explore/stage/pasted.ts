/** An address carries so many accounts at most. */
const MOST = 300;

/** IBANs (with or without spaces) and bank keys in any pasted text, each once, in their order. */
export function accountsIn(text: string): readonly string[] {
  const found = new Set<string>();
  const joined = text
    .toUpperCase()
    .replace(/\bKZ\d{2}(?:[ \u00a0\u202f]?[A-Z0-9]{4}){4}\b/g, (iban) =>
      iban.replace(/[ \u00a0\u202f]/g, ""),
    );
  for (const word of joined.split(/[\s,;|"'()]+/)) {
    if (/^[A-Z0-9][A-Z0-9:_-]{5,33}$/.test(word) && /\d/.test(word)) found.add(word);
    if (found.size >= MOST) break;
  }
  return [...found];
}
