import type { Merge } from "./merges.ts";

/**
 * Cells merged downwards show their value in every row they cover: a date over five operations is the date of all five.
 * Plain numbers are not repeated, because an amount over two rows would count twice; such a row lacks its amount and is
 * refused aloud. Cells merged sideways stay in their first column. Call it with each row in order.
 */
export function fillMerged(merges: readonly Merge[]): (row: number, cells: string[], isNumber: boolean[]) => void {
  const tall = merges.filter((merge) => merge.bottom > merge.top);
  if (tall.length === 0) return () => {};
  let next = 0;
  let active: { readonly merge: Merge; readonly text: string }[] = [];
  return (row, cells, isNumber) => {
    active = active.filter(({ merge }) => merge.bottom >= row);
    for (const { merge, text } of active) {
      if (text === "" || (cells[merge.left] ?? "") !== "") continue;
      while (cells.length < merge.left) cells.push("");
      cells[merge.left] = text;
    }
    for (let merge = tall[next]; merge !== undefined && merge.top <= row; merge = tall[++next]) {
      if (merge.top === row) active.push({ merge, text: isNumber[merge.left] ? "" : (cells[merge.left] ?? "") });
    }
  };
}
