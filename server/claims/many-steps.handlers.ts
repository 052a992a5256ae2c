import { manyStep, type manySteps, takesWithOthers } from "../../contract/many-steps.ts";
import type { Handlers } from "../api/handlers.ts";
import { oneCase } from "../cases/cases.store.ts";
import { missing } from "../dossier/readiness.ts";
import type { Database } from "../neo4j/database.ts";
import { dossiersOf } from "./claim-dossiers.store.ts";
import { listClaims } from "./claims.store.ts";
import { eachClaim, stepResultOf } from "./each-claim.ts";
import { takeStep } from "./take-step.store.ts";

/**
 * The endpoints of contract/many-steps.ts: one claim after the other, each in transactions and with
 * an entry of the log of its own. What one claim lacks does not hold up the others.
 */
export function manyStepsHandlers({
  database,
}: {
  database: Database;
}): Handlers<typeof manySteps> {
  return {
    before: async ({ params: { id } }) => {
      await oneCase(database.queries, id);
      const ids = (await listClaims(database.queries, id))
        .filter((claim) => manyStep.options.some((status) => takesWithOthers(claim, status)))
        .map((claim) => claim.id);
      const dossiers = await dossiersOf(database, id, ids);
      const claims = ids.flatMap((claim) => {
        const dossier = dossiers.get(claim);
        if (dossier === undefined) return [];
        const { fields, court, readiness } = dossier;
        const proposedCourt = court && { ru: court.ru, kk: court.kk, juvenile: court.juvenile };
        const lacking = missing(readiness).map(({ code }) => code);
        return [
          {
            ...{
              claim,
              missing: lacking,
              court: fields.court,
              courtKk: fields.courtKk,
              proposedCourt,
              fee: fields.fee,
            },
            penalty: dossier.penalty?.amount.toString() ?? null,
            price: dossier.price?.toString() ?? null,
            feeSum: dossier.fee?.amount.toString() ?? null,
          },
        ];
      });
      return { claims };
    },
    take: async ({ params: { id: caseId }, body: { status, claims }, asker, signal }) => {
      const act = { what: "setStatus", details: { status } };
      const results = await eachClaim(
        database,
        { caseId, asker, signal },
        act,
        claims,
        (at, { reason, facts, again }, actor) => {
          const by = { ...actor, role: asker.role };
          return takeStep(database, at, { status, reason, facts, again }, by, signal);
        },
      );
      return { results: results.map(stepResultOf) };
    },
  };
}
