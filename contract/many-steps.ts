import { z } from "zod";
import { claimStatus, type NextStep, stepFacts } from "./claim-steps.ts";
import { courtNames } from "./court-names.ts";
import { readinessCode } from "./dossier.ts";
import { amountText, endpoint, problem } from "./endpoint.ts";
import { MOST_CLAIMS } from "./papers.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/** The same step of many claims of a case; each is held by what holds a step of one claim. */

/**
 * Steps that a person takes with many claims: their facts are the same but for number and court.
 */
export const manyStep = z.enum(["review", "approved", "demand", "filed"]);
export type ManyStep = z.infer<typeof manyStep>;

/** The claim may take this step on with others; a way that needs its own words it goes alone. */
export function takesWithOthers(
  { next }: { readonly next: readonly NextStep[] },
  status: ManyStep,
): boolean {
  return next.some((one) => one.status === status && one.way === "on" && !one.reason);
}

export const stepResult = z.object({
  claim: z.string(),
  /** Where the claim stands now; null = its step was refused. */
  status: claimStatus.nullable(),
  /** Why the step of this claim was refused; null = it was taken. */
  problem: problem.nullable(),
});
export type StepResult = z.infer<typeof stepResult>;

/** What a person wants to know of a claim before such a step. */
const beforeStep = z.object({
  claim: z.string(),
  /** Things that the court would miss. */
  missing: z.array(readinessCode),
  /** Written down as the claim's court; null = nobody has. */
  court: z.string().nullable(),
  courtKk: z.string().nullable(),
  /** The court by the table: of the defendant's residence, or a minor's one; null = unknown. */
  proposedCourt: courtNames.extend({ juvenile: z.boolean() }).nullable(),
  /** The penalty asked for beside the debt, in the claim's currency; null = none. */
  penalty: amountText.nullable(),
  /** Both together in tiyn; null where no rate is stated. */
  price: amountText.nullable(),
  /** How the state fee was decided, and the sum by the table; null = nobody has, or no price. */
  fee: z.enum(["pay", "exempt"]).nullable(),
  feeSum: amountText.nullable(),
});
export type BeforeStep = z.infer<typeof beforeStep>;

export const manySteps = {
  before: endpoint({
    name: "beforeSteps",
    method: "GET",
    path: "/cases/:id/claims/steps",
    summary: "What each claim lacks for the court, before many of them take a step",
    access: "user",
    about: "case",
    params: z.object({ id: z.string() }),
    answer: z.object({ claims: z.array(beforeStep) }),
  }),
  take: endpoint({
    name: "setStatuses",
    method: "POST",
    path: "/cases/:id/claims/steps",
    summary: "The same step of many claims: to review, approved, demand, filed; each says why not",
    access: MAY.workOnCases,
    about: "case",
    params: z.object({ id: z.string() }),
    body: z.object({
      status: manyStep,
      claims: z
        .array(
          z.object({
            id: z.string(),
            /** As the person saw it. */
            version,
            reason: z.string().trim().max(2_000).optional(),
            facts: stepFacts.optional(),
            /** A person knows that another letter has the number of the demand. */
            again: z.boolean().optional(),
          }),
        )
        .min(1)
        .max(MOST_CLAIMS),
    }),
    answer: z.object({ results: z.array(stepResult) }),
  }),
} as const;
