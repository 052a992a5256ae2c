import { EXIT_KINDS } from "../../columns/columns.ts";
import { HOUR } from "../../time/instant.ts";
import { firstSince } from "../network/matched-payments.ts";
import { type MoneyRows, WAY } from "../network/money-rows.ts";
import { CONSTANTS } from "../parameters.ts";
import { once } from "./context.ts";
import { inOrder, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { beyondEverybody, columnRows, moneyRows, usualRate } from "./money-passed-on.ts";
import { notTrade } from "./ordinary-trade.ts";

const SHOP = EXIT_KINDS.indexOf("pos") + 1;

/**
 * Cash, crypto and money abroad that left just when strangers' money had come. Payments that the
 * one-way receipts of the 36 hours before cover are held against how long so much of it stood there
 * at all. Needs no likeness of sums, so pieces and rests do not hide it; who draws cash whenever he
 * likes is as often uncovered as covered.
 */
export const leftWhenPaid: Indicator = {
  family: "cash-out",
  parameters: CONSTANTS.leftWhenPaid,
  points: once((context) => {
    const { found, tried, expected } = coveredExits(context);
    const beyond = found.map((value, account) => Math.max(0, value - expected[account]!));
    const rate = usualRate(beyond, tried);
    const own = notTrade(context);
    const counted = found.map((value, account) => value * own[account]!);
    const mean = expected.map((value, account) => (value + rate * tried[account]!) * own[account]!);
    // The rate is in the mean already: no chances of its own are counted again.
    return beyondEverybody(
      counted,
      new Float64Array(found.length),
      CONSTANTS.leftWhenPaid.floor,
      mean,
    );
  }),
  explain: (context, account) => {
    const rows = moneyRows(context);
    const own = coveredExits(context).rows.get(account) ?? [];
    if (own.length === 0) return undefined;
    const paid = columnRows(rows, own);
    const received = columnRows(
      rows,
      own.flatMap((place) => receiptsBefore(rows, place)),
    );
    return {
      code: "left-when-paid",
      params: {
        times: own.length,
        of: coveredExits(context).tried[account]!,
        ...sumOf(rows.columns, paid),
      },
      rows: inOrder([...received, ...paid]),
    };
  },
};

interface CoveredExits {
  /**
   * Payments out that receipts cover, all payments out of some size, and those covered by chance.
   */
  readonly found: Float64Array;
  readonly tried: Float64Array;
  readonly expected: Float64Array;
  readonly rows: ReadonlyMap<number, readonly number[]>;
}

const coveredExits = once((context): CoveredExits => {
  const rows = moneyRows(context);
  const { exitKind } = rows.columns.accounts;
  const accounts = context.flow.accounts;
  const found = new Float64Array(accounts);
  const tried = new Float64Array(accounts);
  const expected = new Float64Array(accounts);
  const byAccount = new Map<number, number[]>();
  const smallest = lowerQuarter(rows);
  const { receipts, payments } = rows;
  for (let actor = 0; actor < rows.actors; actor += 1) {
    if (receipts.offsets[actor] === receipts.offsets[actor + 1]) continue;
    let share: ((sum: number) => number) | undefined;
    for (let j = payments.offsets[actor]!; j < payments.offsets[actor + 1]!; j += 1) {
      const place = payments.places[j]!;
      if (rows.way[place] !== WAY.out || exitKind[rows.to[place]!] === SHOP) continue;
      if (rows.amount[place]! < smallest) continue;
      share ??= timeAtLeast(rows, actor);
      const account = rows.from[place]!;
      const least = CONSTANTS.leftWhenPaid.cover * rows.amount[place]!;
      tried[account]! += 1;
      expected[account]! += share(least);
      const sum = receiptsBefore(rows, place).reduce((all, r) => all + rows.amount[r]!, 0);
      if (sum < least) continue;
      found[account]! += 1;
      const own = byAccount.get(account);
      if (own) own.push(place);
      else byAccount.set(account, [place]);
    }
  }
  return { found, tried, expected, rows: byAccount };
});

/** One-way receipts of the payer in the hours before a payment. */
function receiptsBefore(rows: MoneyRows, payment: number): number[] {
  const { receipts, at } = rows;
  const actor = rows.actorOf[rows.from[payment]!]!;
  const end = receipts.offsets[actor + 1]!;
  const since = at[payment]! - CONSTANTS.leftWhenPaid.hours * HOUR;
  let k = firstSince(rows, receipts.places, receipts.offsets[actor]!, end, since);
  const found: number[] = [];
  for (; k < end && at[receipts.places[k]!]! <= at[payment]!; k += 1)
    found.push(receipts.places[k]!);
  return found;
}

/**
 * Sum below which a quarter of the one-way receipts of the data lie: smaller payments say nothing.
 */
function lowerQuarter(rows: MoneyRows): number {
  const sums: number[] = [];
  for (let place = 0; place < rows.count; place += 1)
    if (rows.oneWay[place] === 1) sums.push(rows.amount[place]!);
  const sorted = Float64Array.from(sums).sort();
  return sorted[Math.floor(sorted.length * CONSTANTS.leftWhenPaid.smallestShare)] ?? 0;
}

/**
 * Share of the time held in which an actor's one-way receipts of the last hours add up to a sum.
 */
function timeAtLeast(rows: MoneyRows, actor: number): (sum: number) => number {
  const { receipts, at, amount } = rows;
  const lasts = CONSTANTS.leftWhenPaid.hours * HOUR;
  let heldTime = 0;
  const own = receipts.places.subarray(receipts.offsets[actor]!, receipts.offsets[actor + 1]!);
  const steps: { at: number; change: number }[] = [];
  for (const place of own) {
    heldTime = Math.max(heldTime, rows.heldTime[rows.to[place]!]!);
    steps.push({ at: at[place]!, change: amount[place]! });
    steps.push({ at: at[place]! + lasts, change: -amount[place]! });
  }
  steps.sort((a, b) => a.at - b.at || b.change - a.change);
  let level = 0;
  const levels = steps.map((step, index) => {
    level += step.change;
    return { level, lasts: (steps[index + 1]?.at ?? step.at) - step.at };
  });
  return (sum) => {
    let time = 0;
    for (const one of levels) if (one.level >= sum) time += one.lasts;
    return Math.min(1, time / heldTime);
  };
}
