import type { LoadItem, RefusedItem } from "../items.ts";

/** A row that says something else of the same thing than what is in: refused, so that a person decides which is right. */
export function contradiction(item: LoadItem): RefusedItem {
  return {
    kind: "refused",
    position: item.position,
    raw: item.raw,
    column: "",
    value: "",
    code: "contradicts",
    reason: "An earlier row says something else of the same thing.",
    remedy: "Find out which is right. If this one is, take the other file out (withdraw) and load this one again.",
    cells: [item.raw],
  };
}
