import type { AccountItem } from "../items.ts";
import type { AccountWriter } from "./accounts.store.ts";
import { factsOfAccount, type Mentions, mention } from "./mentions.ts";
import type { RowResult } from "./reports.store.ts";
import { sameTelling } from "./told.ts";

/** Takes rows of account lists in; a row that says what a list has said already is a duplicate. */
export async function saveAccountRows(
  accounts: AccountWriter,
  sequence: number,
  items: readonly AccountItem[],
): Promise<RowResult[]> {
  const mentions: Mentions = new Map();
  for (const item of items) mention(mentions, item.account, factsOfAccount(item));
  const before = await accounts.write(mentions);
  const seen = new Set<string>();
  return items.map((item) => {
    const told = before.get(item.account);
    const facts = factsOfAccount(item);
    const text = `${item.account}|${JSON.stringify(facts)}`;
    const again = seen.has(text) || told === undefined;
    seen.add(text);
    const known =
      told?.some((one) => one.sequence !== sequence && sameTelling(one.facts, facts)) ?? false;
    return again || known ? "duplicate" : "loaded";
  });
}
