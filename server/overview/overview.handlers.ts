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
  return { records: ({ query }) => dataRecords(database.queries, query) };
}

export function overviewHandlers({ database }: { database: Database }): Handlers<typeof overview> {
  return {
    toApprove: async () => ({ claims: await claimsToApprove(database.queries) }),
    deadlines: async () => ({ deadlines: await deadlines(database.queries, Date.now()) }),
    today: () => today(database.queries, Date.now()),
    summary: ({ query }) => summary(database.queries, query),
  };
}
