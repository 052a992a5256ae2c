import type { RawRow, RawTable } from "../record/input-file.ts";
import type { LoadItem } from "../record/load-item.ts";

/**
 * Rows and sheets the sender hid are loaded like the others, each row with a warning: a person
 * decides what they are.
 */
export function sayHidden(table: RawTable, items: readonly LoadItem[]): readonly LoadItem[] {
  return table.hidden === true ? withWarning(items, "hidden-sheet", table.name ?? "") : items;
}

export function sayHiddenRow(row: RawRow, items: readonly LoadItem[]): readonly LoadItem[] {
  return row.hidden === true ? withWarning(items, "hidden-row", "") : items;
}

function withWarning(items: readonly LoadItem[], code: string, value: string): LoadItem[] {
  const warning = { code, column: "", value };
  return items.map((item) =>
    "warnings" in item ? { ...item, warnings: [...item.warnings, warning] } : item,
  );
}
