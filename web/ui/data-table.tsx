// biome-ignore-all lint/a11y/useSemanticElements: a windowed table has no <table>; its parts carry their ARIA roles
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: aria-rowcount belongs to both table and grid
// biome-ignore-all lint/a11y/useFocusableInteractive: cells are read, not operated; headings that sort hold a button
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import classes from "./data-table.module.css";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, alphanumeric: sortFn_alphanumeric },
});

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

export interface DataTableProps<Row extends RowData> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHeight?: number;
  readonly selected?: string | null;
  readonly onSelect?: (row: Row) => void;
  readonly onOpen?: (row: Row) => void;
  readonly sorting?: SortingState;
  readonly onSort?: (sorting: SortingState) => void;
  readonly empty?: ReactNode;
  readonly footer?: ReactNode;
  /** Least width before the table scrolls sideways. */
  readonly minWidth?: number;
}

function definitions<Row extends RowData>(
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

/**
 * One table for the whole app: sorted by its headings, only the rows in sight in the document, one
 * row selected.
 */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const {
    columns,
    rows,
    rowKey,
    rowHeight = 32,
    selected = null,
    onSelect,
    onOpen,
    label,
    empty,
    footer,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable({
    features,
    columns: definitions(columns),
    data: rows as Row[],
    getRowId: rowKey,
    ...(props.sorting ? { state: { sorting: props.sorting } } : {}),
    ...(props.onSort
      ? {
          onSortingChange: (next: SortingState | ((old: SortingState) => SortingState)) =>
            props.onSort?.(typeof next === "function" ? next(props.sorting ?? []) : next),
        }
      : {}),
  });
  const sorted = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const selectedIndex = selected === null ? -1 : sorted.findIndex((row) => row.id === selected);
  useEffect(() => {
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex, { align: "auto" });
  }, [selectedIndex, virtual]);
  /** Arrow keys move the selection and the focus, Enter opens; one stop for the Tab key. */
  const move = (event: KeyboardEvent<HTMLElement>, index: number) => {
    if (event.target !== event.currentTarget) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const current = sorted[index];
    if (event.key === "Enter" && current) {
      event.preventDefault();
      (onOpen ?? onSelect)?.(current.original);
    }
    const next = sorted[index + step];
    if (step === 0 || !next || !onSelect) return;
    event.preventDefault();
    onSelect(next.original);
    const sibling =
      step === 1
        ? event.currentTarget.nextElementSibling
        : event.currentTarget.previousElementSibling;
    if (sibling instanceof HTMLElement) sibling.focus({ preventScroll: true });
  };
  const template = columns.map((column) => column.width).join(" ");
  const header = table.getHeaderGroups()[0];
  // A table of nothing but text still scrolls, and must do so by keyboard too.
  const operable = onSelect !== undefined || columns.some((column) => column.sort !== undefined);
  return (
    <div className={classes.root} ref={scroller} tabIndex={operable ? undefined : 0}>
      <div
        role={onSelect ? "grid" : "table"}
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        className={classes.table}
        style={{ minWidth: props.minWidth ?? 0, ["--columns" as string]: template }}
      >
        <div role="rowgroup" className={classes.head}>
          <div role="row" className={classes.row} aria-rowindex={1}>
            {header?.headers.map((cell, index) => {
              const column = columns[index];
              const direction = cell.column.getIsSorted();
              const sortable = cell.column.getCanSort();
              return (
                <div
                  key={cell.id}
                  role="columnheader"
                  className={classes.cell}
                  data-align={column?.align}
                  aria-sort={
                    direction === "asc"
                      ? "ascending"
                      : direction === "desc"
                        ? "descending"
                        : undefined
                  }
                >
                  {sortable ? (
                    <button
                      type="button"
                      className={classes.sort}
                      onClick={cell.column.getToggleSortingHandler()}
                    >
                      <span className={classes.ellipsis}>{column?.head}</span>
                      {direction === "asc" && <IconArrowUp size={13} aria-hidden />}
                      {direction === "desc" && <IconArrowDown size={13} aria-hidden />}
                    </button>
                  ) : (
                    <>
                      {column?.headContent}
                      <span
                        className={
                          column?.headContent === undefined ? classes.ellipsis : "dg-hidden"
                        }
                      >
                        {column?.head}
                      </span>
                    </>
                  )}
                </div>
              );
            })}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = sorted[item.index];
            if (!row) return null;
            const on = row.id === selected;
            return (
              <div
                key={row.id}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={onSelect ? on : undefined}
                data-on={on || undefined}
                data-clickable={onSelect !== undefined || undefined}
                className={classes.row}
                style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
                tabIndex={
                  onSelect ? (on || (selectedIndex < 0 && item.index === 0) ? 0 : -1) : undefined
                }
                onKeyDown={(event) => move(event, item.index)}
                onClick={onSelect ? () => onSelect(row.original) : undefined}
                onDoubleClick={onOpen ? () => onOpen(row.original) : undefined}
              >
                {columns.map((column) => (
                  <div
                    key={column.id}
                    role={onSelect ? "gridcell" : "cell"}
                    className={classes.cell}
                    data-align={column.align}
                  >
                    {column.cell(row.original)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {sorted.length === 0 && empty}
      {footer && <div className={classes.footer}>{footer}</div>}
    </div>
  );
}
