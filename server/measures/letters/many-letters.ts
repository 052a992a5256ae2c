import { isUnsent } from "../../../contract/measures.ts";
import { KEPT_BACK, type LetterResult } from "../../../contract/outgoing.ts";
import type { Asker } from "../../api/handlers.ts";
import { refuseHiddenCase } from "../../api/hidden.ts";
import { orRefusal, refusalOf } from "../../api/refusal.ts";
import { asAct, asActs } from "../../audit/acts.ts";
import { isUserError, UserError } from "../../errors/user-error.ts";
import type { Database } from "../../neo4j/database.ts";
import { type Actor, actingOn } from "../../versions/versions.ts";
import { cancelMeasure, oneMeasure } from "../measures.store.ts";
import { type AskedInReport, refuseOutdated } from "./asked-now.store.ts";
import { type Sent, sending } from "./sent-letters.store.ts";

interface Seen {
  readonly id: string;
  readonly version: number;
}

interface Context {
  readonly asker: Asker;
  /** Whom the log names; else the asker. */
  readonly who?: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Marks letters as sent, each with its own number: all of them, or none. Numbers that count up are
 * of no use where half of them stand in the register, so one refusal keeps back the others
 * ("letters-not-all").
 */
export async function sendLetters(
  database: Database,
  letters: readonly (Seen & { readonly paper: string })[],
  sent: Omit<Sent, "paper">,
  { asker, who = asker.login, signal }: Context,
  askedInReport: AskedInReport,
): Promise<LetterResult[]> {
  const { day } = sent;
  const events = letters.map(({ id: target }) => {
    return { who, what: "measureSent", target, details: { day } };
  });
  const early: LetterResult["problem"][] = [];
  for (const { id, version } of letters) {
    signal?.throwIfAborted();
    const { problem } = await orRefusal(async () => {
      const { measure } = await oneMeasure(database.queries, id);
      refuseHiddenCase(asker.hidden, measure.case);
      const actor = actingOn(asker, { version });
      await refuseOutdated(database, measure, sent, actor, askedInReport);
    });
    early.push(problem);
  }
  const mark = await sending(database);
  let results: LetterResult[] = [];
  const isRefused = () => results.some(({ problem }) => problem !== null);
  await asActs(database, events, async (asking) => {
    results = [];
    for (const [place, { id, version, paper }] of letters.entries()) {
      signal?.throwIfAborted();
      // One that may not be seen or asks for too much is not looked at any further.
      const marked = () => mark(asking, id, { ...sent, paper }, actingOn(asker, { version }));
      results.push({ id, problem: early[place] ?? (await orRefusal(marked)).problem });
    }
    if (isRefused()) throw heldBack();
  }).catch((error: unknown) => {
    if (!isUserError(error) || error.code !== KEPT_BACK) throw error;
  });
  const problem = isRefused() ? refusalOf(heldBack()) : null;
  return results.map((one) => ({ ...one, problem: one.problem ?? problem }));
}

/** Strikes out letters that nobody sent; one that was sent is corrected alone. */
export function strikeLetters(
  database: Database,
  letters: readonly Seen[],
  reason: string,
  context: Context,
): Promise<LetterResult[]> {
  const { queries } = database;
  const act = { what: "cancelMeasure", details: {} };
  return eachLetter(database, letters, act, context, async ({ id }, actor) => {
    const { measure } = await oneMeasure(queries, id);
    if (measure.letter === null || !isUnsent(measure)) throw alreadySent(id);
    return cancelMeasure(queries, id, reason, actor);
  });
}

/**
 * One letter after the other, each in a transaction and with an entry of the log of its own: what
 * is wrong with one does not hold up the others.
 */
async function eachLetter<Letter extends Seen>(
  database: Database,
  letters: readonly Letter[],
  { what, details }: { readonly what: string; readonly details: Record<string, string> },
  { asker, who = asker.login, signal }: Context,
  work: (letter: Letter, actor: Actor) => Promise<unknown>,
): Promise<LetterResult[]> {
  const results: LetterResult[] = [];
  for (const letter of letters) {
    signal?.throwIfAborted();
    const { id, version } = letter;
    const { problem } = await orRefusal(async () => {
      refuseHiddenCase(asker.hidden, (await oneMeasure(database.queries, id)).measure.case);
      const act = { who, what, target: id, details };
      await asAct(database, act, () => work(letter, actingOn(asker, { version })));
    });
    results.push({ id, problem });
  }
  return results;
}

function alreadySent(id: string): UserError {
  return new UserError({
    code: "letter-already-sent",
    status: 409,
    message: `Letter ${id} was sent already.`,
    remedy: "Open its entry: what is wrong in it is corrected or struck out there.",
    params: { id },
  });
}

function heldBack(): UserError {
  return new UserError({
    code: KEPT_BACK,
    status: 409,
    message: "The letter was not marked as sent, because another one of the step was refused.",
    remedy: "Mend what is wrong with the other letters, and mark all of them again.",
  });
}
