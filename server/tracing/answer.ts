import type { Trace, TraceAccount, TraceMethod, TraceStep } from "../../contract/tracing.ts";
import { EXIT_KINDS } from "../columns/columns.ts";
import { least } from "../money/money.ts";
import { type AccountSums, nothingAt, type Run, sharesOf, sumsOf } from "./account-sums.ts";
import { directOf } from "./direct.ts";
import { holdersOf } from "./holders.ts";
import { rangesOf } from "./ranges.ts";
import { requestsFor } from "./requests.ts";
import type { CutOff, Tally } from "./tally.ts";
import { holderKey, type Stolen } from "./victims.ts";
import type { World } from "./world.ts";

/**
 * A trace as the contract gives it, names of holders not yet filled in.
 * @param asked the stolen transfers the trace is about
 * @param others runs under the other rules, null where no range is wanted
 * @param endless the run in which unknown opening balances are endless
 * @param isBound that run bounds every account from below; else only direct payments are certain
 */
export function answerOf(
  world: World,
  method: TraceMethod,
  requested: readonly Stolen[],
  base: Run,
  others: readonly Run[] | null,
  { endless, isBound }: { readonly endless: Run; readonly isBound: boolean },
): Trace {
  const sums = sumsOf(base);
  const bound = !isBound
    ? new Map<number, AccountSums>()
    : endless === base
      ? sums
      : sumsOf(endless);
  const direct = directOf(world, base, [endless]);
  const sure = (account: number) => {
    const [least, paid] = [bound.get(account)?.received ?? 0n, direct.get(account) ?? 0n];
    return least > paid ? least : paid;
  };
  const compared = others === null ? null : rangesOf([sums, ...others.map(sumsOf)]);
  const known = compared ?? sums;
  const accounts = [...known.keys()]
    .map(
      (account) => sums.get(account) ?? nothingAt(account, compared?.get(account)?.generation ?? 1),
    )
    .concat(victimsAccounts(world, requested, known))
    .map((sum) =>
      accountRow(world, base, sum, sure(sum.account), compared?.get(sum.account)?.ranges ?? null),
    )
    .sort(byGeneration);
  const steps = stepsOf(world, base);
  const victims = victimsOf(world, requested, base);
  const total = (figure: "stolen" | "held" | "exited" | "beyondData") =>
    victims.reduce((sum, victim) => sum + BigInt(victim[figure]), 0n).toString();
  return {
    method,
    convertedFrom: null,
    currency: world.columns.currencies[world.currency] as string,
    stolen: total("stolen"),
    held: total("held"),
    exited: total("exited"),
    beyondData: total("beyondData"),
    accounts,
    steps,
    victims,
    holders: holdersOf(world, sums, steps),
    requests: requestsFor(world, [...sums.values()]),
    leftOut: [
      { reason: "minimum-amount" as const, ...cutOff(base, base.tally.cutOff.minimum) },
      { reason: "horizon" as const, ...cutOff(base, base.tally.cutOff.horizon) },
    ].filter((one) => one.count > 0),
  };
}

function accountRow(
  world: World,
  { tally, victims }: Run,
  sum: AccountSums,
  certain: bigint,
  ranges: TraceAccount["ranges"],
): TraceAccount {
  const { accounts } = world.columns;
  const { account } = sum;
  const exit = accounts.exitKind[account] as number;
  return {
    account: accounts.numbers[account] as string,
    holderKey: holderKey(world.columns, account),
    holderName: null,
    bank: accounts.bank[account] || null,
    exitKind: exit === 0 ? null : (EXIT_KINDS[exit - 1] as string),
    generation: sum.generation,
    received: sum.received.toString(),
    passedOn: sum.passedOn.toString(),
    held: sum.held.toString(),
    exited: sum.exited.toString(),
    beyondData: sum.beyond.toString(),
    firstReceivedAt: sum.firstReceivedAt,
    lastLeftAt: sum.lastLeftAt,
    stop: world.stops.get(account) ?? null,
    byVictim: sharesOf(sum.byVictim),
    range: ranges?.received ?? null,
    ranges,
    openingUnknown: exit === 0 && !world.openingKnown(account),
    certain: least(certain, sum.received).toString(),
    before: beforeOf(world, tally, account),
    corrections: tally.corrections.get(account)?.map(({ at, amount, parts }) => ({
      at,
      amount: amount.toString(),
      byVictim: parts.flatMap((part) => {
        const victim = victims[part.tag];
        return victim?.requested !== true
          ? []
          : [{ victim: victim.key, amount: part.amount.toString() }];
      }),
    })),
    unexplained: (tally.unexplained.get(account) ?? 0n).toString(),
  };
}

