import type { RawTable } from "../record/input-file.ts";
import type { LoadItem } from "../record/load-item.ts";

/**
 * Rows of a sheet the sender hid are loaded like the others, each with a warning: a person decides
 * what they are.
 */
export function sayHidden(table: RawTable, items: readonly LoadItem[]): readonly LoadItem[] {
  if (table.hidden !== true) return items;
  const warning = { code: "hidden-sheet", column: "", value: table.name ?? "" };
  return items.map((item) =>
    "warnings" in item ? { ...item, warnings: [...item.warnings, warning] } : item,
  );
}
