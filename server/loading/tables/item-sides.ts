import type { LoadItem } from "../record/load-item.ts";
import { withExit } from "./row-parties.ts";

/**
 * Brings transfers of formats with fixed fields (1C, camt, MT940) under the same rules of exits as
 * rows of tables.
 */
export function withExits(item: LoadItem): LoadItem {
  if (item.kind !== "transfer") return item;
  const { from, to } = item;
  return { ...item, from: withExit(from, to, from.exit), to: withExit(to, from, to.exit) };
}
