import { sensesOf } from "../../columns/headings.ts";
import type { RawRow, RawTable } from "../../record/input-file.ts";
import type { HeadingCell, PrintedHeader } from "./pdf-header.ts";
import { cellsOf, columnsOver, type TextItem, type TextLine, textOf } from "./pdf-lines.ts";
import { readRows } from "./pdf-rows.ts";
import { leadingDay, showsMoney } from "./pdf-values.ts";

/**
 * A PDF in no known form as a table. Columns are told by the places of the headings above the first
 * row that begins with a day, rows by their days. What the columns mean is found as for any table,
 * and mapped by hand where it is not. Null where no row begins with a day.
 */
export function tableOf(lines: readonly TextLine[], doubt: string | null): RawTable | null {
  const first = lines.findIndex(
    ({ items }) =>
      items.length >= FEWEST_CELLS && items.some(({ text }) => leadingDay(text)?.rest === ""),
  );
  const row = lines[first];
  if (row === undefined) return null;
  const header = headerAbove(lines, first);
  const { rows, unread, after } = readRows(lines, header.place, AS_IT_STANDS, () => false);
  const numbered = counter();
  const above = lines.slice(0, header.place.from).map((line) => numbered(line.page, textsOf(line)));
  const columns = header.place.cells.map(({ column }) => column);
  const table: RawRow[] = [
    ...above,
    numbered(row.page, header.names),
    ...rows.map(({ page, cells }) =>
      numbered(
        page,
        columns.map((column) => cells.get(column) ?? ""),
      ),
    ),
    ...unread.map((line) => numbered(line.page, unreadCells(line, columns.length))),
    ...after.map((line) => numbered(line.page, textsOf(line))),
  ];
  const unsure = doubt ?? (header.hasNames ? null : NO_HEADINGS);
  return {
    name: null,
    ...(unsure === null ? {} : { doubt: unsure }),
    rows: (async function* () {
      yield table;
    })(),
  };
}

const NO_HEADINGS = "Nothing above the rows of the PDF says what its columns mean.";
const FEWEST_CELLS = 3;
const AS_IT_STANDS = { align: "top" } as const;
const MOST_LINES = 5;
const APART = 2.2;

/** The words above the first row, column by column; numbers of columns where none stand there. */
function headerAbove(
  lines: readonly TextLine[],
  first: number,
): { place: PrintedHeader; names: string[]; hasNames: boolean } {
  const row = lines[first] as TextLine;
  let from = first;
  while (from > 0 && first - from < MOST_LINES && goesOn(lines[from - 1], lines[from])) {
    const below = from === first ? row.items : columnsOver(lines.slice(from, first));
    if (reachesOver(lines[from - 1], below)) break;
    from -= 1;
  }
  const merged = columnsOver(lines.slice(from, first));
  const known = merged.filter(({ text }) => sensesOf(text).length > 0).length;
  const cells = known >= 2 && merged.length >= FEWEST_CELLS ? merged : row.items;
  const hasNames = cells === merged;
  const dayAt = dayColumn(cells, row);
  return {
    place: {
      from: hasNames ? from : first,
      to: first,
      cells: cells.map(
        ({ x, end }, at): HeadingCell => ({ column: at === dayAt ? "date" : `c${at}`, x, end }),
      ),
    },
    names: cells.map(({ text }, at) => (hasNames ? text : `column ${at + 1}`)),
    hasNames,
  };
}

function goesOn(upper: TextLine | undefined, lower: TextLine | undefined): boolean {
  if (upper === undefined || lower === undefined || upper.page !== lower.page) return false;
  const text = textOf(upper);
  if (showsMoney(text) || upper.items.some((item) => leadingDay(item.text) !== null)) return false;
  return lower.y - upper.y < APART * (upper.items[0]?.size ?? 1);
}

/** A line above the headings, and none of them: it reaches over several columns. */
function reachesOver(line: TextLine | undefined, below: readonly TextItem[]): boolean {
  if (line === undefined) return true;
  return cellsOf(line).some(
    (cell) => below.filter(({ x, end }) => cell.x < end && x < cell.end).length > 1,
  );
}

/** The heading that the first row's day stands under, or nearest to. */
function dayColumn(cells: readonly TextItem[], row: TextLine): number {
  const day = row.items.find(({ text }) => leadingDay(text) !== null);
  const middle = day === undefined ? 0 : (day.x + day.end) / 2;
  const away = cells.map(({ x, end }) => Math.max(0, x - middle, middle - end));
  return away.indexOf(Math.min(...away));
}

function textsOf(line: TextLine): string[] {
  return cellsOf(line).map(({ text }) => text);
}

/** A line that belongs to no row and shows money must not pass as a note: it fills every column. */
function unreadCells(line: TextLine, columns: number): string[] {
  const text = textOf(line);
  return Array.from({ length: Math.max(1, columns) }, () => text);
}

function counter() {
  const counts = new Map<number, number>();
  return (page: number, cells: string[]): RawRow => {
    const row = (counts.get(page) ?? 0) + 1;
    counts.set(page, row);
    return { position: { sheet: String(page), row }, cells, raw: cells.join("\t") };
  };
}
