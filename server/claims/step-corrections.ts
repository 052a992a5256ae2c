import type { ClaimStatus, NextStep, StepFacts } from "../../contract/claim-steps.ts";
import { saysSomething } from "../../contract/clean-text.ts";
import { UserError } from "../errors/user-error.ts";
import { checkJudgment } from "./judgment.ts";
import {
  checkDays,
  dayIn,
  factsGiven,
  happenedSteps,
  type StepContext,
  stepBetween,
  type TakenStep,
  wrongDay,
} from "./steps.ts";

/** A step whose facts were typed wrongly is put right; one that never happened is taken back. */

type Taken = Pick<TakenStep, "from" | "to">;

/** The facts that a correction of a step asks for; null where it has none. */
export function askedOfCorrection({
  from,
  to,
}: Taken): Pick<NextStep, "status" | "facts" | "optional"> | null {
  const step = stepBetween(from, to);
  if (step === undefined || step.facts.length + step.optional.length === 0) return null;
  return { status: to, facts: step.facts, optional: step.optional };
}

/**
 * Where a claim stands again if its last step never happened; null where that step has a way back
 * of its own, or let the claim's transfers go.
 */
export function undoneTo(moves: readonly Taken[]): ClaimStatus | null {
  const last = moves.at(-1);
  if (last === undefined || last.to === "recovered") return null;
  return askedOfCorrection(last) === null ? null : last.from;
}

/**
 * Checks the corrected facts of a step (its place among the moves) as the step itself was checked:
 * it lies between the steps before and after it. Answers what is to be kept. The sums of a judgment
 * are those of the corrected day.
 */
export function checkCorrection(
  moves: readonly TakenStep[],
  place: number,
  { facts, reason }: { readonly facts: StepFacts; readonly reason: string },
  { at, lastAt, ...sums }: Omit<StepContext, "by" | "workers">,
): StepFacts {
  refuseWithoutReason(reason);
  const move = moves[place];
  const asked = move === undefined ? null : askedOfCorrection(move);
  if (move === undefined || asked === null) throw nothingToCorrect();
  const { needed, kept } = factsGiven(asked, facts);
  // A step that keeps its day stays where it is.
  const isMoved = kept.day !== move.facts.day;
  checkDays(needed, facts, isMoved ? moves.slice(0, place) : [], { at, lastAt });
  if (isMoved) refuseAfterNext(moves, place, kept.day);
  if (asked.facts.includes("sum") && movesFigures(move.facts, facts))
    checkJudgment(facts, { ...sums, reason });
  const names = new Set([...Object.keys(kept), ...Object.keys(move.facts)]);
  const was: Readonly<Record<string, string | undefined>> = move.facts;
  const is: Readonly<Record<string, string | undefined>> = kept;
  if ([...names].every((name) => was[name] === is[name])) throw sameFacts();
  return kept;
}

/**
 * Checks that the last step may be taken back as a mistake. Answers where the claim stands then.
 */
export function checkUndo(moves: readonly Taken[], reason: string): ClaimStatus {
  refuseWithoutReason(reason);
  const to = undoneTo(moves);
  if (to !== null) return to;
  throw new UserError({
    code: "claim-undo-none",
    status: 409,
    message: "The last step of the claim is not taken back as a mistake.",
    remedy: "Take the claim a step back; a withdrawn claim is opened anew.",
  });
}

/** The day of a step decides its figures, as the sums of a judgment do. */
export function movesFigures(was: StepFacts, is: StepFacts): boolean {
  return (["day", "outcome", "sum", "penalty"] as const).some((name) => was[name] !== is[name]);
}

/**
 * A withdrawn claim asks for nothing any more, on no day: only the words of its steps are put
 * right, as court and number.
 */
export function refuseWithdrawn(
  claim: { readonly id: string; readonly status: ClaimStatus },
  { to, facts: was }: Pick<TakenStep, "to" | "facts">,
  facts: StepFacts,
): void {
  const hasFigures = to === "demand" || to === "filed" || to === "judgment";
  if (claim.status !== "withdrawn" || !hasFigures || !movesFigures(was, facts)) return;
  throw new UserError({
    code: "claim-correction-withdrawn",
    status: 409,
    message: `Claim ${claim.id} is withdrawn: day and sums of this step stay.`,
    remedy: "Correct the other facts, as court and number, and leave the day as it is.",
    params: { claim: claim.id },
  });
}

/** Every dated step that happened since is of the same day or of a later one. */
function refuseAfterNext(moves: readonly TakenStep[], place: number, day: string | undefined) {
  const happened = new Set(happenedSteps(moves));
  const [next] = moves
    .slice(place + 1)
    .flatMap((one) => (happened.has(one) ? (one.facts.day ?? []) : []))
    .sort();
  if (day !== undefined && next !== undefined && dayIn(day) > dayIn(next))
    throw wrongDay("claim-step-after", day, `lies after the next step, of ${next}`, { next });
}

function refuseWithoutReason(reason: string): void {
  if (saysSomething(reason)) return;
  throw new UserError({
    code: "claim-correction-reason",
    message: "A correction of a step needs a reason.",
    remedy: "Write in a sentence what was wrong.",
  });
}

function nothingToCorrect(): UserError {
  return new UserError({
    code: "claim-correction-none",
    status: 409,
    message: "Nothing was written down of this step that could be corrected.",
    remedy: "Choose a step with a day or a number, or take the claim a step back.",
  });
}

function sameFacts(): UserError {
  return new UserError({
    code: "claim-correction-same",
    message: "The step says this already.",
    remedy: "Change what is wrong, or close the form.",
  });
}
