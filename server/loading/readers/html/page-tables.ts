import type { RawRow } from "../../record/input-file.ts";
import { tableRow } from "../broken-row.ts";
import type { TableEvent } from "../table-events.ts";
import type { OpenTable } from "./html-cells.ts";

/** A row with fewer filled cells is a heading or a closing line, not a row of the data table. */
const WIDE = 4;
const MOST_HEADING_ROWS = 2;
/** Rows that wait to be told which table they belong to. */
const MOST_WAITING = 2_000;

/**
 * Divides a page's rows into tables. A page is one table with its headings above and its closing
 * lines below, unless a second wide table begins. What stands between two wide tables goes with the
 * later one, where its heading is.
 */
export function pageTables(take: (event: TableEvent) => void) {
  let rowNumber = 0;
  let tables = 0;
  let wideTable: OpenTable | null = null;
  let between: RawRow[] = [];
  /** Rows of the wide table so far, and its width. */
  let wideRows = 0;
  let width = 0;

  const flushBetween = () => {
    for (const row of between) take({ kind: "row", row });
    between = [];
  };

  const startTable = () => {
    tables++;
    take({ kind: "table", name: tables === 1 ? null : `table ${tables}` });
    flushBetween();
  };

  return {
    /** The next row of the page; `table` null: a text outside all tables. */
    row(cells: string[], table: OpenTable | null): void {
      const read = tableRow({ row: ++rowNumber }, cells, table?.tooWide ?? false);
      const row = table?.hidden ? { ...read, hidden: true } : read;
      const isWide = table !== null && cells.filter((cell) => cell !== "").length >= WIDE;
      if (isWide && table !== wideTable && !table.hasWideRow) {
        // A grid may draw its heading as a table of its own above the rows.
        const isHeadingOf =
          between.length === 0 &&
          wideRows <= MOST_HEADING_ROWS &&
          Math.abs(width - cells.length) <= 1;
        if (tables === 0 || (wideTable !== null && !isHeadingOf)) startTable();
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
      if (between.length > MOST_WAITING) {
        if (tables === 0) startTable();
        flushBetween();
      }
    },
    end(): void {
      if (tables === 0 && between.length > 0) startTable();
      flushBetween();
    },
  };
}
