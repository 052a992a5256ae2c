import { tableRow } from "../broken-row.ts";
import { TABLE_LIMITS } from "../reader-limits.ts";
import type { TableEvent } from "../table-events.ts";
import { mergeFiller } from "../xlsx/fill-merged.ts";
import type { Merge } from "../xlsx/merges.ts";

/** Rows and columns a sheet of LibreOffice can have. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** How far a cell reaches: repeated over columns, and merged across and down. */
export interface Extent {
  readonly columns: number;
  readonly across: number;
  readonly down: number;
}

/**
 * The rows of one sheet after another. A row or cell that says how often it is repeated comes so
 * often, unless it is empty.
 */
export function sheetRows(take: (event: TableEvent) => void) {
  let sheet = { name: "", hidden: false, announced: false, isLink: false };
  let row = 0;
  let repeatRow = 1;
  let hiddenRow = false;
  let column = 0;
  let cells: string[] = [];
  let numbers: boolean[] = [];
  let tooWide = false;
  let merges: Merge[] = [];
  let merged = mergeFiller();

  const announce = () => {
    if (sheet.announced) return;
    sheet.announced = true;
    take({ kind: "table", name: sheet.name, hidden: sheet.hidden });
  };

  return {
    /** Number of the row being read, from 1. */
    number: () => row + 1,
    startSheet(name: string, hidden: boolean): void {
      sheet = { name, hidden, announced: false, isLink: false };
      row = 0;
      merged = mergeFiller();
    },
    /** The sheet is a copy of another file's that formulas point to, and no part of this file. */
    isLink(): void {
      sheet.isLink = true;
    },
    startRow(repeat: number, hidden: boolean): void {
      repeatRow = repeat;
      hiddenRow = hidden;
      column = 0;
      cells = [];
      numbers = [];
      tooWide = false;
    },
    skip(columns: number): void {
      column += columns;
    },
    cell(text: string, isNumber: boolean, { columns, across, down }: Extent): void {
      if (text !== "") {
        const end = Math.min(column + columns, TABLE_LIMITS.columns);
        if (column + columns > end) tooWide = true;
        for (let at = column; at < end; at++) {
          while (cells.length < at) cells.push("");
          cells[at] = text;
          if (isNumber) numbers[at] = true;
        }
        const [bottom, right] = [row + down - 1, column + across - 1];
        if (down > 1) merges.push({ top: row, bottom, left: column, right });
      }
      column = Math.min(MOST_COLUMNS, column + columns);
    },
    endRow(): void {
      if (sheet.isLink) return;
      announce();
      merged.add(merges);
      merges = [];
      const isEmpty = cells.length === 0 && !tooWide;
      for (let again = 0; again < repeatRow && row < MOST_ROWS; again++, row++) {
        const filled = [...cells];
        merged.fill(row, filled, numbers);
        if (isEmpty && filled.length === 0 && again > 0) {
          row += repeatRow - again;
          break;
        }
        const read = tableRow({ sheet: sheet.name, row: row + 1 }, filled, tooWide);
        take({ kind: "row", row: hiddenRow ? { ...read, hidden: true } : read });
      }
    },
  };
}
