import { closeSync, openSync, writeSync } from "node:fs";
import { csvCell } from "../../../contract/csv.ts";

/** Separates the items of a list in a cell of the import; appears in no text. */
export const LIST_SEPARATOR = "\u001e";

export interface CsvFile {
  readonly path: string;
  line(text: string): void;
  /** Some text goes over more than one line, which the import must know. */
  multiline(): boolean;
  close(): void;
}

/** A file with the argument that names it to the import. */
export interface ImportFile {
  readonly file: CsvFile;
  readonly argument: string;
}

const CHUNK = 1 << 20;

/**
 * A file written a megabyte at a time: the import's rows come faster than a stream's bookkeeping.
 */
export function csvFile(path: string): CsvFile {
  const file = openSync(path, "w", 0o600);
  let text = "";
  let multiline = false;
  const flush = () => {
    if (text !== "") writeAll(file, Buffer.from(text));
    text = "";
  };
  return {
    path,
    multiline: () => multiline,
    line: (line) => {
      multiline ||= line.includes("\n") || line.includes("\r");
      text += line;
      text += "\n";
      if (text.length > CHUNK) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}

/** A full disk shows as a short write first, then as ENOSPC. */
function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** A property as a cell; nothing at all for one that is not there. */
export function cell(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return value.length === 0 ? "" : quoted(value.join(LIST_SEPARATOR));
  return String(value);
}

/** An empty text is quoted: for the import nothing between two commas is no property at all. */
function quoted(text: string): string {
  return text === "" ? '""' : csvCell(text, ",");
}

const NO_NAMES: readonly string[] = [];

/** Names of the unknown columns that are filled, in one order for all rows. */
export function namesOf(extra: Readonly<Record<string, string>>): readonly string[] {
  let names: string[] | undefined;
  for (const name in extra) {
    if (extra[name] === "") continue;
    names ??= [];
    names.push(name);
  }
  return names === undefined ? NO_NAMES : names.sort();
}
