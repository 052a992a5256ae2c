import type { cases } from "../../contract/cases.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { actingNow, actingOn } from "../versions/versions.ts";
import {
  addAccounts,
  addCluster,
  addReports,
  listCases,
  oneCase,
  openCase,
  partsOfCase,
  updateCase,
} from "./cases.store.ts";
import { type ClaimsBeside, removeFromCase } from "./removing.store.ts";

/** What each endpoint of contract/cases.ts does. */
export function casesHandlers({
  database,
  changed,
  claimsBeside,
}: {
  claimsBeside: ClaimsBeside;
  database: Database;
  /** Called when a case is about more than before: what follows from that is worked out anew. */
  changed: (caseId: string, by: string) => Promise<void>;
}): Handlers<typeof cases> {
  const { queries } = database;
  const followed = async <Added>(caseId: string, by: string, adding: Promise<Added>) => {
    const added = await adding;
    await changed(caseId, by);
    return added;
  };
  return {
    list: async ({ asker: { hidden } }) => ({
      cases: (await listCases(queries)).filter(({ id }) => !hidden.cases.has(id)),
    }),
    get: async ({ params }) => {
      const found = await oneCase(queries, params.id);
      const parts = await partsOfCase(queries, params.id);
      return { ...found, ...parts, accounts: parts.accounts.map((account) => account.number) };
    },
    create: ({ body, asker }) => openCase(queries, body, actingNow(asker)),
    update: ({ params, body, asker }) =>
      updateCase(queries, params.id, body, actingOn(asker, body)),
    addCluster: ({ params, body, asker }) =>
      followed(
        params.id,
        asker.login,
        addCluster(queries, params.id, body.cluster, actingOn(asker, body)),
      ),
    addAccounts: ({ params, body, asker }) =>
      followed(
        params.id,
        asker.login,
        addAccounts(queries, params.id, body.accounts, actingOn(asker, body)),
      ),
    addReports: ({ params, body, asker }) =>
      followed(
        params.id,
        asker.login,
        addReports(queries, params.id, body.reports, actingOn(asker, body)),
      ),
    remove: ({ params, body, asker }) =>
      followed(
        params.id,
        asker.login,
        removeFromCase(queries, params.id, body, actingOn(asker, body), claimsBeside),
      ),
  };
}
