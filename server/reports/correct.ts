import type { z } from "zod";
import type { ReportKept, reportCorrections } from "../../contract/report-corrections.ts";
import type { ReportWords } from "../../contract/report-entry.ts";
import { may } from "../../contract/user-roles.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import type { Asker } from "../api/handlers.ts";
import { lockMoney } from "../claims/record.ts";
import { UserError } from "../errors/user-error.ts";
import { takeOut } from "../loading/bolt/take-out.store.ts";
import { withLoadingLock } from "../loading/data-folder/loading-lock.ts";
import { finishInterrupted, refuseOnHold } from "../loading/withdraw.ts";
import { cancelMeasure } from "../measures/measures.store.ts";
import type { Database } from "../neo4j/database.ts";
import { type Actor, actingNow, changedMeanwhile } from "../versions/versions.ts";
import {
  type EnteredState,
  enteredState,
  keepWords,
  notCorrected,
  notTakenOut,
  restingOn,
} from "./corrections.store.ts";
import { loadEntered, refuseUnsound } from "./enter.ts";
import { dropLosses } from "./losses.store.ts";
import { tableOf } from "./report-table.ts";

type Correction = z.output<typeof reportCorrections.correct.body>;
type Removal = z.output<typeof reportCorrections.takeOut.body>;
type Person = Pick<Asker, "login" | "role" | "ground">;

/**
 * Puts other words in place of those of an entered report: its file is taken out and another one
 * loaded. What it said stays with the reason. Decisions hold where the transfer they are about is
 * described as before.
 */
export function correctReport(
  database: Database,
  id: string,
  { version, reason, ...words }: Correction,
  person: Person,
): Promise<void> {
  if (!may("seePeople", person.role) && person.ground === null) throw needsGround();
  return withLoadingLock(database, async () => {
    const { state, actor } = await begin(database, id, version, person, notCorrected);
    const { entry, source } = state;
    if (entry === null || source === null) throw kept(id, "table");
    const { stolen } = words;
    refuseNamedTwice(id, stolen);
    await refuseUnsound(database.queries, { number: id, stolen });
    if (tableOf({ number: id, ...words }) === tableOf({ number: id, ...entry })) throw same(id);
    const change = { what: "corrected" as const, reason, ...actor, iin: words.victim.iin };
    await database.queries.transaction(async (asking) => {
      await lockMoney(asking, actor);
      await refuseMeanwhile(asking, state, person, notCorrected);
      await dropLosses(asking, id, entry, words);
      await keepWords(asking, state, change);
    });
    await takeOut(database.queries, source, { ...actor, state: "withdrawn", reason });
    const { requestNumber, requestDate, sanctionedBy, handedBy } = source;
    const load = (said: ReportWords, by: string) =>
      loadEntered(database, { number: id, ...said }, by, {
        isLocked: true,
        provenance: { requestNumber, requestDate, sanctionedBy, handedBy },
      });
    try {
      await load(words, actor.by);
    } catch (error) {
      await load(entry, source.loadedBy);
      throw error;
    }
  });
}

/** Takes an entered report out; letters about it that nobody sent are struck out. */
export function takeReportOut(
  database: Database,
  id: string,
  { version, reason }: Removal,
  person: Person,
): Promise<void> {
  return withLoadingLock(database, async () => {
    const { state, actor } = await begin(database, id, version, person, notTakenOut);
    const { entry, source } = state;
    if (entry === null || source === null) throw kept(id, "table");
    await refuseOnHold(database, source);
    const change = { what: "taken-out" as const, reason, ...actor, iin: null };
    await database.queries.transaction(async (asking) => {
      await lockMoney(asking, actor);
      await refuseMeanwhile(asking, state, person, notTakenOut);
      await dropLosses(asking, id, entry, null);
      await keepWords(asking, state, change);
    });
    await takeOut(database.queries, source, { ...actor, state: "withdrawn", reason });
    for (const letter of state.unsent)
      await cancelMeasure(database.queries, letter.id, reason, { ...actor, from: letter.version });
  });
}

/** The state of the report, where the person saw it and may change it so. */
async function begin(
  database: Database,
  id: string,
  version: number,
  person: Person,
  refusal: (state: EnteredState, person: Person) => ReportKept | null,
): Promise<{ state: EnteredState; actor: Actor }> {
  const actor = actingNow(person);
  await finishInterrupted(database, actor);
  const state = await enteredState(database.queries, id);
  const [last] = state.before;
  if (state.before.length !== version) {
    const since = last === undefined ? [] : [changeOf(last)];
    throw changedMeanwhile({ kind: "report", id }, since);
  }
  const why = refusal(state, person);
  if (why !== null) throw kept(id, why);
  return { state, actor };
}

/** A claim may have left its draft, or a letter was sent, since the state was read. */
async function refuseMeanwhile(
  asking: TransactionQueries,
  state: EnteredState,
  person: Person,
  refusal: (state: EnteredState, person: Person) => ReportKept | null,
): Promise<void> {
  const why = refusal({ ...state, ...(await restingOn(asking, state.id)) }, person);
  if (why !== null) throw kept(state.id, why);
}

function changeOf({ what, reason, by, until }: EnteredState["before"][number]) {
  return { what: `report-${what}` as const, detail: reason, by, at: until };
}

/** A table has one sum of one transfer: two rows of it would contradict each other. */
function refuseNamedTwice(id: string, stolen: ReportWords["stolen"]): void {
  const named = stolen.flatMap(({ transferId }) => transferId ?? []);
  if (new Set(named).size === named.length) return;
  throw new UserError({
    code: "report-names-twice",
    status: 409,
    message: `Report ${id} would name one transfer of the data twice.`,
    remedy: "Leave one of the two rows, or choose another transfer for it.",
    params: { number: id },
  });
}

function same(id: string): UserError {
  return new UserError({
    code: "report-unchanged",
    status: 409,
    message: `Report ${id} says this already.`,
    remedy: "Change what is wrong, then save.",
    params: { number: id },
  });
}

function needsGround(): UserError {
  return new UserError({
    code: "report-needs-ground",
    status: 403,
    message: "The report has names or IIN, which your role sees after giving a reason.",
    remedy: "Say why you need them (PUT /api/session/ground), then correct the report.",
  });
}

const KEPT: Readonly<Record<ReportKept, readonly [message: string, remedy: string]>> = {
  table: [
    "came in a table with other reports",
    "Load the corrected table on the page Load, with the tick that it corrects.",
  ],
  author: [
    "was entered by somebody else",
    "Whoever entered it corrects it or takes it out, or the head does.",
  ],
  confirmed: [
    "has a transfer that was confirmed in the data",
    "Take that decision back first, or ask the head to correct the report.",
  ],
  claimed: [
    "is named by a claim that is no draft any more",
    "Ask the head to correct the report: the claim then shows what has changed.",
  ],
  claim: ["is named by a claim", "Withdraw the claim first."],
  sent: [
    "has letters that were sent, or other measures",
    "Correct the report instead, or strike out the measures that were entered by mistake.",
  ],
};

function kept(id: string, why: ReportKept): UserError {
  const [message, remedy] = KEPT[why];
  return new UserError({
    code: `report-kept-${why}`,
    status: why === "author" ? 403 : 409,
    message: `Report ${id} ${message}.`,
    remedy,
    params: { number: id },
  });
}
