import type { assets } from "../../contract/assets.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { assetsOfCase } from "./assets.store.ts";

/** What the endpoint of contract/assets.ts does. */
export function assetsHandlers({ database }: { database: Database }): Handlers<typeof assets> {
  return { ofCase: ({ params }) => assetsOfCase(database.queries, params.id) };
}
