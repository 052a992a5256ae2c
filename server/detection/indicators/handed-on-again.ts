import { CONSTANTS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";
import { once } from "./context.ts";
import { hoursOf, inOrder, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { columnRows, moneyRows, oneWayReceipts, passedOn } from "./money-passed-on.ts";
import { notTrade } from "./ordinary-trade.ts";

/**
 * The same money passed on twice: an account passes a receipt on, and whoever got it passes it on
 * again. A shopper's seller and a worker keep what they are paid. Counted for the giver and for the
 * recipient, each against what everybody's passed-on payments show.
 */
export const handedOnAgain: Indicator = {
  family: "flow",
  parameters: CONSTANTS.again,
  points: once((context) => {
    const { handed, given, againIn, againOut } = counts(context);
    const receipts = oneWayReceipts(context);
    const own = notTrade(context);
    const [inRate, outRate] = [usualShare(againIn, handed), usualShare(againOut, given)];
    const { seldom, base, receiptsForBase } = CONSTANTS.again;
    return new Float64Array(receipts.length).map((_, account) => {
      const known = seldom * (1 - Math.exp(-receipts[account]! / receiptsForBase)) + base;
      const asRecipient = poissonPoints(againIn[account]!, inRate * handed[account]! + known);
      const asGiver = poissonPoints(againOut[account]!, outRate * given[account]! + seldom);
      return (asRecipient + asGiver) * own[account]!;
    });
  }),
  explain: (context, account) => {
    const best = firstWays(context).get(account);
    if (!best) return undefined;
    const rows = moneyRows(context);
    const found = inOrder(columnRows(rows, best));
    return {
      code: "passed-again",
      params: {
        hours: hoursOf(rows.columns, found),
        ...sumOf(rows.columns, columnRows(rows, best.slice(0, 1))),
      },
      rows: found,
    };
  },
};

/** The first way of an account along which money was passed on twice: places of the money rows. */
const firstWays = once((context): ReadonlyMap<number, readonly [number, number, number]> => {
  const rows = moneyRows(context);
  const { all } = passedOn(context).long;
  const next = new Map(all.map(({ received, paid }) => [received, paid] as const));
  const ways = new Map<number, readonly [number, number, number]>();
  for (const { received, paid } of all) {
    const after = next.get(paid);
    if (after === undefined) continue;
    for (const account of [rows.from[paid]!, rows.to[paid]!])
      if (!ways.has(account)) ways.set(account, [received, paid, after]);
  }
  return ways;
});

const counts = once((context) => {
  const rows = moneyRows(context);
  const { long } = passedOn(context);
  const accounts = context.flow.accounts;
  const handed = new Float64Array(accounts);
  const given = new Float64Array(accounts);
  const againIn = new Float64Array(accounts);
  const againOut = new Float64Array(accounts);
  for (const { paid } of long.all) {
    if (rows.oneWay[paid] === 0) continue;
    const [giver, recipient] = [rows.from[paid]!, rows.to[paid]!];
    handed[recipient]! += 1;
    given[giver]! += 1;
    if (long.received[paid] === 0) continue;
    againIn[recipient]! += 1;
    againOut[giver]! += 1;
  }
  return { handed, given, againIn, againOut };
});

/** Share of passed-on payments that are passed on again, without the accounts that do so most. */
function usualShare(again: Float64Array, all: Float64Array): number {
  const { leastShare, mostShare, withoutTop } = CONSTANTS.again;
  const values = again.filter((_, account) => all[account]! > 0).sort();
  const bound = Math.max(1, values[Math.floor((values.length - 1) * (1 - withoutTop))] ?? 1);
  let [sum, chances] = [0, 0];
  for (let account = 0; account < all.length; account += 1) {
    if (all[account]! === 0 || again[account]! > bound) continue;
    sum += again[account]!;
    chances += all[account]!;
  }
  return Math.min(mostShare, Math.max(leastShare, chances > 0 ? sum / chances : 0));
}
