import type { growing } from "../../contract/growing.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { expandStage, growAround, reachOf } from "./growing.store.ts";
import { moneyOf } from "./money.ts";

/** The endpoints of contract/growing.ts, on parsed input. */
export function growingHandlers({ database }: { database: Database }): Handlers<typeof growing> {
  const { queries } = database;
  const moneyAround = (accounts: readonly string[], known: readonly string[]) =>
    moneyOf(database, [...accounts, ...known]);
  return {
    around: async ({ body }) =>
      growAround(queries, body, await moneyAround(body.accounts, body.known)),
    reach: ({ body }) => reachOf(queries, body),
    expand: async ({ body }) =>
      expandStage(queries, body, await moneyAround([body.account], body.known)),
  };
}
