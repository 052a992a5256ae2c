/**
 * Text as it may stand in any document: XML (workbook, Word, SVG), PDF, CSV and text files. What no
 * document can show is taken out here and nowhere else; docs/decisions/050-text-in-documents.md.
 */

/** Line ends that only some readers know; a space keeps the words on both sides apart. */
const UNUSUAL_LINE_ENDS = /[\v\f\u0085\u2028\u2029]/g;

/**
 * Control characters, halves of surrogate pairs and U+FFFE, U+FFFF are not allowed in XML 1.0
 * (https://www.w3.org/TR/xml/#charsets). Controls that turn the direction of writing let a name
 * read as another one (Unicode TR 36).
 */
const NOT_PRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

/** The text without what no document can show; the same again when cleaned twice. */
export function cleanText(text: string): string {
  return text.replace(UNUSUAL_LINE_ENDS, " ").replace(NOT_PRINTABLE, "");
}

/**
 * True where a reader sees at least one letter or digit. Characters that leave nothing on the page
 * (zero-width, fillers; Unicode: Default_Ignorable_Code_Point) are no reason and no title.
 */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(cleanText(text).replace(/\p{Default_Ignorable_Code_Point}/gu, ""));
}

/** A written text without blanks around it; null where nobody could read anything in it. */
export function saidOrNull(text: string | null | undefined): string | null {
  return text != null && saysSomething(text) ? text.trim() : null;
}

/** A copy in which every text is clean, at any depth; other values stay as they are. */
export function cleanTexts<Value>(value: Value): Value {
  if (typeof value === "string") return cleanText(value) as Value;
  if (Array.isArray(value)) return value.map(cleanTexts) as Value;
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, cleanTexts(inner)]),
  ) as Value;
}
