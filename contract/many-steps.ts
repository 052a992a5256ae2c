import { z } from "zod";
import { claimStatus } from "./claim-steps.ts";
import { endpoint, problem } from "./endpoint.ts";
import { MOST_CLAIMS } from "./papers.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/** The same step of many claims of a case; each is held by what holds a step of one claim. */

/** Steps that a person takes with many claims: they need nothing written down. */
export const manyStep = z.enum(["review", "approved"]);
export type ManyStep = z.infer<typeof manyStep>;

const stepResult = z.object({
  claim: z.string(),
  /** Where the claim stands now; null = its step was refused. */
  status: claimStatus.nullable(),
  /** Why the step of this claim was refused; null = it was taken. */
  problem: problem.nullable(),
});
export type StepResult = z.infer<typeof stepResult>;

export const manySteps = {
  take: endpoint({
    name: "setStatuses",
    method: "POST",
    path: "/cases/:id/claims/steps",
    summary: "Hand many claims to review or approve them; each is done or says why not",
    access: MAY.workOnCases,
    about: "case",
    params: z.object({ id: z.string() }),
    body: z.object({
      status: manyStep,
      /** Each with the version that the person saw. */
      claims: z
        .array(z.object({ id: z.string(), version }))
        .min(1)
        .max(MOST_CLAIMS),
    }),
    answer: z.object({ results: z.array(stepResult) }),
  }),
} as const;
