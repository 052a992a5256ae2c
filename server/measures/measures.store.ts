import { saysSomething } from "../../contract/clean-text.ts";
import type { LetterFacts } from "../../contract/letter-facts.ts";
import type { Measure, MeasureFields, MeasureWanted } from "../../contract/measures.ts";
import { isUnsent, measureFields } from "../../contract/measures.ts";
import { nothing } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { unknown } from "../cases/unknown.ts";
import { type LedgerNow, ledgerNow } from "../claims/ledger.store.ts";
import { isOtherNumber, refuseNumberTaken } from "../claims/letter-numbers.store.ts";
import { refuseCrossing, refuseUnsettling } from "../claims/money-change.ts";
import { lockMoney } from "../claims/record.ts";
import { uncountedReturns } from "../claims/uncounted-returns.ts";
import { UserError } from "../errors/user-error.ts";
import { dayOf, dayText } from "../time/day.ts";
import { type Actor, type Change, changedMeanwhile } from "../versions/versions.ts";
import { type Block, closedFault, completed, standingFault } from "./blocked-money.ts";
import {
  apart,
  countJoined,
  type Joined,
  type Joining,
  joinedEntry,
  joiningOf,
  mayStandApart,
  withBanks,
} from "./joining.store.ts";
import { beforeTheft, letterFault } from "./letters/letter-faults.ts";
import {
  fieldsOf,
  head,
  historyRow,
  letterOf,
  letterShown,
  measureOf,
  measureRow,
  propertiesOf,
  type StoredLetter,
} from "./measure-rows.ts";
import { paidAlready } from "./paid-already.ts";
import { blockFault, changedFault, isSameMoney, transferFault } from "./returned-blocks.ts";
import { faultOf, type MeasureFault, refused } from "./rules.ts";
import { lockMoneyFor, nextNumbers, standingOf } from "./standing.store.ts";

/** Writes down a measure. What it lacks, and what the register cannot take, is a UserError. */
export async function recordMeasure(
  queries: Queries,
  wanted: MeasureWanted,
  actor: Actor,
): Promise<Measure> {
  const attempt = (stands: "joined" | "apart") =>
    queries.transaction((asking) => recordMeasures(asking, [wanted], actor, stands));
  const [made] = await attempt("joined").catch((error: unknown) => {
    if (error instanceof StandsApart) return attempt("apart");
    throw error;
  });
  if (made === undefined) throw new Error("A measure was written and is not there");
  return made;
}

/** A measure to be written down; `letter` where the program made it as a letter. */
export type EntryWanted = MeasureWanted & { readonly letter?: StoredLetter };

/** Writes down several measures, all or none, within a transaction; in their order. */
export async function recordMeasures(
  asking: TransactionQueries,
  wanted: readonly EntryWanted[],
  actor: Actor,
  stands: "joined" | "apart" = "joined",
): Promise<Measure[]> {
  const today = dayText(dayOf(actor.at));
  const parsed = await parsedWithBanks(asking, wanted);
  await lockMoneyFor(asking, parsed, actor);
  const last = await nextNumbers(asking, parsed.length);
  const joining = await joiningOf(asking, parsed);
  const joined = new Map<string, Joined>();
  const made = parsed.map((one, at) => {
    const found = stands === "apart" ? apart(one, joining.standing) : joinedEntry(one, joining);
    const { fields, several } = found;
    const fault = faultOf(fields, today) ?? several ?? standingFault(fields, joining.standing);
    if (fault !== null) throw refused(fault);
    const number = last - BigInt(parsed.length - 1 - at);
    countJoined(fields, joining, `M${number}`);
    joined.set(`M${number}`, found);
    return { ...propertiesOf(fields, number, wanted[at]?.letter), ...head(number, actor) };
  });
  const returns = made.filter((_, at) => parsed[at]?.kind === "return").map(({ id }) => id);
  const before = returns.length > 0 ? await ledgerNow(asking, "all") : null;
  await asking.run("measures/save", { measures: made }, nothing);
  if (before !== null) refuseUncounted(before, await ledgerNow(asking, "all"), returns, joined);
  const written: Measure[] = [];
  for (const { id } of made) written.push((await findMeasure(asking, id)).measure);
  return written;
}

/**
 * A letter of the program says itself which bank it is about; other entries have their account's.
 */
async function parsedWithBanks(
  asking: TransactionQueries,
  wanted: readonly EntryWanted[],
): Promise<MeasureFields[]> {
  const parsed = wanted.map((one) => measureFields.parse(one));
  const completed = await withBanks(asking, parsed);
  return parsed.map((one, at) => (wanted[at]?.letter ? one : (completed[at] ?? one)));
}

