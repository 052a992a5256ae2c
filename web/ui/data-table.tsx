// biome-ignore-all lint/a11y/useSemanticElements: a windowed table has no <table>; its parts carry their ARIA roles
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: aria-rowcount belongs to both table and grid
// biome-ignore-all lint/a11y/useFocusableInteractive: cells are read, not operated; headings that sort hold a button
import { type RowData, type SortingState, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import classes from "./data-table.module.css";
import { HeadingCell } from "./heading-cell.tsx";
import { definitions, features, type TableColumn } from "./table-column.ts";
import { TableRow } from "./table-row.tsx";

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
  /** As tall as its rows and its footer are, at most so many pixels; else as tall as its place. */
  readonly maxHeight?: number;
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
  const height = heightOf(props.maxHeight);
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
    <div className={classes.root} ref={scroller} tabIndex={operable ? undefined : 0} style={height}>
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
              if (!column) return null;
              return (
                <HeadingCell
                  key={cell.id}
                  column={column}
                  direction={cell.column.getIsSorted()}
                  onSort={
                    cell.column.getCanSort() ? cell.column.getToggleSortingHandler() : undefined
                  }
                />
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
              <TableRow
                key={row.id}
                row={row.original}
                columns={columns}
                index={item.index}
                top={item.start}
                height={rowHeight}
                on={on}
                tabStop={on || (selectedIndex < 0 && item.index === 0)}
                onKeyDown={(event) => move(event, item.index)}
                onSelect={onSelect}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      </div>
      {sorted.length === 0 && empty}
      {footer && <div className={classes.footer}>{footer}</div>}
    </div>
  );
}

function heightOf(most: number | undefined): CSSProperties | undefined {
  return most === undefined ? undefined : { height: "auto", maxHeight: most };
}
