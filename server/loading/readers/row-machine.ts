import type { RawRow } from "../reading.ts";

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

/** A row longer than this (in characters) is refused and skipped, so memory stays bounded whatever the file holds. */
export const ROW_LIMIT = 1_000_000;
const SHOWN_OF_LONG_ROW = 1_000;
const SMALLEST_LOOKAHEAD = 4_096;

/**
 * Splits delimited text into rows, in one pass and without ever giving up: any newline (LF, CR LF, CR), RFC 4180 quotes, quotes inside quotes
 * that nobody doubled ("ТОО "Ромашка""), and quotes nobody closed, where the usual number of columns tells where the row really ended.
 * Lines without quotes, nearly all of a bank's file, take the fast path: searching for the next delimiter and slicing.
 */
export function createRowMachine(dialect: Dialect): RowMachine {
  const { delimiter, columns } = dialect;
  let rest = "";
  let line = 1;
  let skipping = false;
  let lookahead = ROW_LIMIT;

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
        rows.push(tooLong(buffer.slice(at, at + SHOWN_OF_LONG_ROW), line));
        at = afterNewline(buffer, end);
        line += 1;
        continue;
      }
      if (nul < at) nul = find("\0", at);
      if (nul < end) {
        const raw = buffer.slice(at, Math.min(end, at + SHOWN_OF_LONG_ROW)).replaceAll("\0", "\ufffd");
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
        rows.push({ position: { row: line }, cells, raw: buffer.slice(at, end) });
        at = afterNewline(buffer, end);
        line += 1;
        continue;
      }
      const row = quotedRow(buffer, at, end, last);
      if (row === null) break;
      rows.push({ position: { row: line }, cells: row.cells, raw: buffer.slice(at, row.end) });
      line += row.lines;
      at = afterNewline(buffer, row.end);
    }
    rest = at === 0 ? buffer : buffer.slice(at);
    if (last && rest !== "" && skipping) rest = "";
    if (skipping) rest = "";
    else if (rest.length > ROW_LIMIT && find("\n", at) === length && find("\r", at) === length) {
      rows.push(tooLong(rest.slice(0, SHOWN_OF_LONG_ROW), line));
      skipping = true;
      rest = "";
    }
    return rows;
  }

  /** The row that starts at `at` and whose first line ends at `end`; null: more text is needed to tell. */
  function quotedRow(buffer: string, at: number, end: number, last: boolean): QuotedRow | null {
    const strict = parseQuoted(buffer, at, end, delimiter, false);
    if (strict && !strict.naive && fits(strict.cells)) return strict;
    const lenient = parseQuoted(buffer, at, end, delimiter, true);
    if (lenient && fits(lenient.cells)) return lenient;
    if (strict && fits(strict.cells)) return strict;
    if (!strict) {
      const limit = Math.min(buffer.length, at + lookahead);
      const across = parseQuoted(buffer, at, limit, delimiter, false);
      const undecided = !across || across.end >= buffer.length;
      if (undecided && !last && limit === buffer.length) return null;
      if (across && across.end - at <= ROW_LIMIT && fits(across.cells)) {
        lookahead = ROW_LIMIT;
        return across;
      }
      lookahead = Math.max(SMALLEST_LOOKAHEAD, lookahead >> 1);
    }
    return strict ?? lenient ?? { cells: buffer.slice(at, end).split(delimiter), end, lines: 1, naive: true };
  }

  const fits = (cells: readonly string[]) => columns === 0 || cells.length === columns;
  return { push };
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
}

/**
 * Reads one row with quotes from `at`, looking no further than `limit`. Strict: `""` is an escaped quote. Lenient: `""` before a delimiter or the
 * end of the line is a quote that belongs to the text and then the closing one. Null where a quote is still open at `limit`.
 */
function parseQuoted(text: string, at: number, limit: number, delimiter: string, lenient: boolean): QuotedRow | null {
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
      if (closed === -1) return null;
      const inner = text.slice(from + 1, closed);
      const quoted = inner.includes('"');
      const plain = quoted && !lenient ? inner.replaceAll('""', '"') : inner;
      if (quoted && !lenient && inner.length - plain.length !== plain.split('"').length - 1) naive = true;
      cells.push(plain);
      lines += newlines(inner);
      stop = closed + 1;
    } else {
      while (!ends(stop)) stop += 1;
      cells.push(text.slice(from, stop));
    }
    if (stop >= limit || text.charCodeAt(stop) !== separator) return { cells, end: stop, lines, naive };
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
  for (let index = text.indexOf('"', open + 1); index !== -1 && index < limit; index = text.indexOf('"', index + 1)) {
    if (!lenient && text.charCodeAt(index + 1) === 34 && index + 1 < limit) {
      index += 1;
      continue;
    }
    if (ends(index + 1)) return index;
  }
  return -1;
}

function newlines(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) count += 1;
  }
  return count;
}
