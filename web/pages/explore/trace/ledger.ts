import type { Trace } from "../../../../contract/tracing.ts";

/** A trace at a moment: what each account had received, passed on and still held by then. bigint all the way; pure. */

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
  /** Received even if every unknown opening balance had been endless; null while the slider is in between. */
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
  const { stolen } = flowsUntil(trace, Number.POSITIVE_INFINITY);
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
      stolen: stolen.get(account.account) ?? 0n,
      held: BigInt(account.held),
      exited: BigInt(account.exited),
      beyond: BigInt(account.beyondData),
      range: account.range ? { minimum: BigInt(account.range.minimum), maximum: BigInt(account.range.maximum) } : null,
      openingUnknown: account.openingUnknown,
      certain: BigInt(account.certain),
      byVictim: new Map(account.byVictim.map((share) => [share.victim, BigInt(share.amount)])),
    })),
  };
}

interface Flows {
  readonly received: ReadonlyMap<string, bigint>;
  /** To other accounts; what went out of the banks is in `paidOut`. */
  readonly passedOn: ReadonlyMap<string, bigint>;
  readonly paidOut: ReadonlyMap<string, bigint>;
  /** First stolen here: leaves a victim's own account as his own money. */
  readonly stolen: ReadonlyMap<string, bigint>;
  readonly byVictim: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
}

/** Sums of the steps up to `at`, that instant included. */
function flowsUntil(trace: Trace, at: number): Flows {
  const exits = new Set(
    trace.accounts.filter((account) => account.exitKind !== null).map((account) => account.account),
  );
  const owners = new Map(
    trace.victims.flatMap((victim) => victim.accounts.map((one) => [one, victim.victim] as const)),
  );
  const [received, passedOn] = [new Map<string, bigint>(), new Map<string, bigint>()];
  const [paidOut, stolen] = [new Map<string, bigint>(), new Map<string, bigint>()];
  const byVictim = new Map<string, Map<string, bigint>>();
  for (const step of trace.steps) {
    if (step.bookedAt > at) continue;
    add(received, step.to, BigInt(step.amount));
    const owner = owners.get(step.from);
    const shares = byVictim.get(step.to) ?? new Map<string, bigint>();
    byVictim.set(step.to, shares);
    for (const share of step.byVictim) {
      const amount = BigInt(share.amount);
      add(shares, share.victim, amount);
      if (share.victim === owner) add(stolen, step.from, amount);
      else add(exits.has(step.to) ? paidOut : passedOn, step.from, amount);
    }
  }
  return { received, passedOn, paidOut, stolen, byVictim };
}

/**
 * The trace up to `at`. What left through a way out counts as exited of the account that paid (contract/tracing.ts), straight
 * from a victim as exited of the way out; what reached a stop is exited there; the rest is held until the trace's end, where
 * the server says how much of it lies beyond the data. held + exited = stolen at every moment.
 */
export function momentAt(trace: Trace, at: number | null): Moment {
  const span = spanOf(trace);
  if (at === null || span === null || at >= span[1]) return whole(trace);
  const { received, passedOn, paidOut, stolen, byVictim } = flowsUntil(trace, at);
  const straight = new Map<string, bigint>();
  for (const step of trace.steps) {
    const owner = trace.victims.find((victim) => victim.accounts.includes(step.from));
    if (step.bookedAt > at || !owner) continue;
    for (const share of step.byVictim) if (share.victim === owner.victim) add(straight, step.to, BigInt(share.amount));
  }
  const accounts = trace.accounts.map((account): Standing => {
    const id = account.account;
    const [came, went, out] = [received.get(id) ?? 0n, passedOn.get(id) ?? 0n, paidOut.get(id) ?? 0n];
    const exit = account.exitKind !== null;
    const balance = exit ? 0n : came - went - out;
    /** More left than came: money exchanged here from another currency's trace begins in this one. */
    const begun = balance < 0n ? -balance : 0n;
    const rest = balance + begun;
    const stopped = account.stop !== null && !exit;
    return {
      account: id,
      name: account.holderName,
      bank: account.bank,
      exitKind: account.exitKind,
      generation: account.generation,
      stop: account.stop,
      received: came,
      passedOn: went,
      stolen: (stolen.get(id) ?? 0n) + begun,
      held: stopped ? 0n : rest,
      exited: exit ? (straight.get(id) ?? 0n) : stopped ? rest + out : out,
      beyond: 0n,
      range: null,
      openingUnknown: account.openingUnknown,
      certain: null,
      byVictim: byVictim.get(id) ?? new Map(),
    };
  });
  const total = (amounts: Iterable<bigint>) => [...amounts].reduce((sum, amount) => sum + amount, 0n);
  return {
    at,
    stolen: total(accounts.map((account) => account.stolen)),
    held: total(accounts.map((account) => account.held)),
    exited: total(accounts.map((account) => account.exited)),
    beyond: 0n,
    accounts,
  };
}

/** Difference of what an account received under this rule and another; null where it is the same. */
export function differences(trace: Trace, other: Trace | null): ReadonlyMap<string, bigint> {
  const found = new Map<string, bigint>();
  if (!other) return found;
  const before = new Map(other.accounts.map((account) => [account.account, BigInt(account.received)]));
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
  return trace.convertedFrom === undefined ? trace.currency : `${trace.currency} (${trace.convertedFrom})`;
}
