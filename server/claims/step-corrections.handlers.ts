import type { StepResult } from "../../contract/many-steps.ts";
import type { stepCorrections } from "../../contract/step-corrections.ts";
import type { Handlers } from "../api/handlers.ts";
import { orRefusal } from "../api/refusal.ts";
import { asAct } from "../audit/acts.ts";
import { oneCase } from "../cases/cases.store.ts";
import type { Database } from "../neo4j/database.ts";
import { actingOn } from "../versions/versions.ts";
import { correctStep, undoStep } from "./step-corrections.store.ts";

/** The endpoints of contract/step-corrections.ts. */
export function stepCorrectionsHandlers({
  database,
}: {
  database: Database;
}): Handlers<typeof stepCorrections> {
  return {
    correct: ({ params: { id, claim, step }, body, asker }) =>
      correctStep(database, { caseId: id, claim, step }, body, actingOn(asker, body)),
    undo: ({ params: { id, claim }, body, asker }) =>
      undoStep(database, { caseId: id, claim }, body.reason, actingOn(asker, body)),
    undoMany: async ({ params: { id }, body: { claims, reason }, asker, signal }) => {
      await oneCase(database.queries, id);
      const results: StepResult[] = [];
      for (const { id: claim, version } of claims) {
        signal?.throwIfAborted();
        const at = { caseId: id, claim };
        const act = { who: asker.login, what: "undoStep", target: `${id} ${claim}`, details: {} };
        const undo = () => undoStep(database, at, reason, actingOn(asker, { version }));
        const { done, problem } = await orRefusal(() => asAct(database, act, undo));
        results.push({ claim, status: done?.status ?? null, problem });
      }
      return { results };
    },
  };
}
