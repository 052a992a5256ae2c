import type { Merge } from "./merges.ts";

/** Beyond this column nobody merges cells downwards; it bounds the work for each row. */
const MOST_COLUMNS = 512;

export interface MergeFiller {
  /** Merges of this row or later ones, top first; any number of times. */
  add(merges: readonly Merge[]): void;
  /**
   * Fills a row's empty cells from the merges above it. Call it with each row in order (from 0).
   */
  fill(row: number, cells: string[], isNumber: readonly boolean[]): void;
}

/**
 * Cells merged downwards show their value in every row they cover: a date over five operations is
 * the date of all five. Plain numbers are not repeated, because an amount over two rows would count
 * twice; such a row lacks its amount and is refused aloud. Cells merged sideways stay in their
 * first column.
 */
export function mergeFiller(merges: readonly Merge[] = []): MergeFiller {
  const waiting: Merge[] = [];
  let next = 0;
  /** What reaches down, by column. */
  const active = new Map<number, { readonly bottom: number; readonly text: string }>();

  const begin = (row: number, cells: readonly string[], isNumber: readonly boolean[]) => {
    for (
      let merge = waiting[next];
      merge !== undefined && merge.top <= row;
      merge = waiting[++next]
    ) {
      const text = cells[merge.left] ?? "";
      if (merge.top === row && text !== "" && !isNumber[merge.left]) {
        active.set(merge.left, { bottom: merge.bottom, text });
      }
    }
  };

  const add = (more: readonly Merge[]) => {
    for (const merge of more)
      if (merge.bottom > merge.top && merge.left < MOST_COLUMNS) waiting.push(merge);
  };
  add(merges);

  return {
    add,
    fill(row, cells, isNumber) {
      for (const [column, { bottom, text }] of active) {
        if (row > bottom) active.delete(column);
        else if ((cells[column] ?? "") === "") {
          while (cells.length < column) cells.push("");
          cells[column] = text;
        }
      }
      begin(row, cells, isNumber);
    },
  };
}
