import type { RowResult } from "../pipe/sink.ts";
import { addFacts, type FactsByAccount, factsOfListRow } from "../record/account-facts.ts";
import type { AccountItem } from "../record/load-item.ts";
import { sameFacts } from "../record/source-facts.ts";
import type { AccountWriter } from "./accounts.store.ts";

/** Takes rows of account lists in; a row that says what another source said is a duplicate. */
export async function saveAccountList(
  accounts: AccountWriter,
  sequence: number,
  items: readonly AccountItem[],
): Promise<RowResult[]> {
  const rows = items.map((item) => ({ key: item.account, facts: factsOfListRow(item) }));
  const byAccount: FactsByAccount = new Map();
  for (const { key, facts } of rows) addFacts(byAccount, key, facts);
  const before = await accounts.write(byAccount);
  return rows.map(({ key, facts }) => {
    const others = before.get(key)?.filter((one) => one.sequence !== sequence) ?? [];
    return others.some((one) => sameFacts(one.facts, facts)) ? "duplicate" : "loaded";
  });
}
