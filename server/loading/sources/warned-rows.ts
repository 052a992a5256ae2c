import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { finished } from "node:stream/promises";
import { BYTE_ORDER_MARK, csvFor, csvRow } from "../../../contract/csv.ts";
import { LANGUAGES } from "../../../contract/languages.ts";
import { warningText } from "../../../contract/texts/warning-texts.ts";
import type { Position, Warning } from "../record/load-item.ts";

/** The file names as many warnings as a person can look through; all are counted. */
const MOST = 10_000;

/** One kind of warning of a file: how often it came, and where it came first. */
export interface WarnedKind {
  readonly code: string;
  readonly count: number;
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

/** What became of the warnings of a file. */
export interface Warned {
  /** Each kind once, in the order they came. */
  readonly warned: readonly WarnedKind[];
  /** Path of the file with each warning; null where there is none. */
  readonly warnedFile: string | null;
}

export interface WarnedRows {
  add(position: Position, warnings: readonly Warning[]): void;
  /** Writes the file. */
  close(): Promise<Warned>;
}

/** The warnings of one source: row, field, value, and what was done, in the three languages. */
export function warnedRows(path: string, fileName: string): WarnedRows {
  const kinds = new Map<string, WarnedKind>();
  const lines: string[] = [];
  return {
    add: ({ member, sheet, row }, warnings) => {
      const place = sheet === undefined ? String(row) : `${sheet}!${row}`;
      for (const { code, column, value } of warnings) {
        const known = kinds.get(code) ?? { code, count: 0, row: place, column, value };
        kinds.set(code, { ...known, count: known.count + 1 });
        if (lines.length >= MOST) continue;
        const file = member === undefined ? fileName : `${fileName}!${member}`;
        const done = LANGUAGES.map((language) => warningText(code, language) ?? code);
        lines.push(csvRow([file, place, column, value, ...done], DIALECT));
      }
    },
    close: async () => {
      const warned = [...kinds.values()];
      if (warned.length > 0) await written(path, lines);
      return { warned, warnedFile: warned.length > 0 ? path : null };
    },
  };
}

/** A person reads it in a spreadsheet, whatever the language of the screen was at the load. */
const DIALECT = csvFor("ru");

async function written(path: string, lines: readonly string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file: WriteStream = createWriteStream(path, { flags: "w", mode: 0o600 });
  // The end of the stream throws where the disk is full.
  file.on("error", () => {});
  const head = ["file", "row", "column", "value", ...LANGUAGES.map((one) => `done_${one}`)];
  file.end(BYTE_ORDER_MARK + csvRow(head, DIALECT) + lines.join(""));
  await finished(file);
}
