import type { overview } from "../../contract/overview.ts";
import type { overviewRecords } from "../../contract/overview-records.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { deadlines } from "./deadlines.store.ts";
import { summary, today } from "./overview.store.ts";
import { dataRecords } from "./records.store.ts";
import { claimsToApprove } from "./to-approve.store.ts";

/** What each endpoint of contract/overview-records.ts does. */
export function overviewRecordsHandlers({
  database,
}: {
  database: Database;
}): Handlers<typeof overviewRecords> {
  return { records: ({ query, asker }) => dataRecords(database.queries, query, asker.hidden) };
}

export function overviewHandlers({ database }: { database: Database }): Handlers<typeof overview> {
  return {
    toApprove: async ({ asker: { hidden } }) => ({
      claims: (await claimsToApprove(database.queries)).filter(
        (one) => !hidden.cases.has(one.case.id),
      ),
    }),
    deadlines: async ({ asker: { hidden } }) => ({
      deadlines: (await deadlines(database, Date.now())).filter(
        (one) => !hidden.cases.has(one.case.id),
      ),
    }),
    today: () => today(database.queries, Date.now()),
    summary: ({ query }) => summary(database.queries, query),
  };
}
