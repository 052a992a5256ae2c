import type { overview } from "../../contract/overview.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { deadlines } from "./deadlines.store.ts";
import { summary, today } from "./overview.store.ts";

export function overviewHandlers({ database }: { database: Database }): Handlers<typeof overview> {
  return {
    deadlines: async () => ({ deadlines: await deadlines(database.queries, Date.now()) }),
    today: () => today(database.queries),
    summary: ({ query }) => summary(database.queries, query),
  };
}
