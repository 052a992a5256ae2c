import type { ClaimStatus, StepFacts } from "../../contract/claim-steps.ts";
import type { Claim, ClaimMethod } from "../../contract/claims.ts";
import type { Instant } from "../time/instant.ts";
import type { JointParty, Party } from "./form.ts";
import { askedOfCorrection, undoneTo } from "./step-corrections.ts";
import { standingSteps, stepsFrom, type TakenStep } from "./steps.ts";

/** A transfer, or the part of one, as it was when claimed. */
export interface ClaimLine {
  readonly transferId: string;
  readonly bookedAt: Instant;
  readonly from: string;
  readonly to: string;
  /** Minor units: the part claimed. Below zero: the holder paid it back to the victim. */
  readonly amount: bigint;
  /** Minor units of the whole transfer. */
  readonly whole: bigint;
  readonly currency: string;
  readonly purpose: string | null;
  readonly sourceName: string | null;
  readonly sourceId: string;
  readonly row: number;
  /** The transfer is still in the data as it was claimed. */
  readonly present: boolean;
}

/** The person who put a step right or took it back, when and why. */
interface Mended {
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
}

export interface ClaimMove extends TakenStep {
  readonly reason: string | null;
  readonly at: Instant;
  /** Of an approval: SHA-256 of what was approved. */
  readonly hash?: string | undefined;
  /** Of a filing: what the claim said then (dossier/filing.ts). */
  readonly filing?: string | undefined;
  /** The facts before each correction. */
  readonly corrections?: readonly (Mended & { readonly facts: StepFacts })[];
}

/** A step that was a mistake, and is none of the claim's steps any more. */
export interface UndoneMove extends ClaimMove {
  readonly undone: Mended;
}

/** What was approved of a claim, and by whom. */
export interface Approval {
  readonly hash: string;
  readonly at: Instant;
  readonly by: string;
}

/** The approval that holds today; a claim that went back to draft has none. */
export function approvalOf({ moves }: Pick<StoredClaim, "moves">): Approval | null {
  const move = standingSteps(moves).find((one) => one.to === "approved") as ClaimMove | undefined;
  return move?.hash === undefined ? null : { hash: move.hash, at: move.at, by: move.by };
}

export interface ClaimParty extends Party {
  readonly accounts: readonly string[];
}

/** Several people answer for one loss together, because a person said so and why (joint.ts). */
export interface Joint {
  readonly why: string;
  /** For papers in Kazakh; null = nobody wrote it. */
  readonly whyKk: string | null;
  readonly by: string;
  readonly at: Instant;
  readonly others: readonly (JointParty & ClaimParty)[];
}

/** A claim as kept: one victim × one account holder × one currency. */
export interface StoredClaim {
  readonly id: string;
  /** Grows with every change (contract/versions.ts). */
  readonly version: number;
  readonly status: ClaimStatus;
  readonly method: ClaimMethod;
  readonly currency: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  /** When its lines were last worked out from the data. */
  readonly reckonedAt: Instant;
  readonly victim: ClaimParty;
  readonly defendant: ClaimParty;
  /** The people who answer for the same loss with the defendant; null where nobody does. */
  readonly joint: Joint | null;
  /** Minor units: the sum of the lines, never a stored figure. */
  readonly amount: bigint;
  readonly reports: readonly string[];
  readonly lines: readonly ClaimLine[];
  readonly moves: readonly ClaimMove[];
  readonly undone?: readonly UndoneMove[];
}

function shownMove({ from, to, reason, facts, at, by }: ClaimMove) {
  return { from, to, reason, facts, at, by };
}

/** A claim as the API shows it. */
export function shownClaim(claim: StoredClaim): Claim {
  const party = ({ name, iin, accounts }: ClaimParty) => ({ name, iin, accounts: [...accounts] });
  const jointParty = (one: Joint["others"][number]) => ({ ...party(one), key: one.key });
  return {
    id: claim.id,
    version: claim.version,
    status: claim.status,
    method: claim.method,
    openedAt: claim.openedAt,
    openedBy: claim.openedBy,
    victim: party(claim.victim),
    defendant: party(claim.defendant),
    joint: claim.joint && { ...claim.joint, others: claim.joint.others.map(jointParty) },
    amount: claim.amount.toString(),
    currency: claim.currency,
    reports: [...claim.reports],
    lines: claim.lines.map((line) => ({
      ...line,
      amount: line.amount.toString(),
      whole: line.whole.toString(),
    })),
    moves: claim.moves.map(({ corrections = [], ...move }) => {
      const asked = askedOfCorrection(move);
      const asks = asked && { facts: [...asked.facts], optional: [...asked.optional] };
      return { ...shownMove(move), corrections: [...corrections], asks };
    }),
    undone: (claim.undone ?? []).map(({ undone, ...move }) => ({ ...shownMove(move), undone })),
    undo: undoneTo(claim.moves),
    approval: approvalOf(claim),
    next: [...stepsFrom(claim)],
  };
}
