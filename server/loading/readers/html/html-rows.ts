import type { RawRow } from "../../record/input-file.ts";
import { tableRow } from "../broken-row.ts";
import { TABLE_LIMITS } from "../limits.ts";
import type { TableEvent } from "../table-events.ts";
import { decodeEntities } from "./entities.ts";
import { numberAttribute, type Token } from "./tokens.ts";

const MOST_COLUMNS = TABLE_LIMITS.columns;
const MOST_ROWS_DOWN = 65_535;

interface OpenTable {
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

/** A row with fewer filled cells is a heading or a closing line, not a row of the data table. */
const WIDE = 4;
const MOST_HEADING_ROWS = 2;

/**
 * Puts tokens together to rows. A page is one table with its headings above and its closing lines
 * below, unless a second wide table begins; what stands between two wide tables goes with the later
 * one, where its heading is.
 */
export function rowBuilder(take: (event: TableEvent) => void, tooLong: () => never) {
  const stack: OpenTable[] = [];
  let outside = "";
  let rowNumber = 0;
  let tables = 0;
  let wideTable: OpenTable | null = null;
  let between: RawRow[] = [];
  let started = false;
  /** Rows of the wide table so far, and its width. */
  let wideRows = 0;
  let width = 0;

  const emit = (cells: string[], table: OpenTable | null) => {
    const read = tableRow({ row: ++rowNumber }, cells, table?.tooWide ?? false);
    const row = table?.hidden ? { ...read, hidden: true } : read;
    const isWide = table !== null && cells.filter((cell) => cell !== "").length >= WIDE;
    if (isWide && table !== wideTable && !(table?.hasWideRow ?? false)) {
      // A grid may draw its heading as a table of its own above the rows.
      const isHeadingOf =
        between.length === 0 &&
        wideRows <= MOST_HEADING_ROWS &&
        Math.abs(width - cells.length) <= 1;
      if (!started || (wideTable !== null && !isHeadingOf)) startTable();
      wideTable = table;
      wideRows = 0;
      table.hasWideRow = true;
    }
    if (table !== null && table === wideTable) {
      wideRows++;
      width = Math.max(wideRows === 1 ? 0 : width, cells.length);
      flushBetween();
      take({ kind: "row", row });
    } else between.push(row);
    if (between.length > 2_000) {
      if (!started) startTable();
      flushBetween();
    }
  };

  const startTable = () => {
    started = true;
    tables++;
    take({ kind: "table", name: tables === 1 ? null : `table ${tables}` });
    flushBetween();
  };

  const flushBetween = () => {
    for (const row of between) take({ kind: "row", row });
    between = [];
  };

  const flushOutside = () => {
    const text = tidy(outside);
    outside = "";
    if (text !== "") emit([text], null);
  };

  const endCell = (table: OpenTable) => {
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
  };

  const endRow = (table: OpenTable) => {
    endCell(table);
    if (table.cells === null) return;
    reachDown(table);
    const cells = table.cells;
    table.cells = null;
    while (cells.length > 0 && cells.at(-1) === "") cells.pop();
    emit(cells, table);
  };

  const endTable = () => {
    const table = stack.pop();
    if (table) endRow(table);
  };

  const token = (token: Token) => {
    const table = stack.at(-1);
    if (token.kind === "text") {
      if (table?.cell !== null && table?.cell !== undefined) table.cell += token.text;
      else if (table === undefined) outside += token.text;
      if ((table?.cell ?? outside).length > TABLE_LIMITS.cellCharacters) tooLong();
      return;
    }
    const opens = token.kind === "open";
    switch (token.name) {
      case "table": {
        if (!opens) return endTable();
        if (stack.length === 0) flushOutside();
        if (stack.length >= 32) return;
        stack.push({
          cells: null,
          cell: null,
          colspan: 1,
          rowspan: 1,
          down: new Map(),
          hasWideRow: false,
          tooWide: false,
          hidden: false,
        });
        return;
      }
      case "tr": {
        if (table === undefined) return;
        endRow(table);
        table.tooWide = false;
        table.hidden = opens && HIDDEN.test(token.attributes);
        if (opens) table.cells = [];
        return;
      }
      case "td":
      case "th": {
        if (table === undefined) return;
        endCell(table);
        if (!opens) return;
        table.cells ??= [];
        table.cell = "";
        table.colspan = Math.max(1, numberAttribute(token.attributes, "colspan"));
        table.rowspan = Math.min(
          MOST_ROWS_DOWN,
          Math.max(1, numberAttribute(token.attributes, "rowspan")),
        );
        return;
      }
      case "br":
      case "p":
      case "div":
      case "li":
      case "h1":
      case "h2":
      case "h3":
      case "h4": {
        if (table === undefined) {
          flushOutside();
        } else if (table.cell !== null && (token.name === "br" || table.cell.trim() !== ""))
          table.cell += LINE_BREAK;
        return;
      }
    }
  };

  return {
    token,
    end() {
      while (stack.length > 0) endTable();
      flushOutside();
      if (!started && between.length > 0) startTable();
      flushBetween();
    },
  };
}

/** Marks a line break that was drawn, as against one of the source, which is a space. */
const LINE_BREAK = "\u0001";

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

function tidy(text: string): string {
  return decodeEntities(text.replace(/[ \t\r\n]+/g, " "))
    .replace(/\u00a0/g, " ")
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

/** A row that is not drawn: by its style, or by the attribute of that name. */
const HIDDEN = /display\s*:\s*none|(?:^|\s)hidden(?=[\s=]|$)/i;

function looksLikeAmount(text: string): boolean {
  return /^[-+−]?\d{1,3}(?:[\s'’.,]?\d{3})*[.,]\d{2}$/.test(text);
}
