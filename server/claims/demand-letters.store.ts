import { z } from "zod";
import type { ClaimStatus, StepFacts } from "../../contract/claim-steps.ts";
import { count } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { foldName } from "../identity/names.ts";
import { dayNumber, dayOf, dayText } from "../time/day.ts";
import type { Actor } from "../versions/versions.ts";
import type { Numbered } from "./letter-numbers.store.ts";
import { sentAfterAnswer } from "./sent-after-answer.ts";

/** The reason that the step gives in the history of a letter. */
const BY_STEP = "letter-by-step";

const idRow = z.object({ id: z.string() });

/**
 * The demand letters of a claim follow its step "demand": it says when and how they left and until
 * when an answer is due, and taking it back takes that back (docs/letters.md).
 */
export async function demandLettersFollow(
  transaction: TransactionQueries,
  claim: string,
  step: { readonly from: ClaimStatus; readonly to: ClaimStatus; readonly facts: StepFacts },
  { at, by }: Pick<Actor, "at" | "by">,
): Promise<void> {
  const { from, to, facts } = step;
  const change = { claim, at: BigInt(at), by, older: "letter-superseded" };
  if (from === "demand" && to === "approved") {
    const today = BigInt(dayOf(at));
    const back = { ...change, reason: "letter-step-back", sent: BY_STEP, today };
    await transaction.run("measures/demand-unsent", back, idRow);
  }
  const sending = sendingOf(facts);
  if (to !== "demand" || sending === null) return;
  await transaction.run("measures/demand-sent", { ...change, reason: BY_STEP, ...sending }, idRow);
}

/** The number and day that a step "demand" gives its letter. */
export function numberedBy({ reference, day }: StepFacts): Numbered {
  return { paper: reference, day };
}

/** What the step says of the sending of its letters; null = it has no day. */
function sendingOf(facts: StepFacts) {
  const day = dayNumber(facts.day ?? "");
  const due = dayNumber(facts.term ?? "");
  const { how = null, reference: paper = null } = facts;
  if (day === null) return null;
  return {
    day: BigInt(day),
    due: due === null ? null : BigInt(due),
    ...{ how, paper, words: foldName([how, paper].filter(Boolean).join(" ")) },
  };
}

/**
 * The demand letters that a step sent have its corrected day, term, way and number. One that was
 * answered stays so, and was not sent after its answer. A letter whose day a person corrected in
 * the register stays as it is.
 */
export async function demandLettersCorrected(
  transaction: TransactionQueries,
  claim: string,
  { was, facts }: { readonly was: StepFacts; readonly facts: StepFacts },
  { at, by }: Pick<Actor, "at" | "by">,
): Promise<void> {
  const [before, sending] = [sendingOf(was), sendingOf(facts)];
  if (before === null || sending === null) return;
  const [answered] = await demandAnswers(transaction, claim, was);
  const fault =
    answered === undefined
      ? null
      : sentAfterAnswer(dayText(Number(sending.day)), dayText(answered));
  if (fault !== null) throw new UserError({ ...fault, status: 409 });
  const numbered = before.paper !== sending.paper;
  const change = { claim, at: BigInt(at), by, reason: BY_STEP, was: before.day, numbered };
  await transaction.run("measures/demand-corrected", { ...change, ...sending }, idRow);
}

/** A demand that was answered was sent: no step says afterwards that it was not. */
export async function refuseAnswered(
  transaction: TransactionQueries,
  claim: string,
  step: StepFacts | undefined,
): Promise<void> {
  const [first] = await demandAnswers(transaction, claim, step ?? {});
  if (first === undefined) return;
  const answered = dayText(first);
  throw new UserError({
    code: "claim-undo-answered",
    status: 409,
    message: `The demand of claim ${claim} was answered on ${answered}: it was sent.`,
    remedy:
      "Correct its day or number, or take the claim back to draft. If nothing was sent, strike out " +
      "its letter in the register first.",
    params: { claim, answered },
  });
}

const answerRow = z.object({ answered: count });

/** The days on which demands that a step sent were answered, the earliest first. */
async function demandAnswers(
  transaction: TransactionQueries,
  claim: string,
  step: StepFacts,
): Promise<number[]> {
  const sending = sendingOf(step);
  if (sending === null) return [];
  const parameters = { claim, sent: BY_STEP, day: sending.day };
  const rows = await transaction.run("measures/demand-answered", parameters, answerRow);
  return rows.map(({ answered }) => answered);
}
