import type { RawRow } from "../record/input-file.ts";
import type { Dialect } from "./dialect.ts";
import { quotedRows } from "./quoted-row.ts";
import { SHOWN_OF_BROKEN_ROW, TABLE_LIMITS } from "./reader-limits.ts";

export interface RowMachine {
  /** Rows completed by this piece of text. `last` says that nothing follows. */
  push(text: string, last: boolean): RawRow[];
}

/**
 * A row longer than this (in characters) is refused and skipped, so memory stays bounded whatever
 * the file holds.
 */
export const ROW_LIMIT = TABLE_LIMITS.rowCharacters;
/** What a decoder puts where bytes stand for no letter. */
const LOST_LETTER = "\ufffd";

/**
 * Splits delimited text into rows, in one pass and without ever giving up. It takes any newline
 * (LF, CR LF, CR), RFC 4180 quotes, and quotes inside quotes that nobody doubled ("ТОО "Ромашка"").
 * Where nobody closed a quote, the usual number of columns tells where the row really ended. Lines
 * without quotes, nearly all of a bank's file, take the fast path: searching for the next delimiter
 * and slicing.
 */
export function createRowMachine(dialect: Dialect): RowMachine {
  const { delimiter } = dialect;
  const quotedRow = quotedRows(dialect, ROW_LIMIT);
  let rest = "";
  let line = 1;
  let skipping = false;
  /** Characters before the buffer. */
  let offset = 0;

  function push(text: string, last: boolean): RawRow[] {
    const buffer = rest === "" ? text : rest + text;
    const length = buffer.length;
    const rows: RawRow[] = [];
    const find = (what: string, from: number) => {
      const found = buffer.indexOf(what, from);
      return found === -1 ? length : found;
    };
    let at = 0;
    let feed = find("\n", 0);
    let carriage = find("\r", 0);
    let quote = find('"', 0);
    let comma = find(delimiter, 0);
    let nul = find("\0", 0);
    let lost = find(LOST_LETTER, 0);
    const rowOf = (cells: string[], from: number, to: number): RawRow => {
      const whole = { position: { row: line }, cells, raw: buffer.slice(from, to) };
      const row = last && to === length ? { ...whole, unended: true } : whole;
      if (lost < from) lost = find(LOST_LETTER, from);
      return lost < to ? { ...row, damaged: true } : row;
    };
    while (at < length) {
      if (feed < at) feed = find("\n", at);
      if (carriage < at) carriage = find("\r", at);
      const end = Math.min(feed, carriage);
      if (end === length && !last) break;
      if (end === carriage && end === length - 1 && !last) break;
      if (skipping) {
        skipping = false;
        at = afterNewline(buffer, end);
        line += 1;
        continue;
      }
      if (end - at > ROW_LIMIT) {
        rows.push(tooLong(buffer.slice(at, at + SHOWN_OF_BROKEN_ROW), line));
        at = afterNewline(buffer, end);
        line += 1;
        continue;
      }
      if (nul < at) nul = find("\0", at);
      if (nul < end) {
        const raw = buffer
          .slice(at, Math.min(end, at + SHOWN_OF_BROKEN_ROW))
          .replaceAll("\0", "\ufffd");
        rows.push({ position: { row: line }, cells: [raw], raw, broken: "binary-rubbish" });
        at = afterNewline(buffer, end);
        line += 1;
        continue;
      }
      if (quote < at) quote = find('"', at);
      if (quote >= end) {
        const cells: string[] = [];
        let start = at;
        if (comma < start) comma = find(delimiter, start);
        while (comma < end) {
          cells.push(buffer.slice(start, comma));
          start = comma + 1;
          comma = find(delimiter, start);
        }
        cells.push(buffer.slice(start, end));
        rows.push(rowOf(cells, at, end));
        at = afterNewline(buffer, end);
        line += 1;
        continue;
      }
      const row = quotedRow(buffer, { at, end, last, read: offset + at });
      if (row === null || (!last && endsInCarriage(buffer, row.end))) break;
      const read = rowOf(row.cells, at, row.end);
      rows.push(row.broken === undefined ? read : { ...read, broken: row.broken });
      line += row.lines;
      at = afterNewline(buffer, row.end);
    }
    offset += at;
    rest = at === 0 ? buffer : buffer.slice(at);
    if (last && rest !== "" && skipping) rest = "";
    if (skipping) rest = "";
    else if (rest.length > ROW_LIMIT && find("\n", at) === length && find("\r", at) === length) {
      rows.push(tooLong(rest.slice(0, SHOWN_OF_BROKEN_ROW), line));
      skipping = true;
      offset += rest.length;
      rest = "";
    }
    return rows;
  }

  return { push };
}

/** The newline may be cut in two: its other half would look like a line of its own. */
function endsInCarriage(buffer: string, end: number): boolean {
  return end === buffer.length - 1 && buffer.charCodeAt(end) === 13;
}

function afterNewline(buffer: string, end: number): number {
  return buffer.charCodeAt(end) === 13 && buffer.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}

function tooLong(shown: string, line: number): RawRow {
  return { position: { row: line }, cells: [shown], raw: shown, broken: "row-too-long" };
}
