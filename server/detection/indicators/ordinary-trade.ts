import { EXIT_KINDS } from "../../columns/columns.ts";
import { type Grouped, groupByOwner } from "../../columns/typed-arrays.ts";
import { DAY, HOUR } from "../../time/instant.ts";
import { firstSince, matchSingles } from "../network/matched-payments.ts";
import { type MoneyRows, WAY } from "../network/money-rows.ts";
import { CONSTANTS, WEEK_DAYS } from "../parameters.ts";
import { type Context, once } from "./context.ts";
import { moneyRows } from "./money-passed-on.ts";

const CASH = EXIT_KINDS.indexOf("cash") + 1;
/** Crypto, abroad and the rest: everything after cash and shops. */
const FIRST_AWAY = EXIT_KINDS.indexOf("crypto") + 1;

/**
 * How far an account's money looks like trade of its own, by account: 1 = not at all, 0 = wholly.
 * Four shapes, each with its own share. Payments to people that no receipts of theirs cover: lends,
 * buys, pays friends. Crypto or money abroad that its own money pays for: a migrant who sends home,
 * an investor. Cash paid in and paid on at once: a money changer. Dealings with strangers in nearly
 * every week: a seller, a taxi driver.
 */
export const notTrade = once((context): Float64Array => {
  const rows = moneyRows(context);
  const accounts = context.flow.accounts;
  const covered = ownMoneyOf(rows, accounts);
  const weeks = weeksOf(context, (place) => rows.oneWay[place] === 1);
  const cashPaidOn = cashPaidOnAtOnce(rows, accounts);
  const { twoWay, often, oftenFrom } = CONSTANTS.ordinaryTrade;
  return new Float64Array(accounts).map((_, account) => {
    const own = covered.paidOwn[account]!;
    const lent = own / Math.max(1, own + covered.received[account]!);
    const away = covered.ownAway[account]! / Math.max(2, covered.away[account]! + 1);
    const all = Math.min(1, Math.max(0, (weeks[account]! - oftenFrom) / (1 - oftenFrom)));
    return ((1 - twoWay * lent) * (1 - away) * (1 - often * all)) / (1 + cashPaidOn[account]!);
  });
});

function ownMoneyOf(rows: MoneyRows, accounts: number) {
  const { from, to, amount, oneWay, way } = rows;
  const { exitKind } = rows.columns.accounts;
  const paidOwn = new Float64Array(accounts);
  const received = new Float64Array(accounts);
  const away = new Float64Array(accounts);
  const ownAway = new Float64Array(accounts);
  for (let place = 0; place < rows.count; place += 1) {
    const payer = from[place]!;
    if (oneWay[place] === 1) {
      received[to[place]!]! += amount[place]!;
      if (!isCovered(rows, place)) paidOwn[payer]! += amount[place]!;
    } else if (way[place] === WAY.out && exitKind[to[place]!]! >= FIRST_AWAY) {
      away[payer]! += 1;
      if (!isCovered(rows, place)) ownAway[payer]! += 1;
    }
  }
  return { paidOwn, received, away, ownAway };
}

/** Receipts of the last three days make up most of the payment. */
function isCovered(rows: MoneyRows, payment: number): boolean {
  const { receipts, at, amount } = rows;
  const actor = rows.actorOf[rows.from[payment]!]!;
  const end = receipts.offsets[actor + 1]!;
  const { coverDays, coverShare } = CONSTANTS.ordinaryTrade;
  const since = at[payment]! - coverDays * DAY;
  const least = coverShare * amount[payment]!;
  let sum = 0;
  let k = firstSince(rows, receipts.places, receipts.offsets[actor]!, end, since);
  for (; k < end; k += 1) {
    const receipt = receipts.places[k]!;
    if (at[receipt]! >= at[payment]!) return false;
    sum += amount[receipt]!;
    if (sum >= least) return true;
  }
  return false;
}

/** Share of the weeks held in which an account had such rows. */
export function weeksOf(context: Context, isSo: (place: number) => boolean): Float64Array {
  const rows = moneyRows(context);
  const accounts = context.flow.accounts;
  const week = WEEK_DAYS * DAY;
  const midnight = Math.floor(rows.start / DAY) * DAY;
  const weeks = Math.floor((rows.start + rows.span - midnight) / week) + 1;
  const last = new Int32Array(accounts).fill(-1);
  const busy = new Float64Array(accounts);
  for (let place = 0; place < rows.count; place += 1) {
    if (!isSo(place)) continue;
    const now = Math.floor((rows.at[place]! - midnight) / week);
    for (const account of [rows.from[place]!, rows.to[place]!]) {
      if (last[account] === now) continue;
      last[account] = now;
      busy[account]! += 1;
    }
  }
  return busy.map((count, account) => {
    const held = context.held.account[account] === 1 ? rows.heldTime[account]! / rows.span : 1;
    return Math.min(1, count / Math.max(1, weeks * held));
  });
}

/** Payments to people of about a cash deposit within 36 hours before. */
function cashPaidOnAtOnce(rows: MoneyRows, accounts: number): Float64Array {
  const { exitKind } = rows.columns.accounts;
  const actor = (side: Int32Array) => side.map((account) => rows.actorOf[account]!);
  const byActor = (side: Int32Array, isWanted: (place: number) => boolean): Grouped =>
    groupByOwner(actor(side), rows.count, rows.actors, isWanted);
  const deposits = byActor(
    rows.to,
    (place) => rows.way[place] === WAY.in && exitKind[rows.from[place]!] === CASH,
  );
  const toPeople = byActor(rows.from, (place) => rows.oneWay[place] === 1);
  const window = CONSTANTS.matched.shortHours * HOUR;
  const found = matchSingles(rows, deposits, toPeople, window, CONSTANTS.ordinaryTrade.cashBand);
  const count = new Float64Array(accounts);
  for (const { paid } of found.all) count[rows.from[paid]!]! += 1;
  return count;
}
