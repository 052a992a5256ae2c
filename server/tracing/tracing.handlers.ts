import type { tracing } from "../../contract/tracing.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { traceMoney } from "./trace-money.ts";

/** The endpoints of contract/tracing.ts, on parsed input. */
export function tracingHandlers({ database }: { database: Database }): Handlers<typeof tracing> {
  return {
    trace: ({ body, signal }) => traceMoney(database, body, { signal }),
  };
}
