import { z } from "zod";
import { dayText, givenAmount, instant } from "./endpoint.ts";
import { cleanNumber } from "./letter-number.ts";

/**
 * The steps of a claim's life. The legal order and what each step needs stand in one table,
 * server/claims/steps.ts.
 */
export const claimStatus = z.enum([
  "draft",
  "review",
  "approved",
  "demand",
  "filed",
  "no-motion",
  "returned",
  "judgment",
  "in-force",
  "enforcement",
  "recovered",
  "closed",
  "withdrawn",
  "rejected",
]);
export type ClaimStatus = z.infer<typeof claimStatus>;

const AT_HOME: readonly ClaimStatus[] = ["draft", "review", "approved", "returned"];

/** The claim has left the office: its money is asked for, and the court has not refused it. */
export function isClaimed(status: ClaimStatus): boolean {
  return isStanding(status) && !AT_HOME.includes(status);
}

/** Neither withdrawn nor refused: the claim holds its transfers. */
export function isStanding(status: ClaimStatus): boolean {
  return status !== "withdrawn" && status !== "rejected";
}

/** A claim takes payments once it has left its draft, and until it is over. */
export function takesPayments(status: ClaimStatus): boolean {
  return isStanding(status) && status !== "draft" && status !== "closed";
}

/** What the court gave of a claim; a claim that is refused is in the status "rejected". */
export const judgmentOutcome = z.enum(["granted", "in-part", "settled"]);

const words = z.string().trim().min(1).max(300);

/** What a person writes down of a step. */
export const stepFacts = z.object({
  /** The way a demand was sent. */
  how: words.optional(),
  /** The day of the step itself. */
  day: dayText.optional(),
  /** The last day of a term. */
  term: dayText.optional(),
  court: words.optional(),
  /** Number of the claim at the court, of the judgment or of the writ. */
  reference: z.string().overwrite(cleanNumber).min(1).max(300).optional(),
  outcome: judgmentOutcome.optional(),
  /** The sum that the judgment gives of the debt, without fee and penalty; minor units. */
  sum: givenAmount.optional(),
  /** The penalty of article 353 that it gives beside it; minor units. Absent = nothing. */
  penalty: givenAmount.optional(),
  bailiff: words.optional(),
});
export type StepFacts = z.infer<typeof stepFacts>;
export const stepFact = stepFacts.keyof();
export type StepFact = z.infer<typeof stepFact>;

/**
 * Where a step leads: on towards the money, to a stop (the court's, or the office gives up), or
 * back to a status that the claim had before.
 */
export const stepWay = z.enum(["on", "stop", "back"]);

/** A step that a claim may take next, and what it needs. */
export const nextStep = z.object({
  status: claimStatus,
  way: stepWay,
  /** Steps back and ends without money are explained in writing. */
  reason: z.boolean(),
  facts: z.array(stepFact),
  /**
   * Facts that may stand beside those, with their day: an appeal has a court and a number, a
   * judgment may give a penalty.
   */
  optional: z.array(stepFact),
  /** Somebody else than the person who sent the claim to review takes this step. */
  another: z.boolean(),
});
export type NextStep = z.infer<typeof nextStep>;

/** The person who put a step right or took it back, when and why. */
const mended = z.object({ reason: z.string(), at: instant, by: z.string() });

/** A step that was taken, as the page shows it. */
export const claimMove = z.object({
  from: claimStatus,
  to: claimStatus,
  reason: z.string().nullable(),
  facts: stepFacts,
  at: instant,
  by: z.string(),
  /** The facts before each correction, the oldest first. */
  corrections: z.array(mended.extend({ facts: stepFacts })),
  /** The facts that a correction asks for; null where the step has none. */
  asks: nextStep.pick({ facts: true, optional: true }).nullable(),
});
export type ClaimMove = z.infer<typeof claimMove>;

/** A step that was a mistake, and is none of the claim's any more. */
export const undoneMove = claimMove
  .omit({ asks: true, corrections: true })
  .extend({ undone: mended });
