import type { LetterFacts } from "../../../contract/letter-facts.ts";
import {
  isUnsent,
  type Measure,
  type MeasureFields,
  type MeasureKind,
  sentKind,
} from "../../../contract/measures.ts";
import type { Queries, TransactionQueries } from "../../../graph-queries/runner.ts";
import { unknown } from "../../cases/unknown.ts";
import { refuseNumberTaken } from "../../claims/letter-numbers.store.ts";
import { lockClaim } from "../../claims/record.ts";
import { standingSteps } from "../../claims/steps.ts";
import { legalTables } from "../../dossier/office-tables.ts";
import { daysOff } from "../../dossier/tables/holidays.ts";
import { UserError } from "../../errors/user-error.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayNumber, dayOf, dayText } from "../../time/day.ts";
import type { IsDayOff } from "../../time/working-days.ts";
import type { Actor } from "../../versions/versions.ts";
import { propertiesOf } from "../measure-rows.ts";
import { type Before, changeMeasure, changeMeasureIn, oneMeasure } from "../measures.store.ts";
import { faultOf, refused } from "../rules.ts";
import { answerDue } from "../terms.ts";
import { type AskedInReport, refuseOutdated } from "./asked-now.store.ts";
import { beforeTheft } from "./letter-faults.ts";

/** A person says this of a letter that left. */
export interface Sent {
  readonly day: string;
  readonly paper: string;
  readonly how: string | null;
  /** Of the prosecutor's sanction; undefined = as the entry has it. */
  readonly sanction?: string | null | undefined;
  readonly sanctionDay?: string | null | undefined;
  /** The last day for the answer; undefined = as the letter or the law has it. */
  readonly due?: string | undefined;
  /** A person knows that another letter has this number. */
  readonly again?: boolean | undefined;
  /** A person knows that it asks for more than it would if it were made today. */
  readonly outdated?: boolean | undefined;
}

/**
 * Says that a prepared letter was sent: it counts from now on, and the term for its answer begins.
 * A measure that is no prepared letter is a UserError.
 */
export async function markSent(
  database: Database,
  id: string,
  sent: Sent,
  actor: Actor,
  askedInReport: AskedInReport,
): Promise<Measure> {
  const { queries } = database;
  const { measure } = await oneMeasure(queries, id);
  await refuseOutdated(database, measure, sent, actor, askedInReport);
  const mark = await sending(database);
  return queries.transaction((asking) => mark(asking, id, sent, actor));
}

/** The same, within a transaction that marks several. */
export async function sending({ dataDir }: Pick<Database, "dataDir">) {
  const isOff = daysOff((await legalTables(dataDir)).moved);
  return (asking: TransactionQueries, id: string, sent: Sent, actor: Actor): Promise<Measure> =>
    changeMeasureIn(asking, id, sent.how ?? sent.paper, actor, sentState(id, sent, isOff, actor));
}

/** The state of a letter once it was sent. */
function sentState(id: string, sent: Sent, isOff: IsDayOff, actor: Actor) {
  const { day, paper, how } = sent;
  return async (asking: TransactionQueries, before: Before) => {
    const { fields, properties, number, letter } = before;
    if (!isUnsent(fields)) throw notPrepared(id);
    await refuseBeforeStep(asking, before, actor);
    const claim = letter?.kind === "demand" ? fields.claim : null;
    if (sent.again !== true) await refuseNumberTaken(asking, { day, paper }, { letter: id, claim });
    const note = [fields.note, how].filter(Boolean).join("; ") || null;
    const after = {
      ...fields,
      kind: sentKind(fields.kind),
      day,
      paper,
      note,
      due: sent.due ?? dueOnceSent(before, day, isOff),
      sanction: sent.sanction ?? fields.sanction,
      sanctionDay: sent.sanctionDay ?? fields.sanctionDay,
    };
    const fault = faultOf(after, dayText(dayOf(actor.at))) ?? (await beforeTheft(asking, after));
    if (fault !== null) throw refused(fault);
    return { ...properties, ...propertiesOf(after, number, letter && { ...letter, how }) };
  };
}

