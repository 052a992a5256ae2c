import type { stepCorrections } from "../../contract/step-corrections.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { actingOn } from "../versions/versions.ts";
import { eachClaim, stepResultOf } from "./each-claim.ts";
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
    undoMany: async ({ params: { id: caseId }, body: { claims, reason }, asker, signal }) => {
      const act = { what: "undoStep", details: {} };
      const results = await eachClaim(
        database,
        { caseId, asker, signal },
        act,
        claims,
        (at, _, actor) => undoStep(database, at, reason, actor),
      );
      return { results: results.map(stepResultOf) };
    },
  };
}
