import type { HeadingBook } from "./pdf-headings.ts";
import { columnsOver, type TextItem, type TextLine, wordsIn } from "./pdf-lines.ts";

/** A heading of the table and where it stands. */
export interface HeadingCell {
  readonly column: string;
  readonly x: number;
  readonly end: number;
}

export interface PrintedHeader {
  /** Index of its first line and of the line after it. */
  readonly from: number;
  readonly to: number;
  readonly cells: readonly HeadingCell[];
}

const MOST_LINES = 5;
const FEWEST_COLUMNS = 3;
/** Headings of a known form that are not known themselves: kept with the row under their words. */
const MOST_UNKNOWN = 2;
export const UNKNOWN_COLUMN = "x:";
/** In letter heights: headings may stand closer than other cells. */
const BETWEEN_HEADINGS = 0.6;
/** In letter heights: lines of one heading stand closer than this. */
const NEXT_LINE = 2;

/** The lines that name the columns: the ones that name the most of them, as few as do. */
export function findPrintedHeader(
  lines: readonly TextLine[],
  book: HeadingBook,
  from = 0,
): PrintedHeader | null {
  for (let at = from; at < lines.length; at += 1) {
    const found = headerAt(lines, at, book);
    if (found !== null) return found;
  }
  return null;
}

function headerAt(
  lines: readonly TextLine[],
  from: number,
  book: HeadingBook,
): PrintedHeader | null {
  let best: PrintedHeader | null = null;
  const first = lines[from];
  if (first === undefined || !namesColumn(first, book)) return null;
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const window = lines.slice(from, from + count);
    const last = window.at(-1);
    if (last === undefined || window.length < count || last.page !== first.page) break;
    const before = window.at(-2);
    const size = last.items[0]?.size ?? 1;
    if (before !== undefined && last.y - before.y > NEXT_LINE * size) break;
    const cells = headingCells(window, book);
    if (cells !== null && knownIn(cells) > knownIn(best?.cells ?? []))
      best = { from, to: from + count, cells };
  }
  return best !== null && isEnough(best.cells) ? best : null;
}

/** A word of the line at least begins a heading: most lines are no header, and are left at once. */
function namesColumn(line: TextLine, book: HeadingBook): boolean {
  return line.items.some(({ text }) => {
    const [first = "", second = ""] = text.split(/\s+/);
    return (
      book.columnsOf(text) !== null ||
      book.columnsOf(first) !== null ||
      book.columnsOf(`${first} ${second}`) !== null ||
      /^(?:дата|күні|date|№)/iu.test(text)
    );
  });
}

function knownIn(cells: readonly HeadingCell[]): number {
  return cells.filter(({ column }) => !column.startsWith(UNKNOWN_COLUMN)).length;
}

function isEnough(cells: readonly HeadingCell[]): boolean {
  const has = (...columns: string[]) => cells.some(({ column }) => columns.includes(column));
  return (
    knownIn(cells) >= FEWEST_COLUMNS && has("date") && has("amount", "accountAmount", "in", "out")
  );
}

/** The headings of a group of lines; null where too much in them is no heading. */
function headingCells(window: readonly TextLine[], book: HeadingBook): HeadingCell[] | null {
  const cells: HeadingCell[] = [];
  let unknown = 0;
  for (const column of columnsOver(window, BETWEEN_HEADINGS)) {
    const named = split(column, book);
    if (named !== null) cells.push(...named);
    else {
      unknown += 1;
      cells.push({ column: `${UNKNOWN_COLUMN}${column.text}`, x: column.x, end: column.end });
    }
  }
  if (unknown > MOST_UNKNOWN) return null;
  const names = cells.map(({ column }) => column);
  return new Set(names).size === names.length ? cells : null;
}

/** One heading, or several that stand so close that they came as one text. */
function split(cell: TextItem, book: HeadingBook): HeadingCell[] | null {
  const columns = book.columnsOf(cell.text);
  if (columns === null) return null;
  const [only] = columns;
  if (columns.length === 1 && only !== undefined)
    return [{ column: only, x: cell.x, end: cell.end }];
  const words = wordsIn(cell);
  const cells: HeadingCell[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let count = words.length - at; count > 0; count -= 1) {
      const part = words.slice(at, at + count);
      const named = book.columnsOf(part.map(({ text }) => text).join(" "));
      if (named?.length !== 1 || named[0] === undefined) continue;
      cells.push({ column: named[0], x: part[0]?.x ?? cell.x, end: part.at(-1)?.end ?? cell.end });
      taken = count;
      break;
    }
    if (taken === 0) return null;
    at += taken;
  }
  return cells;
}
