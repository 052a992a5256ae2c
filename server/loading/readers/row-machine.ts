import type { RawRow } from "../record/input-file.ts";
import { SHOWN_OF_BROKEN_ROW, TABLE_LIMITS } from "./limits.ts";

/** How a delimited text is written: found from its head (dialect.ts). */
export interface Dialect {
  readonly delimiter: string;
  /** Cells of an ordinary row; 0 where unknown. Used to recover after quotes nobody closed. */
  readonly columns: number;
}

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
 * Looking ahead in vain may cost four times what was read, and a little more; then only short texts
 * may span lines.
 */
const FREE_LOOKAHEAD = 4_000_000;
const LEAST_LOOKAHEAD = 1_024;

/**
 * Splits delimited text into rows, in one pass and without ever giving up: any newline (LF, CR LF,
 * CR), RFC 4180 quotes, quotes inside quotes that nobody doubled ("ТОО "Ромашка""), and quotes
 * nobody closed, where the usual number of columns tells where the row really ended. Lines without
 * quotes, nearly all of a bank's file, take the fast path: searching for the next delimiter and
 * slicing.
 */
export function createRowMachine(dialect: Dialect): RowMachine {
  const { delimiter, columns } = dialect;
  let rest = "";
  let line = 1;
  let skipping = false;
  /**
   * Characters before the buffer, and characters looked at for rows that turned out to end earlier.
   */
  let offset = 0;
  let wasted = 0;

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
      const row = { position: { row: line }, cells, raw: buffer.slice(from, to) };
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
      const row = quotedRow(buffer, at, end, last);
      if (row === null || (!last && endsInCarriage(buffer, row.end))) break;
      rows.push(rowOf(row.cells, at, row.end));
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

  /**
   * The row that starts at `at` and whose first line ends at `end`; null: more text is needed to
   * tell.
   */
  function quotedRow(buffer: string, at: number, end: number, last: boolean): QuotedRow | null {
    const strict = parseQuoted(buffer, at, end, delimiter, false);
    if (strict.closed && !strict.naive && fits(strict.cells)) return strict;
    const across = strict.closed || strict.naive ? null : rowAcrossLines(buffer, at, last);
    if (across === "more") return null;
    if (across !== null && !across.naive) return across;
    const lenient = parseQuoted(buffer, at, end, delimiter, true);
    if (lenient.closed && fits(lenient.cells)) return lenient;
    if (strict.closed && fits(strict.cells)) return strict;
    const plain = {
      cells: buffer.slice(at, end).split(delimiter),
      end,
      lines: 1,
      naive: true,
      closed: true,
    };
    if (fits(plain.cells) && columns !== 0) return plain;
    const naive =
      across ?? (strict.naive && !strict.closed ? rowAcrossLines(buffer, at, last) : null);
    if (naive === "more") return null;
    return naive ?? (strict.closed ? strict : lenient.closed ? lenient : plain);
  }

  /**
   * The row with a quoted text that goes on over newlines, if one of the right width ends within
   * what may be looked ahead.
   */
  function rowAcrossLines(buffer: string, at: number, last: boolean): QuotedRow | "more" | null {
    const lookahead = Math.max(
      LEAST_LOOKAHEAD,
      Math.min(ROW_LIMIT, FREE_LOOKAHEAD + 4 * (offset + at) - wasted),
    );
    const limit = Math.min(buffer.length, at + lookahead);
    const row = parseQuoted(buffer, at, limit, delimiter, false);
    const atEnd = limit === buffer.length;
    if (!row.closed || row.end >= limit) {
      if (atEnd && !last && buffer.length - at < lookahead) return "more";
      if (!atEnd || !row.closed) {
        wasted += limit - at;
        return null;
      }
    }
    if (fits(row.cells)) return row;
    wasted += row.end - at;
    return null;
  }

  const fits = (cells: readonly string[]) => columns === 0 || cells.length === columns;
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

interface QuotedRow {
  readonly cells: string[];
  /** Where the row's text ends (the newline, or the end of the text). */
  readonly end: number;
  readonly lines: number;
  /** A quote inside quotes was not doubled, so whoever wrote this doubles none. */
  readonly naive: boolean;
  /** False: a quote is still open where looking ended. */
  readonly closed: boolean;
}

/**
 * Reads one row with quotes from `at`, looking no further than `limit`. Strict: `""` is an escaped
 * quote. Lenient: `""` before a delimiter or the end of the line is a quote that belongs to the
 * text and then the closing one.
 */
function parseQuoted(
  text: string,
  at: number,
  limit: number,
  delimiter: string,
  lenient: boolean,
): QuotedRow {
  const cells: string[] = [];
  let lines = 1;
  let naive = false;
  let from = at;
  const separator = delimiter.charCodeAt(0);
  const ends = (index: number) => {
    if (index >= limit) return true;
    const code = text.charCodeAt(index);
    return code === separator || code === 10 || code === 13;
  };
  for (;;) {
    let stop = from;
    if (text.charCodeAt(from) === 34 && from < limit) {
      const closed = closingQuote(text, from, limit, ends, lenient);
      if (closed === -1) {
        return {
          cells,
          end: limit,
          lines,
          naive: naive || hasLoneQuote(text.slice(from + 1, limit)),
          closed: false,
        };
      }
      const inner = text.slice(from + 1, closed);
      if (!lenient && hasLoneQuote(inner)) naive = true;
      cells.push(lenient || !inner.includes('"') ? inner : inner.replaceAll('""', '"'));
      lines += newlines(inner);
      stop = closed + 1;
    } else {
      while (!ends(stop)) stop += 1;
      cells.push(text.slice(from, stop));
    }
    if (stop >= limit || text.charCodeAt(stop) !== separator)
      return { cells, end: stop, lines, naive, closed: true };
    from = stop + 1;
  }
}

function closingQuote(
  text: string,
  open: number,
  limit: number,
  ends: (index: number) => boolean,
  lenient: boolean,
): number {
  for (
    let index = text.indexOf('"', open + 1);
    index !== -1 && index < limit;
    index = text.indexOf('"', index + 1)
  ) {
    if (!lenient && text.charCodeAt(index + 1) === 34 && index + 1 < limit) {
      index += 1;
      continue;
    }
    if (ends(index + 1)) return index;
  }
  return -1;
}

/** A quote that is not one of two. */
function hasLoneQuote(text: string): boolean {
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text.charCodeAt(at + 1) !== 34) return true;
    at += 1;
  }
  return false;
}

function newlines(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) count += 1;
  }
  return count;
}
