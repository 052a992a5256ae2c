import type { TraceStop } from "../../contract/tracing.ts";
import type { TransferColumns } from "../columns/columns.ts";
import type { Instant } from "../time/instant.ts";

/** A balance a statement states. */
export interface Checkpoint {
  readonly at: Instant;
  /** opening: before what is booked at that instant; closing: after it. */
  readonly kind: "opening" | "closing";
  /** Minor units; below zero where the account was overdrawn. */
  readonly balance: bigint;
}

/** From the first to the last instant that is known whole. */
export interface Days {
  readonly from: Instant;
  readonly until: Instant;
}

/** Everything about the data, in one currency, that a trace rests on besides the transfers. */
export interface World {
  readonly columns: TransferColumns;
  /** Index into columns.currencies. */
  readonly currency: number;
  /** Why a trace ends at an account; undefined = it goes on. */
  readonly stops: ReadonlyMap<number, TraceStop>;
  /** Balances stated, in time order. */
  readonly checkpoints: ReadonlyMap<number, readonly Checkpoint[]>;
  /**
   * The days an account is known for, in order and apart from each other; nothing = it is known
   * only from the other side.
   */
  readonly days: (account: number) => readonly Days[];
  /** The balance before the first known transfer is known, or the account was opened later. */
  readonly openingKnown: (account: number) => boolean;
  /**
   * Unknown opening balances count as endless own money instead of none: what is traced even so is
   * certain.
   */
  readonly endless?: boolean;
  /**
   * The accounts of which every row is there; undefined = all. Money that reaches another one is
   * not followed on (server/tracing/basis).
   */
  readonly followed?: ReadonlySet<number>;
  /** Row of a payment that was exchanged to the row of what came for it in another currency. */
  readonly conversions: ReadonlyMap<number, number>;
  /** Row of a reversal to the row it takes back. */
  readonly reversals: ReadonlyMap<number, number>;
}

/**
 * A transfer called stolen and whose money it was: an index into the victims. OWN = a victim's
 * outside this trace.
 */
export interface Theft {
  readonly row: number;
  readonly victim: number;
  /** Minor units of the transfer that were stolen; the rest of it was the payer's own. */
  readonly amount: bigint;
}

/** Stolen money that came in by exchange from another currency. */
export interface Converted {
  readonly row: number;
  readonly victim: number;
  readonly amount: bigint;
  /** Hops so far. */
  readonly generation: number;
}

/** Limits that a person may set for one trace. */
export interface Limits {
  /** Smaller stolen parts are not followed; minor units. */
  readonly minimum?: bigint;
  /** Nothing is followed after this instant. */
  readonly until?: Instant;
}
