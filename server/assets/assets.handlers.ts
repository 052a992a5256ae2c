import type { assets } from "../../contract/assets.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { assetsOfCase } from "./assets.store.ts";
import { defendantsBeside } from "./beside.store.ts";

/** What each endpoint of contract/assets.ts does. */
export function assetsHandlers({ database }: { database: Database }): Handlers<typeof assets> {
  const { queries } = database;
  return {
    ofCase: ({ params }) => assetsOfCase(queries, params.id),
    beside: ({ params }) => defendantsBeside(queries, params.id),
  };
}