/** The last day for the answer to a letter if it is sent on a day; null = there is none. */
export async function termOnceSent(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  id: string,
  day: string,
): Promise<string | null> {
  const { measure } = await oneMeasure(queries, id);
  const isOff = daysOff((await legalTables(dataDir)).moved);
  return dueOnceSent({ fields: measure, letter: measure.letter }, day, isOff);
}

/** Their last day is the one by which the office acts, and moves with the letter. */
const OWN_TERM: readonly MeasureKind[] = ["incident", "restriction"];

/** Before they are sent their day is the one by which they leave; it says nothing of the answer. */
const ASKING: readonly MeasureKind[] = ["block-asked", "loan-asked"];

interface Dated {
  readonly fields: Pick<MeasureFields, "kind" | "day" | "due">;
  readonly letter: Pick<LetterFacts, "kind"> | null;
}

/**
 * A term that the letter names stays, and never ends before it; else the law has one, or nobody. Of
 * a letter that was sent already it is the term of another day.
 */
function dueOnceSent({ fields, letter }: Dated, sent: string, isOff: IsDayOff): string | null {
  const { day, due } = fields;
  const kind = sentKind(fields.kind);
  const ofLaw = (from: string) => letter && answerDue(letter.kind, from, isOff);
  const isOfLaw = ASKING.includes(kind) && due === (isUnsent(fields) ? day : ofLaw(day));
  if (due === null || isOfLaw) return ofLaw(sent);
  const [made, last, then] = [day, due, sent].map((text) => dayNumber(text));
  if (made == null || last == null || then == null) return due;
  return dayText(OWN_TERM.includes(kind) ? last + then - made : Math.max(last, then));
}

/**
 * The step "demand" of a claim says that its demand was sent, and the letter follows it. A further
 * demand, made after the step, is marked as sent by itself.
 */
async function refuseBeforeStep(
  asking: TransactionQueries,
  { fields, letter }: Before,
  { by, at }: Actor,
): Promise<void> {
  const { case: caseId, claim } = fields;
  if (letter?.kind !== "demand" || caseId === null || claim === null) return;
  const { moves } = await lockClaim(asking, { caseId, claim }, { by, at });
  if (standingSteps(moves).some(({ to }) => to === "demand" || to === "filed")) return;
  throw new UserError({
    code: "letter-demand-step",
    status: 409,
    message: `The demand of claim ${claim} is sent by the claim's step "demand".`,
    remedy: "Take that step with its day, way and term; the letter then has them too.",
    params: { claim },
  });
}

export interface Answer {
  readonly day: string;
  readonly note: string | null;
  /** Name of its file. */
  readonly file: string | null;
  readonly fileId?: string | null;
}

/** Writes down the answer to a letter, or writes it down anew; what stood there before is kept. */
export function markAnswered(
  queries: Queries,
  id: string,
  { day, note, file, fileId = null }: Answer,
  actor: Actor,
): Promise<Measure> {
  const said = note ?? file ?? day;
  const answer = { day, note, file, fileId };
  return changeMeasure(queries, id, said, actor, async (_, before) => {
    const { fields, properties, number, letter } = before;
    if (letter === null) throw unknown("letter", id, "Look it up among the letters again.");
    if (isUnsent(fields)) throw notSent(id);
    const last = dayNumber(day);
    if (last === null || day < fields.day || day > dayText(dayOf(actor.at)))
      throw wrongDay(day, fields.day);
    return { ...properties, ...propertiesOf(fields, number, { ...letter, answered: answer }) };
  });
}

function notPrepared(id: string): UserError {
  return new UserError({
    code: "measure-not-prepared",
    status: 409,
    message: `Measure ${id} is no prepared letter, or it was sent already.`,
    remedy: "Look at the entry again; what is wrong in it is corrected.",
    params: { id },
  });
}

function notSent(id: string): UserError {
  return new UserError({
    code: "letter-not-sent",
    status: 409,
    message: `Letter ${id} was not sent yet, so there is no answer to it.`,
    remedy: "Mark it as sent first, with its number and day.",
    params: { id },
  });
}

function wrongDay(day: string, sent: string): UserError {
  return new UserError({
    code: "letter-answer-day",
    message: `${day} does not lie between ${sent}, when the letter was sent, and today.`,
    remedy: "Give the day on which the answer came.",
    params: { day, sent, field: "day" },
  });
}
