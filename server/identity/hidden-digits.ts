/** What banks write in place of the digits of an account or card they do not show. */
const HIDDEN = /[*•]+|X{3,}/;

/** An account or card number of which a part is not shown: "KZ12****3456". */
export function hidesDigits(number: string): boolean {
  return HIDDEN.test(number);
}

/** The digits that are shown of `hidden` stand where they should in `number`. */
export function fitsHidden(hidden: string, number: string): boolean {
  const parts = hidden.split(HIDDEN);
  return number.startsWith(parts[0] ?? "") && number.endsWith(parts.at(-1) ?? "");
}
