import type { TraceMethod, TraceStop } from "../../../contract/tracing.ts";
import type { Instant } from "../../time/instant.ts";
import type { Checkpoint, Days } from "../world.ts";

/**
 * All that the traces of one case rest on, and no more: with it every rule is applied again without
 * the database (replay.ts). It holds every movement of the accounts that the victims' money went
 * through, and of those from which other victims' money came to them.
 */
export interface Basis {
  readonly method: TraceMethod;
  readonly traces: readonly BasisTrace[];
  /** In the order in which they are followed. */
  readonly movements: readonly Movement[];
  /** Each account that a movement names. */
  readonly accounts: readonly BasisAccount[];
  /** Balances that statements state, of the accounts that are followed. */
  readonly balances: readonly StatedBalance[];
  /** The days for which the accounts that are followed are known. */
  readonly days: readonly KnownDays[];
  /**
   * In the order that decides equal remainders of a division (docs/tracing.md, "The rules").
   * Thefts name them by their place here.
   */
  readonly victims: readonly BasisVictim[];
}

export interface BasisTrace {
  readonly currency: string;
  readonly convertedFrom: string | null;
  /**
   * No victim's own account of unknown balance mixes: then unknown balances bound from below what
   * is certain on every account, else only direct payments are certain.
   */
  readonly isBound: boolean;
}

export interface Movement {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly currency: string;
  readonly bookedAt: Instant;
  readonly stolen: StolenPart | null;
  /** The movement that this one takes back. */
  readonly reverses: string | null;
  /** The movement by which another currency came in for this one. */
  readonly exchangedFor: string | null;
}

export interface StolenPart {
  /** Place in the list of victims. */
  readonly victim: number;
  /** Minor units. */
  readonly amount: bigint;
  /** Of this case; else another victim's, who takes part because his money is not the holder's. */
  readonly requested: boolean;
}

export interface BasisAccount {
  readonly account: string;
  readonly stop: TraceStop | null;
  readonly exitKind: string | null;
  /** The currencies in which all its movements are here. */
  readonly followed: readonly string[];
  /** The currencies in which the balance before its first movement is known. */
  readonly openingKnown: readonly string[];
}

export interface StatedBalance extends Checkpoint {
  readonly account: string;
  readonly currency: string;
}

export interface KnownDays extends Days {
  readonly account: string;
  readonly currency: string;
}

export interface BasisVictim {
  readonly key: string;
  /** His own accounts among those here. */
  readonly accounts: readonly string[];
}
