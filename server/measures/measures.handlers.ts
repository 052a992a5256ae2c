import type { measures } from "../../contract/measures.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { actingNow, actingOn } from "../versions/versions.ts";
import {
  cancelMeasure,
  correctMeasure,
  markSent,
  oneMeasure,
  recordMeasure,
} from "./measures.store.ts";
import { listMeasures, measureDistricts } from "./register.store.ts";

/** What each endpoint of contract/measures.ts does. */
export function measuresHandlers({ database }: { database: Database }): Handlers<typeof measures> {
  const { queries } = database;
  return {
    list: ({ query }) => listMeasures(queries, query),
    districts: async () => ({ districts: await measureDistricts(queries) }),
    one: ({ params }) => oneMeasure(queries, params.id),
    record: ({ body, asker }) => recordMeasure(queries, body, actingNow(asker)),
    correct: ({ params, body, asker }) =>
      correctMeasure(queries, params.id, body, actingOn(asker, body)),
    sent: ({ params, body, asker }) => markSent(queries, params.id, body, actingOn(asker, body)),
    cancel: ({ params, body, asker }) =>
      cancelMeasure(queries, params.id, body.reason, actingOn(asker, body)),
  };
}
