// biome-ignore-all lint/a11y/useSemanticElements: a windowed table has no <table>; its parts carry their ARIA roles
// biome-ignore-all lint/a11y/useFocusableInteractive: cells are read, not operated; headings that sort hold a button
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { RowData } from "@tanstack/react-table";
import classes from "./data-table.module.css";
import type { TableColumn } from "./table-column.ts";

/** The heading of a column: a button with an arrow where the column sorts, else its words. */
export function HeadingCell<Row extends RowData>({
  column,
  direction,
  onSort,
}: {
  column: TableColumn<Row>;
  direction: "asc" | "desc" | false;
  /** undefined = the column does not sort. */
  onSort: ((event: unknown) => void) | undefined;
}) {
  return (
    <div
      role="columnheader"
      className={classes.cell}
      data-align={column.align}
      aria-sort={
        direction === "asc" ? "ascending" : direction === "desc" ? "descending" : undefined
      }
    >
      {onSort ? (
        <button type="button" data-heading className={classes.sort} onClick={onSort}>
          <span className={classes.ellipsis}>{column.head}</span>
          {direction === "asc" && <IconArrowUp size={13} aria-hidden />}
          {direction === "desc" && <IconArrowDown size={13} aria-hidden />}
        </button>
      ) : (
        <>
          {column.headContent}
          <span className={column.headContent === undefined ? classes.ellipsis : "dg-hidden"}>
            {column.head}
          </span>
        </>
      )}
    </div>
  );
}
