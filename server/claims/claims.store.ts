import type { z } from "zod";
import {
  type ClaimStatus,
  isClaimed,
  isStanding,
  type StepFacts,
} from "../../contract/claim-steps.ts";
import type { Claim } from "../../contract/claims.ts";
import { saysSomething } from "../../contract/clean-text.ts";
import { nothing } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { unknown } from "../cases/unknown.ts";
import { writtenFiling } from "../dossier/filing.ts";
import { UserError } from "../errors/user-error.ts";
import { formatDecimal } from "../money/money.ts";
import { dayNumber } from "../time/day.ts";
import type { Instant } from "../time/instant.ts";
import { recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import { owedOn } from "./asked.ts";
import { type StoredClaim, shownClaim } from "./claim.ts";
import { claimRow } from "./claim-rows.ts";
import { demandLettersFollow, numberedBy, refuseAnswered } from "./demand-letters.store.ts";
import { refuseUndecided } from "./figures.store.ts";
import { askedOn, filingFacts, type Pricing } from "./filing.store.ts";
import { accountsOfDefendants } from "./joint.ts";
import type { JudgedSums } from "./judgment.ts";
import { refuseBeforeMoney } from "./last-paid.ts";
import { askedNow, countingIn, firstJudgment, ledgerNow, penaltyNow } from "./ledger.store.ts";
import { refuseNumberTaken } from "./letter-numbers.store.ts";
import { refuseUnsettling } from "./money-change.ts";
import { penaltyAsked, penaltyOwedOn } from "./penalty-paid.ts";
import { type HeldClaim, holdForStep, storedFacts } from "./record.ts";
import {
  checkStep,
  demandSent,
  refuseEmpty,
  refusePaid,
  restsOnApproval,
  standingSteps,
  type WantedStep,
} from "./steps.ts";

/** The claims of a case in order. */
export async function claimsOfCase(queries: Queries, caseId: string): Promise<StoredClaim[]> {
  const rows = await queries.read("claims/list", { case: caseId, claim: null }, claimRow);
  return rows.map(storedClaim);
}

/** The same as the API shows them. */
export async function listClaims(queries: Queries, caseId: string): Promise<Claim[]> {
  return (await claimsOfCase(queries, caseId)).map(shownClaim);
}

function storedClaim({
  claim,
  lines,
  moves,
  undone,
  joint,
}: z.output<typeof claimRow>): StoredClaim {
  const claimed = lines.filter((line) => line.amount > 0n);
  const { first, others } = accountsOfDefendants(claimed, joint);
  return {
    id: claim.id,
    version: claim.version,
    status: claim.status,
    method: claim.method,
    currency: claim.currency,
    openedAt: claim.openedAt,
    openedBy: claim.openedBy,
    reckonedAt: claim.reckonedAt ?? claim.openedAt,
    victim: {
      key: claim.victimKey,
      name: claim.victimName,
      iin: claim.victimIin,
      // A traced line comes from somebody else's account, never to be shown as the victim's.
      accounts:
        claim.method === "direct"
          ? distinct(claimed.map((line) => line.from))
          : (claim.victimAccounts ?? []),
    },
    defendant: {
      key: claim.defendantKey,
      name: claim.defendantName,
      iin: claim.defendantIin,
      accounts: first,
    },
    joint:
      others.length === 0
        ? null
        : {
            why: claim.jointWhy ?? "",
            whyKk: claim.jointWhyKk,
            by: claim.jointBy ?? "",
            at: claim.jointAt ?? claim.openedAt,
            others,
          },
    amount: lines.reduce((sum, line) => sum + line.amount, 0n),
    reports: claim.reports,
    lines: lines.map(({ zone: _zone, payee: _payee, ...line }) => line),
    moves,
    undone,
  };
}

/** What a person approves of a claim (approval.ts). */
export interface Frozen {
  readonly hash: string;
  readonly text: string;
}

/** Beside what a person writes down of a step: what it keeps, and what it was worked out from. */
export interface Kept {
  readonly frozen?: Frozen | undefined;
  /** Of a filing. */
  readonly pricing?: Pricing | undefined;
  /** How often what was stolen had changed when the step was worked out. */
  readonly losses?: number | undefined;
}

/**
 * Moves a claim to another status by the table of steps.ts; actor, when, why and what was written
 * down of the step stay beside it. An approval comes with what is approved, and a filing keeps what
 * the claim says that day.
 */
export async function moveClaim(
  queries: Queries,
  at: { readonly caseId: string; readonly claim: string },
  wanted: WantedStep,
  actor: Actor,
  { frozen, pricing, losses }: Kept = {},
): Promise<Claim> {
  const { status: to } = wanted;
  await queries.transaction(async (transaction) => {
    const found = await holdForStep(transaction, at, actor);
    if (losses !== undefined) refuseOtherLosses(at.claim, found, to, losses);
    const judged = { day: dayNumber(wanted.facts?.day ?? ""), at: actor.at };
    const facts = checkStep(found, wanted, {
      ...actor,
      ...found,
      ...(to === "judgment" && (await judgedSums(transaction, at.claim, found, judged))),
    });
    if (found.status === "demand" && to === "approved")
      await refuseAnswered(transaction, at.claim, demandSent(found.moves));
    if (to === "approved" && frozen === undefined)
      throw new Error(`claim ${at.claim} is approved without what is approved`);
    const demand = { day: facts.day ?? "", at: actor.at };
    if (to === "demand" && wanted.again !== true)
      await refuseNumberTaken(transaction, numberedBy(facts), { letter: null, claim: at.claim });
    const asks = to === "demand" ? await demanded(transaction, at.claim, found, demand) : undefined;
    if (to === "recovered")
      await refuseOutstanding(transaction, at.claim, found, { reason: wanted.reason, facts });
    if (to === "review") refuseEmpty(at.claim, found.asked);
    if (to === "review" || restsOnApproval(found.status, to))
      await refuseUndecided(transaction, at);
    const move = {
      ...storedFacts(facts),
      ...(frozen && { hash: frozen.hash, frozen: frozen.text }),
      ...(asks !== undefined && { asks }),
      ...(await filingKept(transaction, at.claim, found, { to, facts, actor, pricing })),
      number: BigInt(found.moves.length + 1),
      from: found.status,
      to,
      reason: wanted.reason?.trim() || null,
      at: BigInt(actor.at),
      by: actor.by,
    };
    await moved(transaction, at.claim, found, move);
    await demandLettersFollow(transaction, at.claim, { from: found.status, to, facts }, actor);
    await recordChanges(transaction, [at.claim], "moved", actor, to);
  });
  return oneClaim(queries, at);
}

/** A person changed what was stolen while the step was worked out: it is looked at again first. */
function refuseOtherLosses(
  claim: string,
  { status, losses }: HeldClaim,
  to: ClaimStatus,
  seen: number,
): void {
  const rests = to === "review" || to === "approved" || restsOnApproval(status, to);
  if (!rests || losses === seen) return;
  throw new UserError({
    code: "claim-losses-changed",
    status: 409,
    message: `What was stolen by the transfers of claim ${claim} was changed at this moment.`,
    remedy: "Look at the claim again, then take the step.",
    params: { claim },
  });
}

/**
 * Writes the step down. A claim that ends, or stands again after a refusal, leaves every recovered
 * claim for the same losses without anything outstanding: it shares bank rows with them.
 */
async function moved(
  transaction: TransactionQueries,
  claim: string,
  { victim, accounts, status }: HeldClaim,
  move: { readonly to: ClaimStatus; readonly number: bigint },
): Promise<void> {
  const whose = { victims: [victim], accounts };
  const isShared = isStanding(status) !== isStanding(move.to);
  const before = isShared ? await ledgerNow(transaction, whose) : null;
  await transaction.run("claims/move", { claim, move }, nothing);
  if (isClaimed(move.to) && !isClaimed(status))
    await transaction.run("claims/keep-asked", { claim, number: move.number }, nothing);
  if (before !== null) refuseUnsettling(before, await ledgerNow(transaction, whose));
}

/** The facts that a filing keeps; an appeal is none: it keeps what was filed first. */
async function filingKept(
  transaction: TransactionQueries,
  claim: string,
  { status: from, moves, victim, accounts }: HeldClaim,
  step: Pick<Kept, "pricing"> & {
    readonly to: ClaimStatus;
    readonly facts: StepFacts;
    readonly actor: Actor;
  },
): Promise<{ filing?: string; asks?: bigint }> {
  const { to, facts, actor, pricing } = step;
  const taken = { from, to, facts, by: actor.by };
  const standing = standingSteps([...moves, taken]);
  const day = dayNumber(facts.day ?? "");
  if (to !== "filed" || day === null || standing.at(-1) !== taken) return {};
  const approved = moves.find((move) => move === standing.find((one) => one.to === "approved"));
  const ledger = await ledgerNow(transaction, { victims: [victim], accounts });
  const on = { claim, day, at: actor.at, approval: approved?.hash ?? null };
  const filing = await filingFacts(transaction, ledger, on, pricing);
  refusePaid(claim, filing.asked);
  return { filing: writtenFiling(filing), asks: filing.asked };
}

/**
 * A demand asks for what was outstanding on its day, as a filing does. Answers that sum; where
 * nothing was, it is refused.
 */
export async function demanded(
  transaction: TransactionQueries,
  claim: string,
  { victim, accounts }: HeldClaim,
  sent: { readonly day: string; readonly at: Instant },
): Promise<bigint> {
  const ledger = await ledgerNow(transaction, { victims: [victim], accounts });
  const day = dayNumber(sent.day);
  if (day === null) throw new Error(`the demand of claim ${claim} has no day`);
  const { asked } = askedOn(ledger, claim, { day, at: sent.at });
  refusePaid(claim, asked);
  return asked;
}

/**
 * The sum and the penalty that a held claim asks the court for, and what was owed of both on the
 * day of the judgment. After an appeal that is the day of the first judgment: money paid since
 * then executes the judgment that stands.
 */
export async function judgedSums(
  transaction: TransactionQueries,
  claim: string,
  { victim, accounts, moves }: HeldClaim,
  written: { readonly day: number | null; readonly at: Instant },
): Promise<Omit<JudgedSums, "currency">> {
  const ledger = await ledgerNow(transaction, { victims: [victim], accounts });
  const { day, at } = firstJudgment(moves) ?? written;
  const { claims } = ledger;
  const own = claims.find((one) => one.id === claim);
  const paid = countingIn(ledger);
  const sums = { asked: askedNow(ledger, claim), penalty: own && penaltyAsked(own) };
  if (day === null || own === undefined) return sums;
  const owed = owedOn(claims, paid, claim, { day, at });
  return { ...sums, owed, penaltyOwed: penaltyOwedOn(own, paid, { day, at }) };
}

/**
 * Only a claim of which nothing is owed any more is recovered, and not before its last money came;
 * where a penalty is left, a person says why.
 */
async function refuseOutstanding(
  transaction: TransactionQueries,
  claim: string,
  held: HeldClaim,
  { reason, facts }: { readonly reason: WantedStep["reason"]; readonly facts: StepFacts },
): Promise<void> {
  const { currency, victim, accounts } = held;
  const ledger = await ledgerNow(transaction, { victims: [victim], accounts });
  const debt = ledger.balances.get(claim)?.outstanding ?? 0n;
  const penalty = penaltyNow(ledger, claim).outstanding;
  if (debt === 0n && (penalty === 0n || saysSomething(reason ?? "")))
    return refuseBeforeMoney(ledger, claim, facts.day);
  const amount = `${formatDecimal(debt === 0n ? penalty : debt, currency)} ${currency}`;
  if (debt === 0n)
    throw new UserError({
      code: "claim-penalty-outstanding",
      status: 409,
      message: `${amount} of penalty of claim ${claim} is still outstanding.`,
      remedy: "Write down its payment first, or say why the claim is recovered without it.",
      params: { claim, amount },
    });
  throw new UserError({
    code: "claim-outstanding",
    status: 409,
    message: `${amount} of claim ${claim} is still outstanding.`,
    remedy: "Write down the payments first.",
    params: { claim, amount },
  });
}

/** One claim of a case; an unknown one is a UserError. */
export async function oneStoredClaim(
  queries: Queries,
  at: { readonly caseId: string; readonly claim: string },
): Promise<StoredClaim> {
  const [found] = await queries.read("claims/list", { case: at.caseId, claim: at.claim }, claimRow);
  if (!found) throw unknown("claim", at.claim);
  return storedClaim(found);
}

/** The same as the API shows it. */
export async function oneClaim(
  queries: Queries,
  at: { readonly caseId: string; readonly claim: string },
): Promise<Claim> {
  return shownClaim(await oneStoredClaim(queries, at));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
