import type { StepFacts } from "../../contract/claim-steps.ts";
import type { Claim } from "../../contract/claims.ts";
import { stepCorrections } from "../../contract/step-corrections.ts";
import { call } from "../api/call.ts";
import { useChange } from "./case-change.ts";

/** Puts right what was written down of a step of a claim, numbered from 1. */
export function useCorrectStep(id: string, { id: claim, version }: Claim, step: number) {
  return useChange(
    (wanted: { facts: StepFacts; reason: string; again?: boolean }, from) =>
      call(stepCorrections.correct, {
        params: { id, claim, step },
        body: { ...wanted, version: from },
      }),
    { caseId: id, claim, version },
  );
}

/** Takes the last step of a claim back as a mistake. */
export function useUndoStep(id: string, { id: claim, version }: Claim) {
  return useChange(
    (reason: string, from) =>
      call(stepCorrections.undo, { params: { id, claim }, body: { reason, version: from } }),
    { caseId: id, claim, version },
  );
}
