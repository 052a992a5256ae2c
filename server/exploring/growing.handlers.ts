import type { growing } from "../../contract/growing.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { expandStage, growAround, reachOf } from "./growing.store.ts";

/** The endpoints of contract/growing.ts, on parsed input. */
export function growingHandlers({
  database: { queries },
}: {
  database: Database;
}): Handlers<typeof growing> {
  return {
    around: ({ body }) => growAround(queries, body),
    reach: ({ body }) => reachOf(queries, body),
    expand: ({ body }) => expandStage(queries, body),
  };
}
