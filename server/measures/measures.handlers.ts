import type { Measure, measures } from "../../contract/measures.ts";
import type { Asker, Handlers } from "../api/handlers.ts";
import { refuseHiddenCase } from "../api/hidden.ts";
import { followMoney } from "../claims/rework.store.ts";
import { legalTables } from "../dossier/office-tables.ts";
import { daysOff } from "../dossier/tables/holidays.ts";
import type { Database } from "../neo4j/database.ts";
import { actingNow, actingOn } from "../versions/versions.ts";
import { choosableLosses } from "./choosable-losses.store.ts";
import type { AskedInReport } from "./letters/asked-now.store.ts";
import { markSent } from "./letters/sent-letters.store.ts";
import { cancelMeasure, correctMeasure, oneMeasure, recordMeasure } from "./measures.store.ts";
import { listMeasures, measureDistricts } from "./register.store.ts";
import { withTerm } from "./terms.ts";

/** What each endpoint of contract/measures.ts does. */
export function measuresHandlers({
  database,
  askedInReport,
}: {
  database: Database;
  askedInReport: AskedInReport;
}): Handlers<typeof measures> {
  const { queries } = database;
  /** An entry of other people's case is refused. */
  const seen = async (id: string, { hidden }: Asker) => {
    const found = await oneMeasure(queries, id);
    refuseHiddenCase(hidden, found.measure.case);
    return found;
  };
  /** Drafts follow a return that is written down, corrected or struck out. */
  const following = (asker: Asker, id: string | null, change: () => Promise<Measure>) => {
    const ids = (made: Measure | null) => [id ?? made?.id ?? []].flat();
    return followMoney(database, actingNow(asker), change, (made) => ({ measures: ids(made) }));
  };
  return {
    list: ({ query, asker }) => listMeasures(queries, query, asker.hidden),
    search: ({ body, asker }) => listMeasures(queries, body, asker.hidden),
    districts: async () => ({ districts: await measureDistricts(queries) }),
    losses: async ({ query, asker }) => ({
      transfers: await choosableLosses(queries, query, asker.hidden, Date.now()),
    }),
    one: ({ params, asker }) => seen(params.id, asker),
    record: async ({ body, asker }) => {
      const isOff = daysOff((await legalTables(database.dataDir)).moved);
      return following(asker, null, () =>
        recordMeasure(queries, withTerm(body, isOff), actingNow(asker)),
      );
    },
    correct: async ({ params, body, asker }) => {
      await seen(params.id, asker);
      return following(asker, params.id, () =>
        correctMeasure(queries, params.id, body, actingOn(asker, body)),
      );
    },
    sent: async ({ params, body, asker }) => {
      await seen(params.id, asker);
      return markSent(database, params.id, body, actingOn(asker, body), askedInReport);
    },
    cancel: async ({ params, body, asker }) => {
      await seen(params.id, asker);
      return following(asker, params.id, () =>
        cancelMeasure(queries, params.id, body.reason, actingOn(asker, body)),
      );
    },
  };
}
