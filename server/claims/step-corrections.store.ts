import type { StepFacts } from "../../contract/claim-steps.ts";
import type { Claim } from "../../contract/claims.ts";
import { nothing } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { unknown } from "../cases/unknown.ts";
import { writtenFiling } from "../dossier/filing.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { dayNumber } from "../time/day.ts";
import { recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import { demanded, judgedSums, oneClaim } from "./claims.store.ts";
import {
  demandLettersCorrected,
  demandLettersFollow,
  numberedBy,
  refuseAnswered,
} from "./demand-letters.store.ts";
import { pricingOf } from "./filing.store.ts";
import { refuseBeforeMoney } from "./last-paid.ts";
import { countingIn, type LedgerNow, ledgerNow, penaltyNow } from "./ledger.store.ts";
import { isOtherNumber, refuseNumberTaken } from "./letter-numbers.store.ts";
import { overpaidBy, refuseUnsettling, squeezedBy } from "./money-change.ts";
import { hasGround } from "./payment-refusals.ts";
import { crossingPayment } from "./payment-sides.ts";
import { type HeldClaim, holdForStep, storedFacts } from "./record.ts";
import { refiled } from "./refiled.store.ts";
import { checkCorrection, checkUndo, refuseWithdrawn } from "./step-corrections.ts";
import type { TakenStep } from "./steps.ts";

interface At {
  readonly caseId: string;
  readonly claim: string;
}

/**
 * Puts right what was written down of a step, numbered from 1. The earlier facts stay in the
 * history; periods, terms and papers follow the corrected facts.
 */
export async function correctStep(
  database: Database,
  { step, ...at }: At & { readonly step: number },
  wanted: {
    readonly facts: StepFacts;
    readonly reason: string;
    /** A person knows that another letter has the number of the demand. */
    readonly again?: boolean | undefined;
  },
  actor: Actor,
): Promise<Claim> {
  const { queries } = database;
  const pricing = await pricingOf(database, at);
  await queries.transaction(async (transaction) => {
    const found = await holdForStep(transaction, at, actor);
    const move = found.moves[step - 1];
    if (move === undefined) throw unknown("step", String(step));
    refuseWithdrawn({ id: at.claim, status: found.status }, move, wanted.facts);
    const written = { day: dayNumber(wanted.facts.day ?? ""), at: move.at };
    const before = { ...found, moves: found.moves.slice(0, step - 1) };
    const facts = checkCorrection(found.moves, step - 1, wanted, {
      ...found,
      at: actor.at,
      ...(move.to === "judgment" && (await judgedSums(transaction, at.claim, before, written))),
    });
    const demand = { day: facts.day ?? "", at: move.at };
    const asksAnew = move.to === "demand" && facts.day !== move.facts.day;
    const asks = asksAnew ? await demanded(transaction, at.claim, found, demand) : undefined;
    const [was, is] = [numberedBy(move.facts), numberedBy(facts)];
    if (move.to === "demand" && wanted.again !== true && isOtherNumber(was, is))
      await refuseNumberTaken(transaction, is, { letter: null, claim: at.claim });
    const anew = await refiled(transaction, at.claim, found, { move, facts, pricing });
    const then = found.moves.map((one) => (one === move ? { ...move, facts } : one));
    const change = async () => {
      const filing = anew === null ? null : writtenFiling(anew);
      const sums = { filing, asks: anew?.asked ?? asks ?? null };
      const written = { ...by(actor, wanted.reason), facts: storedFacts(facts), ...sums };
      const parameters = { claim: at.claim, number: BigInt(step), ...written };
      await transaction.run("claims/correct-move", parameters, nothing);
    };
    const after = await judged(transaction, at.claim, found, { then, change });
    if (move.to === "recovered") refuseBeforeMoney(after, at.claim, facts.day);
    const corrected = { was: move.facts, facts };
    if (move.to === "demand") await demandLettersCorrected(transaction, at.claim, corrected, actor);
    await recordChanges(transaction, [at.claim], "step-corrected", actor, move.to);
  });
  return oneClaim(queries, at);
}

/** Takes back the last step of a claim as a mistake: it is counted nowhere and stays in history. */
export async function undoStep(
  { queries }: Database,
  at: At,
  reason: string,
  actor: Actor,
): Promise<Claim> {
  await queries.transaction(async (transaction) => {
    const found = await holdForStep(transaction, at, actor);
    const status = checkUndo(found.moves, reason);
    if (found.status === "demand")
      await refuseAnswered(transaction, at.claim, found.moves.at(-1)?.facts);
    const then = found.moves.slice(0, -1);
    const change = async () => {
      const number = BigInt(found.moves.length);
      const parameters = { claim: at.claim, number, status, ...by(actor, reason) };
      await transaction.run("claims/undo-move", parameters, nothing);
    };
    await judged(transaction, at.claim, found, { then, change });
    const from = found.status;
    if (from === "demand")
      await demandLettersFollow(transaction, at.claim, { from, to: "approved", facts: {} }, actor);
    await recordChanges(transaction, [at.claim], "step-undone", actor, from);
  });
  return oneClaim(queries, at);
}

const by = ({ at, by }: Actor, reason: string) => ({ at: BigInt(at), by, reason: reason.trim() });

/** The change is judged by the ledger after it: money that was written down keeps its ground. */
async function judged(
  transaction: TransactionQueries,
  claim: string,
  { victim, accounts, moves }: HeldClaim,
  { then, change }: { readonly then: readonly TakenStep[]; readonly change: () => Promise<void> },
): Promise<LedgerNow> {
  const whose = { victims: [victim], accounts };
  const before = await ledgerNow(transaction, whose);
  await change();
  const after = await ledgerNow(transaction, whose);
  const [was, is] = [before, after].map(({ claims }) => claims.find(({ id }) => id === claim));
  if (was && is && crossingPayment(was, is, countingIn(after))) throw paidMore(claim);
  refuseUnsettling(before, after);
  refusePenaltyOpened(before, after);
  const isShort = squeezedBy(before, after).length + overpaidBy(before, after).length > 0;
  const above = (ledger: LedgerNow) => penaltyNow(ledger, claim).above;
  if (isShort || above(after) > above(before)) throw paidMore(claim);
  const own = countingIn(after).filter((one) => one.claim === claim);
  if (own.some((one) => hasGround(moves, one) && !hasGround(then, one))) throw paidMore(claim);
  return after;
}

/** A recovered claim does not owe more of its penalty than a person accepted when it ended. */
function refusePenaltyOpened(before: LedgerNow, after: LedgerNow): void {
  const owed = (ledger: LedgerNow, id: string) => penaltyNow(ledger, id).outstanding;
  const open = after.claims.find(
    ({ id, madeGood }) => madeGood && owed(after, id) > owed(before, id),
  );
  if (open !== undefined) throw paidMore(open.id);
}

function paidMore(claim: string): UserError {
  return new UserError({
    code: "claim-correction-paid",
    status: 409,
    message: `Payments on claim ${claim} rest on what is to be changed.`,
    remedy: "Take those payments back first, then write them down anew.",
    params: { claim },
  });
}
