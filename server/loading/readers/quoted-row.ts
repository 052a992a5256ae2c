import type { Dialect } from "./dialect.ts";

/**
 * Looking ahead in vain may cost four times what was read, and a little more; then only short texts
 * may span lines.
 */
const FREE_LOOKAHEAD = 4_000_000;
const LEAST_LOOKAHEAD = 1_024;
/** Delimiters by chance are rarely so many in one line of a text. */
const FEWEST_TO_TELL = 4;

/** A line that has quotes, within the buffer. */
interface LineWithQuotes {
  readonly at: number;
  readonly end: number;
  /** Nothing follows the buffer. */
  readonly last: boolean;
  /** Characters read before the line, those before the buffer included. */
  readonly read: number;
}

/**
 * Finds where rows with quotes end: RFC 4180 quotes, quotes inside quotes that nobody doubled, and
 * quotes nobody closed. The usual number of columns decides between the readings.
 */
export function quotedRows({ delimiter, columns }: Dialect, rowLimit: number) {
  const fits = (cells: readonly string[]) => columns === 0 || cells.length === columns;
  const looksLikeRow = (cells: readonly string[]) =>
    cells.length === columns &&
    cells.filter((cell) => cell.trim() !== "").length * 2 > columns &&
    cells.some((cell) => /\d\d/.test(cell));
  /** A text holds lines that are rows by themselves: a quote that was never meant to open one. */
  const swallowsRows = (cells: readonly string[]) =>
    columns >= FEWEST_TO_TELL &&
    cells.some((cell) => {
      const [, ...further] = cell.split(/\r\n|\n|\r/);
      return further.some((line) => looksLikeRow(line.split(delimiter)));
    });
  /** Characters looked at for rows that turned out to end earlier. */
  let wasted = 0;

  /**
   * The row that starts at `at` and whose first line ends at `end`; null: more text is needed to
   * tell.
   */
  function quotedRow(buffer: string, place: LineWithQuotes): QuotedRow | null {
    const { at, end } = place;
    const strict = parseQuoted(buffer, at, end, delimiter, false);
    if (strict.closed && !strict.naive && fits(strict.cells)) return strict;
    const across = strict.closed || strict.naive ? null : rowAcrossLines(buffer, place);
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
    const naive = across ?? (strict.naive && !strict.closed ? rowAcrossLines(buffer, place) : null);
    if (naive === "more") return null;
    if (naive !== null) return naive;
    if (strict.closed) return strict;
    if (lenient.closed) return lenient;
    return strict.naive ? plain : { ...plain, broken: "quote-not-closed" };
  }

  /**
   * The row with a quoted text that goes on over newlines, if one of the right width ends within
   * what may be looked ahead.
   */
  function rowAcrossLines(buffer: string, place: LineWithQuotes): QuotedRow | "more" | null {
    const { at, last, read } = place;
    const lookahead = Math.max(
      LEAST_LOOKAHEAD,
      Math.min(rowLimit, FREE_LOOKAHEAD + 4 * read - wasted),
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
    if (fits(row.cells) && !swallowsRows(row.cells)) return row;
    wasted += row.end - at;
    return null;
  }

  return quotedRow;
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
  /** Why the line can be no row, where a quote opens a text that ends nowhere. */
  readonly broken?: string;
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