function beforeOf({ columns }: World, tally: Tally, account: number): TraceAccount["before"] {
  const found = tally.before.get(account);
  return found && { transferId: columns.idOf(found.row), own: found.own.toString() };
}

/**
 * The accounts the stolen transfers were paid from, so that every step has both its ends; nothing
 * came to them unless it came back.
 */
function victimsAccounts(
  world: World,
  requested: readonly Stolen[],
  known: ReadonlyMap<number, unknown>,
): AccountSums[] {
  const payers = new Set(
    requested
      .filter((one) => world.columns.currency[one.row] === world.currency)
      .map((one) => world.columns.from[one.row] as number),
  );
  return [...payers].filter((payer) => !known.has(payer)).map((payer) => nothingAt(payer, 0));
}

function stepsOf(world: World, run: Run): TraceStep[] {
  const { columns } = world;
  const number = (account: number | undefined) =>
    columns.accounts.numbers[account as number] as string;
  return run.tally.steps.flatMap(({ row, parts, generation }) => {
    const byVictim = new Map<string, bigint>();
    let [sum, hops] = [0n, Number.POSITIVE_INFINITY];
    for (const [tag, amount] of parts) {
      const victim = run.victims[tag];
      if (!victim?.requested) continue;
      sum += amount;
      hops = Math.min(hops, generation.get(tag) as number);
      byVictim.set(victim.key, (byVictim.get(victim.key) ?? 0n) + amount);
    }
    if (sum === 0n) return [];
    const exchanged = world.conversions.get(row);
    return [
      {
        transferId: columns.idOf(row),
        from: number(columns.from[row]),
        to: number(columns.to[row]),
        bookedAt: columns.bookedAt[row] as number,
        amount: sum.toString(),
        whole: (columns.amount[row] as bigint).toString(),
        generation: hops,
        byVictim: sharesOf(byVictim),
        ...(exchanged === undefined ? {} : { exchangedAt: columns.bookedAt[exchanged] as number }),
        ...(run.arrivals.has(row) ? { byExchange: true as const } : {}),
      },
    ];
  });
}

function victimsOf(world: World, requested: readonly Stolen[], run: Run): Trace["victims"] {
  const number = (account: number) => world.columns.accounts.numbers[account] as string;
  const totals = totalsOf(run);
  const byKey = new Map<string, Stolen[]>();
  for (const one of requested) {
    const list = byKey.get(one.victim);
    if (list === undefined) byKey.set(one.victim, [one]);
    else list.push(one);
  }
  return run.victims.flatMap(({ key, requested: wanted, home }, tag) => {
    if (!wanted) return [];
    const { held, exited, beyond } = totals.get(tag) ?? { held: 0n, exited: 0n, beyond: 0n };
    const own = byKey.get(key) ?? [];
    const payers = new Set(own.map((one) => world.columns.from[one.row] as number));
    const accounts = [...home].filter(
      (account) => payers.has(account) || run.tally.holdings.has(account),
    );
    return [
      {
        victim: key,
        name: own.find((one) => one.name !== null)?.name ?? null,
        accounts: accounts.map(number).sort(),
        reports: [...new Set(own.flatMap((one) => one.report ?? []))].sort(),
        stolen: (run.tally.stolen.get(tag) ?? 0n).toString(),
        held: held.toString(),
        exited: exited.toString(),
        beyondData: beyond.toString(),
        returned: (run.tally.returned.get(tag) ?? 0n).toString(),
        others: (run.tally.others.get(tag) ?? 0n).toString(),
      },
    ];
  });
}

/** By victim, over all accounts. */
function totalsOf(run: Run): Map<number, { held: bigint; exited: bigint; beyond: bigint }> {
  const totals = new Map<number, { held: bigint; exited: bigint; beyond: bigint }>();
  for (const byVictim of run.tally.holdings.values()) {
    for (const [tag, holding] of byVictim) {
      let total = totals.get(tag);
      if (total === undefined) {
        total = { held: 0n, exited: 0n, beyond: 0n };
        totals.set(tag, total);
      }
      total.held += holding.held;
      total.exited += holding.exited;
      total.beyond += holding.beyond;
    }
  }
  return totals;
}

function cutOff(run: Run, cuts: ReadonlyMap<number, CutOff>): { count: number; amount: string } {
  let [count, amount] = [0, 0n];
  for (const [tag, one] of cuts) {
    if (!run.victims[tag]?.requested) continue;
    count += one.count;
    amount += one.amount;
  }
  return { count, amount: amount.toString() };
}

/** Nearest to the victims first, then the largest sum, then the number. */
function byGeneration(left: TraceAccount, right: TraceAccount): number {
  if (left.generation !== right.generation) return left.generation - right.generation;
  const difference = BigInt(right.received) - BigInt(left.received);
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  return left.account < right.account ? -1 : 1;
}
