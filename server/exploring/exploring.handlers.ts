import type { exploring } from "../../contract/exploring.ts";
import type { Handlers } from "../api/handlers.ts";
import { namedCase } from "../api/hidden.ts";
import type { Database } from "../neo4j/database.ts";
import { accountCard } from "./card.store.ts";
import { shownHits } from "./masked-hits.ts";
import { moneyOf } from "./money.ts";
import { findPaths } from "./paths.store.ts";
import { search } from "./search.store.ts";
import { knownAccounts, openStage } from "./stage.store.ts";
import { histogram, nextHop, reportPage, transferPage } from "./transfers.store.ts";

/** The endpoints of contract/exploring.ts, on parsed input. */
export function exploringHandlers({
  database,
}: {
  database: Database;
}): Handlers<typeof exploring> {
  const { queries } = database;
  return {
    search: async ({ body, asker }) =>
      shownHits(queries, await search(queries, body.q, body.limit, asker.hidden), asker),
    account: async ({ params, query, asker: { hidden } }) => {
      const money = await moneyOf(database, [params.number]);
      const card = await accountCard(queries, params.number, query.run, query, money);
      return { ...card, cases: card.cases.map((one) => namedCase(hidden, one)) };
    },
    known: async ({ body }) => ({ known: await knownAccounts(queries, body.accounts) }),
    reports: ({ query, asker }) => reportPage(queries, query, asker.hidden),
    graph: async ({ body }) =>
      openStage(queries, body, await moneyOf(database, body.accounts ?? [])),
    transfers: ({ body }) => transferPage(queries, body),
    histogram: ({ body }) => histogram(queries, body),
    nextHop: ({ body }) => nextHop(queries, body),
    paths: ({ body, signal }) => findPaths(database, body, signal),
  };
}
