import type { claims } from "../../contract/claims.ts";
import type { Handlers } from "../api/handlers.ts";
import { oneCase } from "../cases/cases.store.ts";
import type { Database } from "../neo4j/database.ts";
import { actingNow, actingOn } from "../versions/versions.ts";
import { claimsOfCase, listClaims } from "./claims.store.ts";
import { notClaimedIn, openClaims } from "./direct.store.ts";
import { decideFigure, listFigures } from "./figures.store.ts";
import { penaltyOfClaim } from "./penalty.store.ts";
import { recoveredOfCase } from "./recovered.store.ts";
import { reworkDrafts } from "./rework.store.ts";
import { shownState } from "./shown-state.ts";
import { takeStep } from "./take-step.store.ts";
import { acceptDifference, claimsToday } from "./today.store.ts";
import { openTracedClaims } from "./traced.store.ts";

/** What each endpoint of contract/claims.ts does. */
export function claimsHandlers({ database }: { database: Database }): Handlers<typeof claims> {
  const { queries } = database;
  return {
    list: async ({ params }) => {
      await oneCase(queries, params.id);
      return { claims: await listClaims(queries, params.id) };
    },
    notClaimed: async ({ params }) => {
      await oneCase(queries, params.id);
      return { leftOut: await notClaimedIn(queries, params.id) };
    },
    today: async ({ params, signal }) => {
      await oneCase(queries, params.id);
      const all = await claimsOfCase(queries, params.id);
      const states = await claimsToday(database, params.id, { signal, all });
      const recovered = await recoveredOfCase(queries, params.id, all);
      return { claims: states.map(shownState), recovered };
    },
    open: ({ params, body, asker, signal }) => {
      const opening = { smallest: body.smallest, preview: body.preview, signal };
      const actor = actingOn(asker, body);
      return body.method === "direct"
        ? openClaims(queries, params.id, actor, opening)
        : openTracedClaims(database, params.id, body.method, actor, opening);
    },
    penalty: ({ params, query }) =>
      penaltyOfClaim(database, { caseId: params.id, claim: params.claim }, query),
    figures: async ({ params }) => {
      await oneCase(queries, params.id);
      return { figures: await listFigures(queries, params.id) };
    },
    decideFigure: async ({ params, body, asker, signal }) => {
      await decideFigure(queries, params.id, body, actingOn(asker, body));
      await reworkDrafts(database, params.id, actingNow(asker), signal);
      return { figures: await listFigures(queries, params.id) };
    },
    setStatus: ({ params, body, asker, signal }) => {
      const at = { caseId: params.id, claim: params.claim };
      const actor = { ...actingOn(asker, body), role: asker.role };
      return takeStep(database, at, body, actor, signal);
    },
    accept: async ({ params, body, asker, signal }) => {
      const at = { caseId: params.id, claim: params.claim };
      return shownState(await acceptDifference(database, at, body, actingOn(asker, body), signal));
    },
  };
}
