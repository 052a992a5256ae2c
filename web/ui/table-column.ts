import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
} from "@tanstack/react-table";
import type { ReactNode } from "react";

/** The parts of TanStack Table that the app uses: sorting. */
export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, alphanumeric: sortFn_alphanumeric },
});

/** One column of a table: its heading, its cells, and the value it is sorted by. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly head: string;
  /** Shown instead of the heading's words, such as a ruler; the words stay for screen readers. */
  readonly headContent?: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Value to sort by; a column without one does not sort. */
  readonly sort?: (row: Row) => string | number | bigint;
  /** A grid track: "120px", "minmax(140px, 1fr)". */
  readonly width: string;
  readonly align?: "right";
}

/** The columns as TanStack Table wants them. */
export function definitions<Row extends RowData>(
  columns: readonly TableColumn<Row>[],
): ColumnDef<typeof features, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    header: column.head,
    enableSorting: column.sort !== undefined,
    sortDescFirst: column.align === "right",
    accessorFn: (row: Row) => column.sort?.(row) ?? "",
    sortFn: (a, b) => {
      const left = column.sort?.(a.original) ?? "";
      const right = column.sort?.(b.original) ?? "";
      return left < right ? -1 : left > right ? 1 : 0;
    },
  }));
}
