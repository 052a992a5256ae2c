import type { Trace } from "../../../../contract/tracing.ts";

/**
 * A trace at a moment: what each account had received, passed on and still held by then. bigint all
 * the way; pure.
 */

export interface Standing {
  readonly account: string;
  readonly name: string | null;
  readonly bank: string | null;
  readonly exitKind: string | null;
  readonly generation: number;
  readonly stop: Trace["accounts"][number]["stop"];
  readonly received: bigint;
  readonly passedOn: bigint;
  /** Left a victim's own account as his money. */
  readonly stolen: bigint;
  readonly held: bigint;
  readonly exited: bigint;
  readonly beyond: bigint;
  readonly range: { readonly minimum: bigint; readonly maximum: bigint } | null;
  readonly openingUnknown: boolean;
  /** As the package states it (contract/tracing.ts); null while the slider is in between. */
  readonly certain: bigint | null;
  readonly byVictim: ReadonlyMap<string, bigint>;
}

export interface Moment {
  readonly at: number | null;
  readonly stolen: bigint;
  readonly held: bigint;
  readonly exited: bigint;
  readonly beyond: bigint;
  readonly accounts: readonly Standing[];
}

/** First and last step of the trace; the slider runs between them. */
export function spanOf(trace: Trace): readonly [number, number] | null {
  if (trace.steps.length === 0) return null;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const step of trace.steps) {
    first = Math.min(first, step.bookedAt);
    last = Math.max(last, step.bookedAt);
  }
  return [first, last];
}

function add(map: Map<string, bigint>, key: string, amount: bigint): void {
  map.set(key, (map.get(key) ?? 0n) + amount);
}

/** The whole trace, as the server reckoned it; at the end nothing is recomputed. */
function whole(trace: Trace): Moment {
  const sums = sumsUntil(trace, Number.POSITIVE_INFINITY);
  return {
    at: null,
    stolen: BigInt(trace.stolen),
    held: BigInt(trace.held),
    exited: BigInt(trace.exited),
    beyond: BigInt(trace.beyondData),
    accounts: trace.accounts.map((account) => ({
      account: account.account,
      name: account.holderName,
      bank: account.bank,
      exitKind: account.exitKind,
      generation: account.generation,
      stop: account.stop,
      received: BigInt(account.received),
      passedOn: BigInt(account.passedOn),
      stolen: sums.of(account.account).stolen,
      held: BigInt(account.held),
      exited: BigInt(account.exited),
      beyond: BigInt(account.beyondData),
      range: account.range
        ? { minimum: BigInt(account.range.minimum), maximum: BigInt(account.range.maximum) }
        : null,
      openingUnknown: account.openingUnknown,
      certain: BigInt(account.certain),
      byVictim: new Map(account.byVictim.map((share) => [share.victim, BigInt(share.amount)])),
    })),
  };
}

/** Sums of one account over some steps. */
interface Sums {
  received: bigint;
  /** To other accounts. */
  passedOn: bigint;
  /** Through exits. */
  paidOut: bigint;
  /**
   * Left a victim's own account as his own money, or came in here for money of another currency's
   * trace.
   */
  stolen: bigint;
  /**
   * Came straight from a victim's own account as his own money: a fact under every rule and
   * balance.
   */
  direct: bigint;
  /** Exchanged into another currency here. */
  exchanged: bigint;
  readonly byVictim: Map<string, bigint>;
}

const nothing = (): Sums => ({
  received: 0n,
  passedOn: 0n,
  paidOut: 0n,
  stolen: 0n,
  direct: 0n,
  exchanged: 0n,
  byVictim: new Map(),
});

/**
 * Sums of the steps up to `at`, that instant included, by account; and what had been stolen in all.
 */
