import { TABLE_LIMITS } from "../reader-limits.ts";
import { decodeEntities } from "./entities.ts";
import { numberAttribute } from "./tokens.ts";

const MOST_COLUMNS = TABLE_LIMITS.columns;
const MOST_ROWS_DOWN = 65_535;
/** Marks a line break that was drawn, as against one of the source, which is a space. */
export const LINE_BREAK = "\u0001";

/** A table of the page that is being read. */
export interface OpenTable {
  /** Cells of the row being read, null between rows. */
  cells: string[] | null;
  /** Text of the cell being read, null between cells. */
  cell: string | null;
  colspan: number;
  rowspan: number;
  /** Texts that reach down into the next rows, by column. */
  readonly down: Map<number, { text: string; rows: number }>;
  hasWideRow: boolean;
  /** The row being read has more cells than are kept. */
  tooWide: boolean;
  /** The row being read is not shown. */
  hidden: boolean;
}

/** A row that is not drawn: by its style, or by the attribute of that name. */
const HIDDEN = /display\s*:\s*none|(?:^|\s)hidden(?=[\s=]|$)/i;

export function newTable(): OpenTable {
  return {
    cells: null,
    cell: null,
    colspan: 1,
    rowspan: 1,
    down: new Map(),
    hasWideRow: false,
    tooWide: false,
    hidden: false,
  };
}

/** A row that begins without its tag is a plain one. */
export function betweenRows(table: OpenTable): void {
  table.tooWide = false;
  table.hidden = false;
}

export function startRow(table: OpenTable, attributes: string): void {
  table.hidden = HIDDEN.test(attributes);
  table.cells = [];
}

export function startCell(table: OpenTable, attributes: string): void {
  table.cells ??= [];
  table.cell = "";
  table.colspan = Math.max(1, numberAttribute(attributes, "colspan"));
  const down = Math.max(1, numberAttribute(attributes, "rowspan"));
  table.rowspan = Math.min(MOST_ROWS_DOWN, down);
}

export function endCell(table: OpenTable): void {
  if (table.cell === null || table.cells === null) return;
  const text = tidy(table.cell);
  reachDown(table);
  const column = table.cells.length;
  if (column >= MOST_COLUMNS) {
    if (text !== "") table.tooWide = true;
    table.cell = null;
    return;
  }
  table.cells.push(text);
  const across = Math.min(table.colspan, MOST_COLUMNS - column);
  for (let extra = 1; extra < across; extra++) table.cells.push("");
  if (table.rowspan > 1) {
    // An amount is not repeated in the rows it covers: it would count twice.
    const shown = looksLikeAmount(text) ? "" : text;
    for (let extra = 0; extra < Math.max(1, across); extra++) {
      table.down.set(column + extra, { text: extra === 0 ? shown : "", rows: table.rowspan - 1 });
    }
  }
  table.cell = null;
}

/** Ends the row being read; its cells without empty ones at the end, null between rows. */
export function endRow(table: OpenTable): string[] | null {
  endCell(table);
  if (table.cells === null) return null;
  reachDown(table);
  const cells = table.cells;
  table.cells = null;
  while (cells.length > 0 && cells.at(-1) === "") cells.pop();
  return cells;
}

function reachDown(table: OpenTable): void {
  if (table.cells === null) return;
  for (let column = table.cells.length; ; column++) {
    const reached = table.down.get(column);
    if (reached === undefined) return;
    table.cells.push(reached.text);
    if (reached.rows <= 1) table.down.delete(column);
    else table.down.set(column, { text: reached.text, rows: reached.rows - 1 });
  }
}

/** Text as a browser shows it: entities decoded, white space folded, drawn line breaks kept. */
export function tidy(text: string): string {
  return decodeEntities(text.replace(/[ \t\r\n]+/g, " "))
    .replace(/\u00a0/g, " ")
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

function looksLikeAmount(text: string): boolean {
  return /^[-+−]?\d{1,3}(?:[\s'’.,]?\d{3})*[.,]\d{2}$/.test(text);
}