/** A return counts whole: it is neither written down as a payment nor more than was lost. */
function refuseUncounted(
  before: LedgerNow,
  after: LedgerNow,
  returns: readonly string[],
  joined: ReadonlyMap<string, Joined> = new Map(),
): void {
  const [first] = uncountedReturns(before, after, returns);
  if (first === undefined) return;
  const fault = paidAlready(first);
  const own = joined.get(first.measure);
  throw own !== undefined && mayStandApart(own, fault) ? new StandsApart() : refused(fault);
}

/** Undoes the writing of an entry that stands without a loss: it is written anew. */
class StandsApart extends Error {}

export interface MeasureWithHistory {
  readonly measure: Measure;
  readonly history: (MeasureFields & {
    readonly until: number;
    readonly by: string;
    readonly reason: string;
    readonly letter: LetterFacts | null;
  })[];
}

export async function oneMeasure(queries: Queries, id: string): Promise<MeasureWithHistory> {
  return findMeasure({ run: queries.read }, id);
}

async function findMeasure(asking: TransactionQueries, id: string): Promise<MeasureWithHistory> {
  const [found] = await asking.run("measures/one", { id }, historyRow);
  if (!found) throw unknown("measure", id, "Look it up in the register again.");
  const history = found.history.map(({ until, correctedBy, reason, ...state }) => ({
    ...fieldsOf(state),
    letter: letterShown(state),
    until,
    by: correctedBy,
    reason,
  }));
  return { measure: measureOf(found), history };
}

/** Corrects a measure; what stood there before is kept with the reason. */
export function correctMeasure(
  queries: Queries,
  id: string,
  wanted: {
    readonly reason: string;
    readonly fields: MeasureWanted;
    /** A person knows that another letter has its number. */
    readonly again?: boolean | undefined;
  },
  actor: Actor,
): Promise<Measure> {
  return changeMeasure(queries, id, wanted.reason, actor, async (asking, before) => {
    const wantedFields = { ...wanted.fields, ...(before.letter ? { letter: before.letter } : {}) };
    const [parsed] = await parsedWithBanks(asking, [wantedFields]);
    if (parsed === undefined) throw new Error("A correction was read and is not there");
    const { fields, fault: money } = correctedMoney(
      before.fields,
      parsed,
      await joiningOf(asking, [parsed], id),
    );
    const fault =
      faultOf(fields, dayText(dayOf(actor.at))) ??
      (before.letter && letterFault(before.letter, before.fields, fields)) ??
      (before.letter && (await sentFault(asking, before.fields, fields))) ??
      money ??
      (await coverFault(asking, id, before.block, fields));
    if (fault !== null) throw refused(fault);
    if (wanted.again !== true) await refuseOtherNumber(asking, id, before, fields);
    return { ...before.properties, ...propertiesOf(fields, before.number, before.letter) };
  });
}

/** A letter that was sent takes no number of another one. */
async function refuseOtherNumber(
  asking: TransactionQueries,
  id: string,
  { fields: was, letter }: Before,
  is: MeasureFields,
): Promise<void> {
  if (letter === null || isUnsent(is) || !isOtherNumber(was, is)) return;
  const claim = letter.kind === "demand" ? is.claim : null;
  await refuseNumberTaken(asking, is, { letter: id, claim });
}

/** A letter that was sent before the theft stays as it is; no day is moved there. */
async function sentFault(
  asking: TransactionQueries,
  before: MeasureFields,
  after: MeasureFields,
): Promise<MeasureFault | null> {
  return after.day === before.day || isUnsent(after) ? null : beforeTheft(asking, after);
}

/**
 * A corrected entry is joined as a new one is. One that stood without a loss stays so where nothing
 * of its money is changed and it fits none, or several.
 */
function correctedMoney(before: MeasureFields, parsed: MeasureFields, joining: Joining) {
  const { standing } = joining;
  const faultIn = (fields: MeasureFields) =>
    changedFault(before, fields, standingFault(fields, standing));
  const { fields, isJoined, several } = joinedEntry(parsed, joining);
  const fault = several ?? faultIn(fields);
  if (fault === null || (several === null && !isJoined)) return { fields, fault };
  if (!isSameMoney(before, parsed)) return { fields, fault };
  const asItStood = completed(parsed, standing);
  return { fields: asItStood, fault: faultIn(asItStood) };
}

/**
 * Strikes out a measure that was entered by mistake: it stays in the register and does not count.
 */
export function cancelMeasure(
  queries: Queries,
  id: string,
  reason: string,
  actor: Actor,
): Promise<Measure> {
  return changeMeasure(queries, id, reason, actor, async (asking, before) => {
    const standing = await standingOf(asking, [before.fields], id);
    const fault =
      closedFault(before.fields, standing) ?? (await coverFault(asking, id, before.block, null));
    if (fault !== null) throw refused(fault);
    return {
      ...before.properties,
      cancelReason: reason.trim(),
      cancelledAt: BigInt(actor.at),
      cancelledBy: actor.by,
    };
  });
}

