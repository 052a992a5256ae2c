import { type BagProblem, problem } from "./problems.ts";

/** The two lines every bag begins with. */
export const BAGIT_TXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

export interface Declaration {
  readonly version: string;
  readonly encoding: string;
}

/**
 * Reads bagit.txt (always UTF-8 without a byte order mark, RFC 8493 §2.1.1); version 1.0 allows no
 * other white space.
 */
export function readDeclaration(bytes: Buffer): Declaration | BagProblem {
  const bad = (why: string) => problem("malformed", "bagit.txt", why);
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
    return bad("begins with a byte order mark");
  const lines = bytes.toString("utf8").split(/\r\n|\r|\n/);
  while (lines.at(-1) === "") lines.pop();
  const version = /^BagIt-Version(\s*):(\s*)(\d+\.\d+)(\s*)$/.exec(lines[0] ?? "");
  const encoding = /^Tag-File-Character-Encoding(\s*):(\s*)(\S+)(\s*)$/.exec(lines[1] ?? "");
  if (!version || !encoding || lines.length !== 2)
    return bad("does not say version and encoding in two lines");
  const plain = [version, encoding].every(
    (match) => match[1] === "" && match[2] === " " && match[4] === "",
  );
  if (version[3] === "1.0" && !plain) return bad("has white space where version 1.0 allows none");
  return { version: version[3] ?? "", encoding: encoding[3] ?? "" };
}

export type InfoFields = readonly (readonly [label: string, value: string])[];

/** bag-info.txt, one "Label: value" a line; line ends inside values become spaces. */
export function writeInfo(fields: InfoFields): string {
  return fields
    .map(([label, value]) => `${label}: ${value.replace(/\s+/g, " ").trim()}\n`)
    .join("");
}

/**
 * Reads bag-info.txt; a line that begins with white space continues the one before (RFC 8493
 * §2.2.2).
 */
export function readInfo(text: string): { fields: InfoFields; problems: BagProblem[] } {
  const fields: [string, string][] = [];
  const problems: BagProblem[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) {
      last[1] = `${last[1]} ${line.trim()}`;
      return;
    }
    const match = /^([^:]+?)\s*:\s*(.*)$/.exec(line);
    if (match) fields.push([match[1] ?? "", match[2] ?? ""]);
    else problems.push(problem("malformed", "bag-info.txt", `line ${index + 1} has no label`));
  });
  return { fields, problems };
}
