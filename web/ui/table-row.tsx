// biome-ignore-all lint/a11y/useSemanticElements: a windowed table has no <table>; its parts carry their ARIA roles
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: aria-rowcount belongs to both table and grid
// biome-ignore-all lint/a11y/useFocusableInteractive: cells are read, not operated; headings that sort hold a button
import type { RowData } from "@tanstack/react-table";
import type { KeyboardEvent } from "react";
import classes from "./data-table.module.css";
import type { TableColumn } from "./table-column.ts";

/** One row in sight, at its place in the whole list. */
export function TableRow<Row extends RowData>({
  row,
  columns,
  index,
  top,
  height,
  on,
  tabStop,
  onKeyDown,
  onSelect,
  onOpen,
}: {
  row: Row;
  columns: readonly TableColumn<Row>[];
  /** Among all rows as they are sorted, from 0. */
  index: number;
  /** Pixels from the first row. */
  top: number;
  height: number;
  /** The row is the selected one. */
  on: boolean;
  /** The Tab key stops here. */
  tabStop: boolean;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onSelect: ((row: Row) => void) | undefined;
  onOpen: ((row: Row) => void) | undefined;
}) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={onSelect ? on : undefined}
      data-on={on || undefined}
      data-clickable={onSelect !== undefined || undefined}
      className={classes.row}
      style={{ height, transform: `translateY(${top}px)` }}
      tabIndex={onSelect ? (tabStop ? 0 : -1) : undefined}
      onKeyDown={onKeyDown}
      onClick={onSelect ? () => onSelect(row) : undefined}
      onDoubleClick={onOpen ? () => onOpen(row) : undefined}
    >
      {columns.map((column) => (
        <div
          key={column.id}
          role={onSelect ? "gridcell" : "cell"}
          className={classes.cell}
          data-align={column.align}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}
