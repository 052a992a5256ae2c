import { constants } from "node:os";

/** Words that are replaced wherever they stand in a text. */
export interface Known {
  /** Folders by what stands for them: DATA, PROGRAM, HOME. The longest path goes first. */
  readonly folders: ReadonlyMap<string, string>;
  /** Names and logins of the people who work here, and passwords of this machine. */
  readonly words: readonly string[];
}

const TEXT = "[text]";
const NUMBER = "[number]";

/** The frame of a stack: its numbers are lines and columns. */
const FRAME = /^\s*at .+:\d+:\d+\)?$/;

/**
 * A text of this program without anything of anybody. The program's own words are plain English;
 * what is quoted, not English, or looks like a name, an account, a sum or an address came from
 * somewhere else and goes. Too much goes rather than too little.
 */
export function cleaned(text: string, known: Known): string {
  return text
    .split("\n")
    .map((line) => (FRAME.test(line) ? withoutTexts(line, known) : cleanedLine(line, known)))
    .join("\n");
}

/**
 * The same where figures are of the machine: free room, versions, days. Six digits are too many.
 */
export function cleanedFinding(text: string, known: Known): string {
  return withoutTexts(text, known).replace(/\d{6,}/g, NUMBER);
}

function cleanedLine(line: string, known: Known): string {
  return withoutTexts(line, known)
    .replace(/\d[\d \u00a0\u202f'’]*[.,]\d{1,2}(?!\d)/g, NUMBER)
    .replace(/[+(]?\d(?:[\d \u00a0\u202f()-]*\d)?/g, (found) =>
      found.replace(/\D/g, "").length > 3 ? NUMBER : found,
    );
}

function withoutTexts(text: string, { folders, words }: Known): string {
  let found = text.replaceAll("file://", "");
  for (const [path, name] of [...folders].sort(([a], [b]) => b.length - a.length))
    found = found.replaceAll(path, name);
  for (const word of words)
    if (word.length > 2) found = found.replace(new RegExp(literally(word), "giu"), TEXT);
  return (
    found
      .replace(/\w+(?:\+\w+)*:\/\/\S+/g, "[address]")
      .replace(/\S+@\S+/g, TEXT)
      .replace(/\b(?!(?:org|java|io)\.)(?:[a-z0-9-]+\.){2,}[a-z]{2,}\b/g, "[address]")
      .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, "[address]")
      .replace(/(?<![\w.)\]])\/(?:[^\s/:"')]+\/)+[^\s/:"')]*/g, "[path]")
      .replace(/"[^"\n]*"|«[^»\n]*»|“[^”\n]*”|„[^“\n]*“/g, `"${TEXT}"`)
      .replace(/(?<!\w)'[^'\n]*'(?!\w)/g, `'${TEXT}'`)
      // An account: two letters, two digits, and at least eleven of either, in groups or not.
      .replace(/\b[a-z]{2}\d{2}(?:[ -]?[0-9a-z]){11,30}/gi, "[account]")
      .replace(/[\p{L}\p{M}\d.'’-]+/gu, (word) => (IS_FOREIGN.test(word) ? TEXT : word))
      // Two names or more beside each other.
      .replace(/\b[A-Z][A-Za-z'’-]+(?:\s+[A-Z](?:[A-Za-z'’-]+|\.))+/g, TEXT)
      .replace(/(?<=[a-z,;] )[A-Z][a-z]+\b(?!\.\w)/g, TEXT)
      .replace(/\b[A-Z]{3,}\b/g, (word) => (OWN_CAPITALS.has(word) ? word : TEXT))
      .replace(/\[text\](?:[\s,.]*\[text\])+/g, TEXT)
  );
}

/** Words in capitals that are nobody's name. */
const OWN_CAPITALS: ReadonlySet<string> = new Set([
  ...Object.keys(constants.errno),
  ...["DATA", "PROGRAM", "HOME", "JSON", "HTTP", "HTTPS", "TLS", "UTC", "ZIP", "XML", "CSV", "PDF"],
  ...["IIN", "BIN", "IBAN", "KZT", "NULL", "ONLINE", "REASON", "FILE", "FOLDER", "KEYFILE"],
]);

/** A letter that English does not have. */
const IS_FOREIGN = /(?![A-Za-z])\p{L}/u;

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