function sumsUntil(
  trace: Trace,
  at: number,
): { readonly of: (account: string) => Sums; readonly stolen: bigint } {
  const exits = new Set(
    trace.accounts.filter((account) => account.exitKind !== null).map((account) => account.account),
  );
  const owners = new Map(
    trace.victims.flatMap((victim) => victim.accounts.map((one) => [one, victim.victim] as const)),
  );
  const sums = new Map<string, Sums>();
  const of = (account: string): Sums => {
    const known = sums.get(account) ?? nothing();
    sums.set(account, known);
    return known;
  };
  let stolen = 0n;
  for (const step of trace.steps) {
    if (step.bookedAt > at) continue;
    const [from, to] = [of(step.from), of(step.to)];
    const whole = BigInt(step.amount);
    const begins = step.byExchange === true;
    to.received += whole;
    if (step.exchangedAt !== undefined && step.exchangedAt <= at) to.exchanged += whole;
    for (const share of step.byVictim) {
      const amount = BigInt(share.amount);
      add(to.byVictim, share.victim, amount);
      if (begins) stolen += amount;
      else if (exits.has(step.from)) {
        // A refund: what had gone through the exit goes on instead, from the account that had
        // paid.
        if (owners.get(step.to) === share.victim) from.direct -= amount;
        else {
          to.paidOut -= amount;
          to.passedOn += amount;
        }
      } else if (owners.get(step.from) === share.victim) {
        from.stolen += amount;
        to.direct += amount;
        stolen += amount;
      } else if (exits.has(step.to)) from.paidOut += amount;
      else from.passedOn += amount;
    }
  }
  return { of, stolen };
}

/**
 * The trace up to `at`. Money that left through an exit counts as exited of the account that paid
 * (contract/tracing.ts); straight from a victim, as exited of the exit. What reached a stop is
 * exited there. What was exchanged is exited from the moment the other currency came in. The rest
 * is held until the trace's end, where the server says how much of it lies beyond the data. held +
 * exited = stolen at every moment.
 */
export function momentAt(trace: Trace, at: number | null): Moment {
  const span = spanOf(trace);
  if (at === null || span === null || at >= span[1]) return whole(trace);
  const until = sumsUntil(trace, at);
  const accounts = trace.accounts.map((account): Standing => {
    const sums = until.of(account.account);
    const exit = account.exitKind !== null;
    const stopped = account.stop !== null && !exit;
    const rest = exit ? 0n : sums.received - sums.passedOn - sums.paidOut;
    const gone = stopped ? rest : sums.exchanged;
    return {
      account: account.account,
      name: account.holderName,
      bank: account.bank,
      exitKind: account.exitKind,
      generation: account.generation,
      stop: account.stop,
      received: sums.received,
      passedOn: sums.passedOn,
      stolen: sums.stolen,
      held: exit ? 0n : rest - gone,
      exited: exit ? sums.direct : sums.paidOut + gone,
      beyond: 0n,
      range: null,
      openingUnknown: account.openingUnknown,
      certain: null,
      byVictim: sums.byVictim,
    };
  });
  const total = (amounts: Iterable<bigint>) =>
    [...amounts].reduce((sum, amount) => sum + amount, 0n);
  return {
    at,
    stolen: until.stolen,
    held: total(accounts.map((account) => account.held)),
    exited: total(accounts.map((account) => account.exited)),
    beyond: 0n,
    accounts,
  };
}

/**
 * Difference of what an account received under this rule and another; null where it is the same.
 */
export function differences(trace: Trace, other: Trace | null): ReadonlyMap<string, bigint> {
  const found = new Map<string, bigint>();
  if (!other) return found;
  const before = new Map(
    other.accounts.map((account) => [account.account, BigInt(account.received)]),
  );
  for (const account of trace.accounts) {
    const change = BigInt(account.received) - (before.get(account.account) ?? 0n);
    if (change !== 0n && account.generation > 0) found.set(account.account, change);
    before.delete(account.account);
  }
  for (const [account, received] of before) {
    const own = other.accounts.find((one) => one.account === account)?.generation === 0;
    if (!own && received !== 0n) found.set(account, -received);
  }
  return found;
}

/** One trace a currency, and one more for each currency it was exchanged from. */
export function traceKey(trace: Trace): string {
  return trace.convertedFrom === undefined
    ? trace.currency
    : `${trace.currency} (${trace.convertedFrom})`;
}
