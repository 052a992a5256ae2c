import type { Holding, Tally } from "./tally.ts";

/** A finished run and whose money its tags were. */
export interface Run {
  readonly tally: Tally;
  readonly victims: readonly TracedVictim[];
  /** Rows by which the money came in for what was given in another currency. */
  readonly arrivals: ReadonlySet<number>;
}

export interface TracedVictim {
  /** Empty for all others joined. */
  readonly key: string;
  readonly requested: boolean;
  /** His own accounts. */
  readonly home: ReadonlySet<number>;
}

/** The sums of the victims asked for on one account. */
export interface AccountSums {
  readonly account: number;
  received: bigint;
  passedOn: bigint;
  held: bigint;
  exited: bigint;
  beyond: bigint;
  cut: bigint;
  generation: number;
  firstReceivedAt: number | null;
  lastLeftAt: number | null;
  /** Since when something of others is held or beyond the data; infinity = nothing is. */
  since: number;
  /** Victim's key to what was received. */
  readonly byVictim: Map<string, bigint>;
}

/** By account, for the victims asked for. */
export function sumsOf(run: Run): Map<number, AccountSums> {
  const sums = new Map<number, AccountSums>();
  for (const [account, byVictim] of run.tally.holdings) {
    for (const [tag, holding] of byVictim) {
      const victim = run.victims[tag];
      if (victim?.requested && holding.received > 0n) add(sums, account, victim.key, holding);
    }
  }
  return sums;
}

function add(
  sums: Map<number, AccountSums>,
  account: number,
  victim: string,
  holding: Holding,
): void {
  let sum = sums.get(account);
  if (sum === undefined) {
    sum = nothingAt(account, holding.generation);
    sums.set(account, sum);
  }
  sum.received += holding.received;
  sum.passedOn += holding.passedOn;
  sum.held += holding.held;
  sum.exited += holding.exited;
  sum.beyond += holding.beyond;
  sum.cut += holding.cut;
  // A victim's own account through which another victim's money went is that one's recipient.
  if (holding.generation > 0)
    sum.generation =
      sum.generation === 0 ? holding.generation : Math.min(sum.generation, holding.generation);
  sum.firstReceivedAt = earliest(sum.firstReceivedAt, holding.firstReceivedAt);
  sum.lastLeftAt = latest(sum.lastLeftAt, holding.lastLeftAt);
  // His own money that came back to a victim waits for nothing.
  if (holding.generation > 0 && (holding.held > 0n || holding.beyond > holding.cut))
    sum.since = Math.min(sum.since, holding.since);
  sum.byVictim.set(victim, (sum.byVictim.get(victim) ?? 0n) + holding.received);
}

export function nothingAt(account: number, generation: number): AccountSums {
  return {
    account,
    received: 0n,
    passedOn: 0n,
    held: 0n,
    exited: 0n,
    beyond: 0n,
    cut: 0n,
    generation,
    firstReceivedAt: null,
    lastLeftAt: null,
    since: Number.POSITIVE_INFINITY,
    byVictim: new Map(),
  };
}

/** Shares above nothing, in the order of the victims' keys. */
export function sharesOf(
  byVictim: ReadonlyMap<string, bigint>,
): { victim: string; amount: string }[] {
  return [...byVictim]
    .filter(([, amount]) => amount > 0n)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([victim, amount]) => ({ victim, amount: amount.toString() }));
}

export function earliest(left: number | null, right: number | null): number | null {
  return left === null ? right : right === null ? left : Math.min(left, right);
}

export function latest(left: number | null, right: number | null): number | null {
  return left === null ? right : right === null ? left : Math.max(left, right);
}
