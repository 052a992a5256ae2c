import type { Trace, TraceStep } from "../../contract/tracing.ts";
import { type AccountSums, earliest, latest, sharesOf } from "./account-sums.ts";
import { holderKey } from "./victims.ts";
import type { World } from "./world.ts";

/**
 * All accounts of one holder as one: what moved between them is taken out of received and passed
 * on. Exits have no holder.
 */
export function holdersOf(
  world: World,
  sums: ReadonlyMap<number, AccountSums>,
  steps: readonly TraceStep[],
): Trace["holders"] {
  const { columns } = world;
  const keyOf = (account: number) =>
    holderKey(columns, account) ?? (columns.accounts.numbers[account] as string);
  const holders = new Map<string, Required<Joined>>();
  for (const sum of sums.values()) {
    if (columns.accounts.exitKind[sum.account] !== 0) continue;
    const key = keyOf(sum.account);
    const holder = holders.get(key) ?? emptyHolder();
    holders.set(key, holder);
    holder.accounts.push(columns.accounts.numbers[sum.account] as string);
    holder.generation = Math.min(holder.generation, sum.generation);
    for (const figure of ["received", "passedOn", "held", "exited", "beyond"] as const)
      holder[figure] += sum[figure];
    holder.firstReceivedAt = earliest(holder.firstReceivedAt, sum.firstReceivedAt);
    holder.lastLeftAt = latest(holder.lastLeftAt, sum.lastLeftAt);
    for (const [victim, amount] of sum.byVictim)
      holder.byVictim.set(victim, (holder.byVictim.get(victim) ?? 0n) + amount);
  }
  for (const step of steps) {
    const [from, to] = [columns.accounts.indexOf(step.from), columns.accounts.indexOf(step.to)];
    if (from === undefined || to === undefined || keyOf(from) !== keyOf(to)) continue;
    // A theft, and an exchange, brought it to the holder in this currency.
    if (step.generation < 2 || step.byExchange) continue;
    const holder = holders.get(keyOf(to));
    if (holder === undefined) continue;
    holder.received -= BigInt(step.amount);
    holder.passedOn -= BigInt(step.amount);
    for (const share of step.byVictim) {
      holder.byVictim.set(
        share.victim,
        (holder.byVictim.get(share.victim) ?? 0n) - BigInt(share.amount),
      );
    }
  }
  return [...holders]
    .sort(
      ([a, left], [b, right]) =>
        left.generation - right.generation ||
        order(right.received, left.received) ||
        (a < b ? -1 : 1),
    )
    .map(([holder, joined]) => ({
      holder,
      name: null,
      accounts: joined.accounts.sort(),
      generation: joined.generation,
      received: joined.received.toString(),
      passedOn: joined.passedOn.toString(),
      held: joined.held.toString(),
      exited: joined.exited.toString(),
      beyondData: joined.beyond.toString(),
      firstReceivedAt: joined.firstReceivedAt,
      lastLeftAt: joined.lastLeftAt,
      byVictim: sharesOf(joined.byVictim),
    }));
}

type Joined = Omit<AccountSums, "account" | "since" | "cut"> & { accounts: string[] };

function emptyHolder(): Joined {
  return {
    accounts: [],
    generation: Number.POSITIVE_INFINITY,
    received: 0n,
    passedOn: 0n,
    held: 0n,
    exited: 0n,
    beyond: 0n,
    firstReceivedAt: null,
    lastLeftAt: null,
    byVictim: new Map(),
  };
}

function order(left: bigint, right: bigint): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
