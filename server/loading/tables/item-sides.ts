import { createIdentifiers } from "../cells/identifiers.ts";
import type { LoadItem, Side } from "../record/load-item.ts";
import { settled } from "./row-parties.ts";

/**
 * Brings transfers of formats with fixed fields (1C, camt, MT940) under the same rules of ways out
 * and banks as rows of tables.
 */
export function itemSettler(): (item: LoadItem) => LoadItem {
  const identifiers = createIdentifiers(true);
  const withBank = (side: Side): Side => {
    const bank = side.account === null ? null : identifiers.account(side.account).bank;
    return { ...side, bank: bank ?? (side.bank === null ? null : identifiers.bank(side.bank)) };
  };
  return (item) => {
    if (item.kind !== "transfer") return item;
    const [from, to] = [withBank(item.from), withBank(item.to)];
    return {
      ...item,
      from: settled(from, to, from.exit, identifiers),
      to: settled(to, from, to.exit, identifiers),
    };
  };
}
