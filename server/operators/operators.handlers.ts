import type { operators } from "../../contract/operators.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { operatorsOf, sessionsOf } from "./operators.store.ts";
import { addressCard, deviceCard } from "./shared.store.ts";

/** The endpoints of contract/operators.ts, on parsed input. */
export function operatorsHandlers({
  database,
}: {
  database: Database;
}): Handlers<typeof operators> {
  const { queries } = database;
  return {
    operators: ({ params }) => operatorsOf(queries, params.number),
    sessions: ({ params, query }) => sessionsOf(queries, params.number, query),
    device: ({ params, query }) => deviceCard(queries, params.id, query.run),
    address: ({ params, query }) => addressCard(queries, params.ip, query.run),
  };
}
