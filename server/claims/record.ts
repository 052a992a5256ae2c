import { z } from "zod";
import { claimStatus, type StepFacts } from "../../contract/claim-steps.ts";
import type { ClaimMethod } from "../../contract/claims.ts";
import { fractionDigits } from "../../contract/currencies.ts";
import { count, minorUnits, nothing } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { refuseClosed } from "../cases/refuse-closed.ts";
import { unknown } from "../cases/unknown.ts";
import { lockState, recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import { claimMoveRow } from "./claim-rows.ts";
import { type FormedClaim, type FormedLine, type LeftOut, leftOutOf, type Party } from "./form.ts";

export interface OpenedClaims {
  readonly opened: number;
  /** Drafts that took in transfers reported since. */
  readonly extended: number;
  readonly lines: number;
  /** The new claims, opened or in a preview only planned. */
  readonly claims: PlannedClaim[];
  readonly leftOut: LeftOut[];
}

export interface PlannedClaim {
  readonly victim: Party;
  readonly defendant: Party;
  readonly currency: string;
  /** Minor units as text. */
  readonly amount: string;
  readonly lines: number;
  readonly reports: readonly string[];
  /** SHA-256 of the files its transfers come from. */
  readonly sources: readonly string[];
}

/** How claims are opened. */
export interface Opening {
  /** Whole tenge; a smaller new claim in tenge is left out and listed. */
  readonly smallest?: number;
  /** Nothing is written. */
  readonly preview?: boolean;
}

export function sumOf(claim: FormedClaim): bigint {
  return claim.lines.reduce((sum, line) => sum + line.amount, 0n);
}

/** Below it no claim is opened: whole tenge in tiyn. No other currency has one without a rate. */
export function leastSum(smallest: number, currency: string): bigint {
  return currency === "KZT" ? BigInt(smallest) * 10n ** BigInt(fractionDigits(currency)) : 0n;
}

/** New claims apart from those below the smallest sum, which are listed instead. */
export function largeEnough(
  claims: readonly FormedClaim[],
  { smallest = 0 }: Opening,
): { claims: FormedClaim[]; leftOut: LeftOut[] } {
  const isSmall = (claim: FormedClaim) => sumOf(claim) < leastSum(smallest, claim.currency);
  return {
    claims: claims.filter((claim) => !isSmall(claim)),
    leftOut: claims
      .filter(isSmall)
      .flatMap(({ reports, lines }) =>
        lines.slice(0, 1).map(({ transfer }) => leftOutOf(reports[0], transfer, "below-smallest")),
      ),
  };
}

/**
 * Waits for every other change of money to end: payments, returns of the register, steps and
 * openings of claims. A transaction that changes money takes this lock before any other.
 */
export async function lockMoney(
  transaction: TransactionQueries,
  { at }: Pick<Actor, "at">,
): Promise<void> {
  await transaction.run("claims/lock-money", { at: BigInt(at) }, nothing);
}

/**
 * Waits for other changes of money to end (lockMoney), and holds the case still. A closed case
 * takes no claims, nor does a case that is no longer as the actor saw it.
 */
export async function lockCase(
  transaction: TransactionQueries,
  id: string,
  actor: Actor,
): Promise<{ number: number }> {
  const row = z.object({ number: count, status: z.string() });
  const [found] = await transaction.run("claims/lock-case", { id, at: BigInt(actor.at) }, row);
  if (!found) throw unknown("case", id);
  await lockState(transaction, { kind: "case", id }, actor);
  refuseClosed(id, found.status);
  return found;
}

/**
 * From now on another sum counts as stolen by these transfers. A step of a claim that began
 * before this is not taken (refuseOtherLosses). The caller holds all money still.
 */
export async function lossesChanged(
  transaction: TransactionQueries,
  transfers: readonly string[],
): Promise<void> {
  const ids = [...new Set(transfers)];
  if (ids.length > 0) await transaction.run("claims/losses-changed", { ids }, nothing);
}

const heldRow = z.object({
  status: claimStatus,
  currency: z.string(),
  victim: z.string(),
  accounts: z.array(z.string()),
  moves: z.array(claimMoveRow),
  workers: z.array(z.string()),
  asked: minorUnits,
  firstAt: count.nullish(),
  lastAt: count.nullish(),
  losses: count,
});

/** A claim held still until the transaction ends. */
export type HeldClaim = z.output<typeof heldRow>;

/** Holds a claim still and compares its version with the one the actor saw. */
export async function lockClaim(
  transaction: TransactionQueries,
  at: { readonly caseId: string; readonly claim: string },
  actor: Actor,
): Promise<HeldClaim> {
  await lockState(transaction, { kind: "claim", id: at.claim }, actor);
  const parameters = { case: at.caseId, claim: at.claim, at: BigInt(actor.at) };
  const [found] = await transaction.run("claims/lock-claim", parameters, heldRow);
  if (!found) throw unknown("claim", at.claim);
  return found;
}

/** A case in which claims were opened or grew is in another state afterwards. */
export async function recordOpening(
  transaction: TransactionQueries,
  caseId: string,
  { opened, extended }: Pick<OpenedClaims, "opened" | "extended">,
  actor: Actor,
): Promise<void> {
  if (opened + extended === 0) return;
  await recordChanges(transaction, [caseId], "claims-opened", actor, String(opened));
}

/** A claim as stored: a new one, or what the data of today make of a draft. */
export function claimRecord(
  caseId: string,
  draft: string | null,
  number: number,
  claim: FormedClaim,
  method: ClaimMethod,
  actor: Actor,
) {
  const id = draft ?? `${caseId}-${number}`;
  return {
    id,
    properties: {
      number: BigInt(number),
      status: "draft",
      method,
      currency: claim.currency,
      openedAt: BigInt(actor.at),
      openedBy: actor.by,
    },
    reckoned: {
      reckonedAt: BigInt(actor.at),
      reports: [...claim.reports],
      victimKey: claim.victim.key,
      victimName: claim.victim.name,
      victimIin: claim.victim.iin,
      victimAccounts: [...(claim.victimAccounts ?? [])],
      origins: [...(claim.origins ?? [])],
      defendantKey: claim.defendant.key,
      defendantName: claim.defendant.name,
      defendantIin: claim.defendant.iin,
    },
    lines: claim.lines.map((line) =>
      lineRecord(
        line,
        line.amount < 0n
          ? returnKey(line, id)
          : lineKey(line.transfer.id, claim.victim.key, method),
      ),
    ),
  };
}

/**
 * The line keeps the transfer as it was when claimed: a file taken out later must not change a
 * claim in silence.
 */
function lineRecord({ transfer, amount }: FormedLine, key: string) {
  return {
    key,
    transferId: transfer.id,
    amount,
    whole: transfer.amount,
    currency: transfer.currency,
    bookedAt: BigInt(transfer.bookedAt),
    zone: transfer.zone,
    from: transfer.from,
    to: transfer.to,
    purpose: transfer.purpose,
    sourceId: transfer.sourceId,
    row: BigInt(transfer.row),
  };
}

/** A payment may settle several claims, each by a part of it (repaid.ts). */
function returnKey({ transfer }: FormedLine, claim: string): string {
  return `return:${transfer.id}#${claim}`;
}

/**
 * A victim's own transfer is claimed once; a traced one may carry several victims' money, of each
 * once, whatever the rule.
 */
function lineKey(transferId: string, victim: string, method: ClaimMethod): string {
  return method === "direct" ? transferId : `${transferId}#${victim}`;
}

/** Holds all money, the case and a claim still, for a step of it. A closed case takes none. */
export async function holdForStep(
  transaction: TransactionQueries,
  at: { readonly caseId: string; readonly claim: string },
  actor: Actor,
): Promise<HeldClaim> {
  const { from: _of, ...mover } = actor;
  await lockMoney(transaction, actor);
  const ofCase = await lockState(transaction, { kind: "case", id: at.caseId }, mover);
  if (ofCase !== null) refuseClosed(at.caseId, ofCase);
  return lockClaim(transaction, at, actor);
}

/** The facts of a step as the graph keeps them: sums in minor units. */
export function storedFacts({ sum, penalty, ...words }: StepFacts) {
  return {
    ...words,
    ...(sum !== undefined && { sum: BigInt(sum) }),
    ...(penalty !== undefined && { penalty: BigInt(penalty) }),
  };
}