/** What was returned of a block, or of its transfer, stays covered by what was blocked. */
async function coverFault(
  asking: TransactionQueries,
  id: string,
  before: Block | null,
  after: MeasureFields | null,
): Promise<MeasureFault | null> {
  if (before === null) return null;
  const own = { case: null, claim: null, block: id, transfer: before.transfer };
  const { blocks, transfers } = await standingOf(asking, [own], id);
  const fault = blockFault(blocks.get(id) ?? before, after);
  if (fault !== null || before.transfer === null) return fault;
  const transfer = transfers.get(before.transfer);
  return transfer === undefined ? null : transferFault(transfer, before, after);
}

export interface Before {
  readonly fields: MeasureFields;
  /** As it stands in the graph, without what a change gives anew. */
  readonly properties: Record<string, unknown>;
  readonly number: bigint;
  /** Where it is a letter of the program. */
  readonly letter: StoredLetter | null;
  /** Where it is a block. */
  readonly block: Block | null;
}

type ChangeOf = (asking: TransactionQueries, before: Before) => Promise<Record<string, unknown>>;

export async function changeMeasure(
  queries: Queries,
  id: string,
  reason: string,
  actor: Actor,
  work: ChangeOf,
): Promise<Measure> {
  return queries.transaction((asking) => changeMeasureIn(asking, id, reason, actor, work));
}

/** The same within a transaction that changes other things too. */
export async function changeMeasureIn(
  asking: TransactionQueries,
  id: string,
  reason: string,
  actor: Actor,
  work: ChangeOf,
): Promise<Measure> {
  if (!saysSomething(reason)) throw needsReason();
  // Entries are changed one after another, so that two together never pass the rules of one, and
  // no payment or step of a claim comes between.
  await lockMoney(asking, actor);
  await nextNumbers(asking, 0);
  const [found] = await asking.run("measures/lock", { id, at: BigInt(actor.at) }, measureRow);
  if (!found) throw unknown("measure", id, "Look it up in the register again.");
  const { m, returned } = found;
  if (actor.from !== undefined && actor.from !== m.version)
    throw changedMeanwhile({ kind: "measure", id }, await changesSince(asking, id, actor.from));
  if (m.cancelledAt !== null) throw struckOut(id);
  const fields = fieldsOf(m);
  const number = BigInt(id.slice(1));
  const source =
    m.sourceFile === null
      ? {}
      : { sourceFile: m.sourceFile, sourceRow: BigInt(m.sourceRow ?? 0), rowKey: m.rowKey };
  const block =
    m.kind === "block" ? { ...fields, amount: m.amount ?? 0n, returned, firstReturn: null } : null;
  const letter = letterOf(m);
  const properties = { ...propertiesOf(fields, number, letter), ...source, id };
  const after = await work(asking, { fields, properties, number, letter, block });
  const changed = { at: BigInt(actor.at), by: actor.by, version: BigInt(m.version + 1) };
  const parameters = { id, reason: reason.trim(), at: changed.at, by: actor.by };
  const isReturn = m.kind === "return" || after.kind === "return";
  const ledger = isReturn ? await ledgerNow(asking, "all") : null;
  const state = { ...after, ...changed };
  await asking.run("measures/correct", { ...parameters, fields: state }, nothing);
  if (ledger !== null) {
    const then = await ledgerNow(asking, "all");
    const counts = after.kind === "return" && after.cancelledAt === undefined;
    refuseUncounted(ledger, then, counts ? [id] : []);
    refuseUnsettling(ledger, then, counts && after.day !== BigInt(m.day) ? id : null);
    refuseCrossing(ledger, then);
  }
  return (await findMeasure(asking, id)).measure;
}

/** The changes of a measure after the version a person saw, the newest first. */
async function changesSince(
  asking: TransactionQueries,
  id: string,
  from: number,
): Promise<Change[]> {
  const { measure, history } = await findMeasure(asking, id);
  return history
    .slice(0, measure.version - from)
    .map(({ reason: detail, by, until: at }, place) => {
      const isStrike = place === 0 && measure.cancelled !== null;
      return { what: isStrike ? "measure-struck-out" : "measure-corrected", detail, by, at };
    });
}

function needsReason(): UserError {
  return new UserError({
    code: "measure-needs-reason",
    message: "Changing a measure needs a reason.",
    remedy: "Write in a sentence why it is changed.",
  });
}

function struckOut(id: string): UserError {
  return new UserError({
    code: "measure-struck-out",
    status: 409,
    message: `Measure ${id} is struck out.`,
    remedy: "Write the measure down anew.",
    params: { measure: id },
  });
}
