import type { retention } from "../../contract/retention.ts";
import type { Handlers } from "../api/handlers.ts";
import { liftHold, listHolds, setHold } from "../holds/holds.store.ts";
import type { Database } from "../neo4j/database.ts";
import { actingNow } from "../versions/versions.ts";
import { askErasure, decideErasure, listErasures } from "./erasures.store.ts";
import { dueWithHolds, keepLonger, retentionRules, setTerm } from "./retention.store.ts";

/** The endpoints of contract/retention.ts. */
export function retentionHandlers({
  database,
}: {
  readonly database: Database;
}): Handlers<typeof retention> {
  const { queries } = database;
  return {
    overview: async () => ({
      rules: await retentionRules(queries),
      due: await dueWithHolds(database, Date.now()),
      holds: await listHolds(queries),
      erasures: await listErasures(queries),
    }),
    setTerm: async ({ params, body, asker }) => {
      await setTerm(queries, { ...params, ...body }, actingNow(asker));
      return {};
    },
    keep: async ({ body, asker }) => {
      await keepLonger(queries, body, actingNow(asker));
      return {};
    },
    hold: async ({ body, asker }) => ({ id: await setHold(queries, body, actingNow(asker)) }),
    lift: async ({ params: { id }, body: { reason }, asker }) => {
      await liftHold(queries, id, reason, actingNow(asker));
      return {};
    },
    ask: async ({ body, asker }) => ({ id: await askErasure(database, body, actingNow(asker)) }),
    decide: ({ params: { id }, body, asker }) =>
      decideErasure(database, id, body, actingNow(asker)),
  };
}
