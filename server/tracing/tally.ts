import type { Instant } from "../time/instant.ts";

/** One victim's money on one account. received = passedOn + held + exited + beyond, always. */
export interface Holding {
  received: bigint;
  passedOn: bigint;
  held: bigint;
  exited: bigint;
  /** Waits where the data ends, or where a limit of the reader cut the trace (`cut`). */
  beyond: bigint;
  /** Part of `beyond`: not followed because of a limit. */
  cut: bigint;
  /** Hops from the victim. */
  generation: number;
  firstReceivedAt: Instant | null;
  lastLeftAt: Instant | null;
  /** When the amount held last rose from zero. */
  since: Instant;
}

/** Parts of one transfer by victim. */
export interface Step {
  readonly row: number;
  /** Victim to amount. */
  readonly parts: Map<number, bigint>;
  /** Hops from the victim to the payee. */
  readonly generation: Map<number, number>;
}

export interface CutOff {
  /** Transfers. */
  count: number;
  row: number;
  amount: bigint;
}

/** A balance a statement states, by which the known transfers were corrected. */
export interface Correction {
  readonly at: Instant;
  /** Minor units: above zero came unseen, below zero left unseen. */
  readonly amount: bigint;
  /** Of what left: victim (OWN = the holder) to amount. */
  readonly parts: readonly { readonly tag: number; readonly amount: bigint }[];
}

/** Where everything is: accounts and victims are indexes. */
export interface Tally {
  /** By account, then victim. */
  readonly holdings: Map<number, Map<number, Holding>>;
  readonly steps: Step[];
  /** By victim: what was stolen, after taking out what was another victim's already. */
  readonly stolen: Map<number, bigint>;
  /** By victim: part of what he reports as stolen that was another victim's money passing through. */
  readonly others: Map<number, bigint>;
  /** By victim: came back to an account of his; part of what is held. */
  readonly returned: Map<number, bigint>;
  /**
   * By account: left above what the data shows coming in, so at least this was there before or came
   * unseen.
   */
  readonly unexplained: Map<number, bigint>;
  /** By account: the row from which it is looked at, and the holder's own money before that. */
  readonly before: Map<number, { readonly row: number; readonly own: bigint }>;
  /** By account: where a statement's balance is not what the known transfers come to. */
  readonly corrections: Map<number, Correction[]>;
  readonly cutOff: { readonly minimum: Map<number, CutOff>; readonly horizon: Map<number, CutOff> };
}

export function emptyTally(): Tally {
  return {
    holdings: new Map(),
    steps: [],
    stolen: new Map(),
    others: new Map(),
    returned: new Map(),
    unexplained: new Map(),
    before: new Map(),
    corrections: new Map(),
    cutOff: { minimum: new Map(), horizon: new Map() },
  };
}

export function holdingOf(tally: Tally, account: number, victim: number): Holding {
  let byVictim = tally.holdings.get(account);
  if (byVictim === undefined) {
    byVictim = new Map();
    tally.holdings.set(account, byVictim);
  }
  let holding = byVictim.get(victim);
  if (holding === undefined) {
    holding = {
      received: 0n,
      passedOn: 0n,
      held: 0n,
      exited: 0n,
      beyond: 0n,
      cut: 0n,
      generation: Number.POSITIVE_INFINITY,
      firstReceivedAt: null,
      lastLeftAt: null,
      since: Number.NEGATIVE_INFINITY,
    };
    byVictim.set(victim, holding);
  }
  return holding;
}

export function addTo<Key>(sums: Map<Key, bigint>, key: Key, amount: bigint): void {
  if (amount !== 0n) sums.set(key, (sums.get(key) ?? 0n) + amount);
}

export function cut(cuts: Map<number, CutOff>, victim: number, amount: bigint, row: number): void {
  const known = cuts.get(victim);
  if (known === undefined) cuts.set(victim, { count: 1, amount, row });
  else {
    if (known.row !== row) known.count += 1;
    known.row = row;
    known.amount += amount;
  }
}
