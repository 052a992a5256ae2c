import type { Database } from "../neo4j/database.ts";
import type { Instant } from "../time/instant.ts";
import { cachedData } from "./data-cache.ts";
import { knownDays } from "./database-facts.ts";

/** Answers the last instant that an account is known for in a currency; null = it is not known. */
export type LastKnown = (account: string, currency: string) => Instant | null;

/** By the account's statements, else by the dump of its bank. */
export async function lastKnown(database: Database): Promise<LastKnown> {
  const { columns, facts } = await cachedData(database);
  const days = new Map(
    columns.currencies.map((name, index) => [name, knownDays(columns, index, facts).days]),
  );
  return (number, currency) => {
    const account = columns.accounts.indexOf(number);
    return account === undefined ? null : (days.get(currency)?.(account).at(-1)?.until ?? null);
  };
}
