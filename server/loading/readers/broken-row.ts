import type { RawRow } from "../record/input-file.ts";
import type { Position } from "../record/load-item.ts";
import { SHOWN_OF_BROKEN_ROW, TABLE_LIMITS } from "./reader-limits.ts";

/**
 * A row of cells as a reader gives it. One that is wider or longer than any table's is kept as
 * broken. So it is refused alone, and what it repeats many times is never written out.
 */
export function tableRow(position: Position, cells: string[], tooWide = false): RawRow {
  if (tooWide) return brokenRow(position, cells, "too-many-columns");
  if (lengthOf(cells) > TABLE_LIMITS.rowCharacters)
    return brokenRow(position, cells, "row-too-long");
  return { position, cells, raw: cells.join("\t") };
}

/** The row as it is; one that is too wide as broken, empty cells at its end not counted. */
export function withinColumns(row: RawRow): RawRow {
  const { cells, position } = row;
  if (cells.length <= TABLE_LIMITS.columns) return row;
  const beyond = cells.findIndex(
    (cell, column) => column >= TABLE_LIMITS.columns && cell.trim() !== "",
  );
  return beyond === -1
    ? { ...row, cells: cells.slice(0, TABLE_LIMITS.columns) }
    : brokenRow(position, cells, "too-many-columns");
}

/** What is kept of it shows a person which row it is. */
function brokenRow(position: Position, cells: readonly string[], broken: string): RawRow {
  const first = cells.slice(0, 10).map((cell) => cell.slice(0, SHOWN_OF_BROKEN_ROW));
  const raw = first.join("\t").slice(0, SHOWN_OF_BROKEN_ROW);
  return { position, cells: [raw], raw, broken };
}

function lengthOf(cells: readonly string[]): number {
  let length = cells.length;
  for (const cell of cells) length += cell.length;
  return length;
}
