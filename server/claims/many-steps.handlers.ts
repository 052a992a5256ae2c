import {
  manyStep,
  type manySteps,
  type StepResult,
  takesWithOthers,
} from "../../contract/many-steps.ts";
import type { Handlers } from "../api/handlers.ts";
import { orRefusal } from "../api/refusal.ts";
import { asAct } from "../audit/acts.ts";
import { oneCase } from "../cases/cases.store.ts";
import { missing } from "../dossier/readiness.ts";
import type { Database } from "../neo4j/database.ts";
import { actingOn } from "../versions/versions.ts";
import { dossiersOf } from "./claim-dossiers.store.ts";
import { listClaims } from "./claims.store.ts";
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
        const proposedCourt = court && { ru: court.ru, kk: court.kk };
        const lacking = missing(readiness).map(({ code }) => code);
        return [
          {
            ...{ claim, missing: lacking, court: fields.court, proposedCourt, fee: fields.fee },
            penalty: dossier.penalty?.amount.toString() ?? null,
            price: dossier.price?.toString() ?? null,
            feeSum: dossier.fee?.amount.toString() ?? null,
          },
        ];
      });
      return { claims };
    },
    take: async ({ params, body: { status, claims }, asker, signal }) => {
      await oneCase(database.queries, params.id);
      const results: StepResult[] = [];
      for (const { id: claim, version, reason, facts } of claims) {
        signal?.throwIfAborted();
        const at = { caseId: params.id, claim };
        const actor = { ...actingOn(asker, { version }), role: asker.role };
        const act = {
          ...{ who: asker.login, what: "setStatus", target: `${params.id} ${claim}` },
          details: { status },
        };
        const step = () => takeStep(database, at, { status, reason, facts }, actor, signal);
        const { done, problem } = await orRefusal(() => asAct(database, act, step));
        results.push({ claim, status: done?.status ?? null, problem });
      }
      return { results };
    },
  };
}
