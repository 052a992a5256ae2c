import { firstNotBelow, floatsOf, type Grouped } from "../../columns/typed-arrays.ts";
import { DAY, HOUR, MINUTE } from "../../time/instant.ts";
import type { Match, Matches } from "../network/matched-payments.ts";
import { type MoneyRows, WAY } from "../network/money-rows.ts";
import { CONSTANTS } from "../parameters.ts";
import { addAll, type Context, once, raise } from "./context.ts";
import { inOrder, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import {
  beyondEverybody,
  columnRows,
  matchesByAccount,
  moneyRows,
  oneWayReceipts,
  passedOn,
  passingRelations,
  placesByAccount,
} from "./money-passed-on.ts";
import { notTrade } from "./ordinary-trade.ts";

/**
 * One payment of 85–99.85 % of one receipt, within 36 hours or four and a half days, counted over
 * the whole time. That is what a person does who passes other people's money on and keeps a reward.
 * Against everybody's rate a receipt and the chance that lies in the account's own sums at any
 * times. A larger receipt counts more. A payment to a person who keeps the money counts less (a
 * seller, a worker who is paid). Who does so all through the year counts less than who did it in
 * one fortnight.
 */
export const matchedPayment: Indicator = {
  family: "hand-on",
  parameters: CONSTANTS.matched,
  points: once((context) => {
    const { short, long } = passedOn(context);
    const { shortHours, longHours } = CONSTANTS.matched;
    const soon = pointsWithin(context, short, shortHours * HOUR);
    const later = pointsWithin(context, long, longHours * HOUR);
    const once_ = inOneTime(context, long);
    return soon.map((value, account) => Math.max(value, later[account]!) * once_[account]!);
  }),
  explain: (context, account) => {
    const rows = moneyRows(context);
    const matches = passedOn(context).long.all;
    const own = (byAccount(context).get(account) ?? []).map((index) => matches[index] as Match);
    if (own.length === 0) return undefined;
    const received = columnRows(
      rows,
      own.map((match) => match.received),
    );
    const paid = columnRows(
      rows,
      own.map((match) => match.paid),
    );
    const waits = own
      .map((match) => rows.at[match.paid]! - rows.at[match.received]!)
      .sort((a, b) => a - b);
    const total = (list: readonly number[]) =>
      list.reduce((sum, row) => sum + (rows.columns.amount[row] as bigint), 0n);
    const payers = new Set(own.map((match) => rows.from[match.received]!));
    return {
      code: "handed-on",
      params: {
        times: own.length,
        receipts: received.length,
        of: Math.max(received.length, oneWayReceipts(context)[account]!),
        people: payers.size,
        hours: notLessThan(waits[Math.floor(waits.length / 2)] as number),
        percent: Number((total(paid) * 100n) / total(received)),
        ...sumOf(rows.columns, received),
      },
      rows: inOrder([...received, ...paid]),
    };
  },
  carry: (context, into) => {
    const rows = moneyRows(context);
    const points = matchedPayment.points(context);
    const passing = passingRelations(context);
    const carried = new Float64Array(into.length);
    for (const { received, paid } of passedOn(context).long.all) {
      const value = Math.min(CONSTANTS.matched.mostCarried, points[rows.from[paid]!]!);
      for (const place of [received, paid]) {
        const relation = context.relationOfRow[rows.row[place]!]!;
        if (relation !== -1 && passing[relation] === 1) raise(carried, relation, value);
      }
    }
    addAll(into, carried);
  },
};

/** Hours, rounded up to what a sentence shows: minutes, of two days and more whole hours. */
function notLessThan(milliseconds: number): number {
  const unit = milliseconds < 2 * DAY ? MINUTE : HOUR;
  return (Math.ceil(milliseconds / unit) * unit) / HOUR;
}

const byAccount = once((context) => matchesByAccount(context, passedOn(context).long));

/** Matches found by account, each weighed, times how far the account's money is no trade. */
function weighed(context: Context, matches: Matches): Float64Array {
  const rows = moneyRows(context);
  const { again } = passedOn(context);
  const rarity = rarityOfSums(context);
  const { leastWeight, mostWeight, baseWeight, kept } = CONSTANTS.matched;
  const found = new Float64Array(context.flow.accounts);
  for (const { received, paid } of matches.all) {
    const size = baseWeight + rarity(rows.amount[received]!);
    // Whether a stub kept the money nobody knows.
    const goesOn =
      rows.way[paid] === WAY.out || again[paid] === 1 || context.held.account[rows.to[paid]!] === 0;
    const weight = Math.min(mostWeight, Math.max(leastWeight, size)) * (goesOn ? 1 : kept);
    found[rows.from[paid]!]! += weight;
    if (rows.to[received] !== rows.from[paid]) found[rows.to[received]!]! += weight;
  }
  const own = notTrade(context);
  return found.map((value, account) => value * own[account]!);
}

function pointsWithin(context: Context, matches: Matches, window: number): Float64Array {
  const found = weighed(context, matches);
  const receipts = oneWayReceipts(context);
  const chances = found.map((value, account) => Math.max(receipts[account]!, value > 0 ? 1 : 0));
  const { ownChance, floor } = CONSTANTS.matched;
  const { heldTime } = moneyRows(context);
  const expected = likeSums(context).map(
    (pairs, account) => ((pairs * window) / heldTime[account]!) * ownChance,
  );
  return beyondEverybody(found, chances, floor, expected);
}

/** −log10 of the share of payments between people that are at least so large. */
const rarityOfSums = once((context): ((amount: number) => number) => {
  const rows = moneyRows(context);
  const { relations } = context;
  const isPerson = (account: number) => rows.firm[account] === 0 && relations.hub[account] === 0;
  const sums: number[] = [];
  for (let place = 0; place < rows.count; place += 1) {
    if (rows.way[place] !== WAY.between) continue;
    if (isPerson(rows.from[place]!) && isPerson(rows.to[place]!)) sums.push(rows.amount[place]!);
  }
  const sorted = Float64Array.from(sums).sort();
  const count = Math.max(1, sorted.length);
  return (amount) => -Math.log10(Math.max(1 - firstNotBelow(sorted, amount) / count, 1 / count));
});

/** Pairs of a receipt and a payment of like sum at any times, by account. */
const likeSums = once((context): Float64Array => {
  const rows = moneyRows(context);
  const receipts = placesByAccount(rows, rows.to, (place) => rows.oneWay[place] === 1);
  const payments = placesByAccount(
    rows,
    rows.from,
    (place) => rows.way[place] === WAY.between || rows.way[place] === WAY.out,
  );
  return floatsOf(context.flow.accounts, (account) =>
    receipts.offsets[account] === receipts.offsets[account + 1]
      ? 0
      : pairsInBand(rows, receipts, payments, account),
  );
});

function pairsInBand(
  rows: MoneyRows,
  receipts: Grouped,
  payments: Grouped,
  account: number,
): number {
  const begin = payments.offsets[account]!;
  const count = payments.offsets[account + 1]! - begin;
  if (count === 0) return 0;
  const sums = floatsOf(count, (at) => rows.amount[payments.places[begin + at]!]!).sort();
  const { least, most } = CONSTANTS.matched.single;
  let found = 0;
  for (let i = receipts.offsets[account]!; i < receipts.offsets[account + 1]!; i += 1) {
    const sum = rows.amount[receipts.places[i]!]!;
    found += firstNotBelow(sums, most * sum) - firstNotBelow(sums, least * sum);
  }
  return found;
}

/**
 * 1 where most of an account's matches fall into one fortnight, less where they are spread over the
 * whole time. Droppers are used for days and weeks; agents and shoppers work all year.
 */
function inOneTime(context: Context, matches: Matches): Float64Array {
  const rows = moneyRows(context);
  const { timeDays, spreadFrom, spreadTo, spread } = CONSTANTS.matched;
  const factor = new Float64Array(context.flow.accounts).fill(1);
  for (const [account, own] of matchesByAccount(context, matches)) {
    const times = own
      .map((index) => rows.at[(matches.all[index] as Match).received]!)
      .sort((a, b) => a - b);
    let [most, low] = [0, 0];
    times.forEach((time, high) => {
      while (times[low]! < time - timeDays * DAY) low += 1;
      most = Math.max(most, high - low + 1);
    });
    const outside = (spreadFrom - most / times.length) / (spreadFrom - spreadTo);
    factor[account] = 1 - spread * Math.min(1, Math.max(0, outside));
  }
  return factor;
}
