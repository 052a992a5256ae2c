import { z } from "zod";
import { stepFacts } from "./claim-steps.ts";
import { claim } from "./claims.ts";
import { endpoint } from "./endpoint.ts";
import { stepResult } from "./many-steps.ts";
import { MOST_CLAIMS } from "./papers.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/** A fact of a step that is wrong is put right, or the step is taken back. */

const ofClaim = z.object({ id: z.string(), claim: z.string() });
const reason = z.string().trim().max(2_000);

export const stepCorrections = {
  correct: endpoint({
    name: "correctStep",
    method: "PATCH",
    path: "/cases/:id/claims/:claim/steps/:step",
    summary: "Correct what was written down of a step, with a reason; the history keeps both",
    access: MAY.workOnCases,
    about: "case",
    params: ofClaim.extend({ step: z.coerce.number().int().positive() }),
    body: z.object({
      /** Of the claim. */
      version,
      /** All facts of the step as they should stand. */
      facts: stepFacts,
      reason,
      /** A person knows that another letter has the number of the demand. */
      again: z.boolean().optional(),
    }),
    answer: claim,
  }),
  undo: endpoint({
    name: "undoStep",
    method: "POST",
    path: "/cases/:id/claims/:claim/undone",
    summary: "Take back the last step of a claim that was a mistake; it counts in no figure",
    access: MAY.workOnCases,
    about: "case",
    params: ofClaim,
    body: z.object({ version, reason }),
    answer: claim,
  }),
  undoMany: endpoint({
    name: "undoSteps",
    method: "POST",
    path: "/cases/:id/claims/undone",
    summary: "Take back the last step of many claims that was a mistake; each says why not",
    access: MAY.workOnCases,
    about: "case",
    params: z.object({ id: z.string() }),
    body: z.object({
      reason,
      claims: z
        .array(z.object({ id: z.string(), version }))
        .min(1)
        .max(MOST_CLAIMS),
    }),
    answer: z.object({ results: z.array(stepResult) }),
  }),
} as const;
