import { groupByOwner } from "../../columns/typed-arrays.ts";
import { HOUR } from "../../time/instant.ts";
import {
  firstSince,
  type Match,
  type Matches,
  matchGroups,
  matchSingles,
  type Occasion,
  ownMoves,
} from "../network/matched-payments.ts";
import { type MoneyRows, moneyRowsOf } from "../network/money-rows.ts";
import { CONSTANTS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";
import { type Context, once } from "./context.ts";

/** The rows of the run by actor. */
export const moneyRows = once(
  ({ columns, all, relations, relationOfRow, held }): MoneyRows =>
    moneyRowsOf(columns, all, relations, relationOfRow, held),
);

/** Receipts from one-way counterparties and the payments that passed their money on. */
export interface PassedOn {
  /** Matched within the shorter and the longer window. */
  readonly short: Matches;
  readonly long: Matches;
  readonly occasions: readonly Occasion[];
  /** 1 = the row's recipient passed the money on in its turn, by place. */
  readonly again: Uint8Array;
}

export const passedOn = once((context): PassedOn => {
  const rows = moneyRows(context);
  const { receipts, payments } = rows;
  const { shortHours, longHours, groupHours, single, group } = CONSTANTS.matched;
  const own = ownMoves(rows);
  const short = matchSingles(rows, receipts, payments, shortHours * HOUR, single, own);
  const long = matchSingles(rows, receipts, payments, longHours * HOUR, single, own);
  const loose = matchSingles(rows, receipts, payments, shortHours * HOUR, single);
  const occasions = matchGroups(rows, groupHours * HOUR, group, loose);
  const again = long.received.slice();
  for (const occasion of occasions) for (const place of occasion.received) again[place] = 1;
  return { short, long, occasions, again };
});

/**
 * Relations that mostly pass money on, 1 by relation: more than half of their one-way rows are
 * matched receipts or payments. Whoever is also paid when nothing came in is an acquaintance.
 */
export const passingRelations = once((context): Uint8Array => {
  const rows = moneyRows(context);
  const { long, occasions } = passedOn(context);
  const part = new Uint8Array(rows.count);
  for (const { received, paid } of [...long.all.map(asLists), ...occasions])
    for (const place of [...received, ...paid]) part[place] = 1;
  const balance = new Int32Array(context.relations.count);
  for (let place = 0; place < rows.count; place += 1) {
    const relation = context.relationOfRow[rows.row[place]!]!;
    if (relation !== -1) balance[relation]! += part[place] === 1 ? 1 : -1;
  }
  return Uint8Array.from(balance, (value) => (value > 0 ? 1 : 0));
});

function asLists({ received, paid }: Match): { received: number[]; paid: number[] } {
  return { received: [received], paid: [paid] };
}

/**
 * How far money moves on at once in this data, 0..1, read off without labels. Receipts with a
 * payment of about their sum within 36 hours after them are held against such payments before them.
 * Where both are as many, payments of like sums are chance and the shape of the network must speak.
 * Where money moves on, shapes mislead: presents, pay days and collections have them too. Of the
 * difference one standard error is taken off, so that few receipts decide nothing.
 */
export interface MovesOn {
  readonly weight: number;
  /** Receipts with such a payment after them, before them. */
  readonly after: number;
  readonly before: number;
}

export const movesOn = once((context): MovesOn => {
  const rows = moneyRows(context);
  const { at, receipts, payments } = rows;
  const window = CONSTANTS.matched.shortHours * HOUR;
  let [after, before] = [0, 0];
  for (let actor = 0; actor < rows.actors; actor += 1) {
    const [begin, end] = [payments.offsets[actor]!, payments.offsets[actor + 1]!];
    if (begin === end) continue;
    for (let i = receipts.offsets[actor]!; i < receipts.offsets[actor + 1]!; i += 1) {
      const r = receipts.places[i]!;
      const now = at[r]!;
      if (hasLikePayment(rows, actor, r, now, now + window)) after += 1;
      if (hasLikePayment(rows, actor, r, now - window, now)) before += 1;
    }
  }
  const { from, full, standardErrors } = CONSTANTS.movesOn;
  const beyond = after - before - standardErrors * Math.sqrt(after + before);
  const share = after > 0 ? beyond / after : 0;
  return { weight: Math.min(1, Math.max(0, (share - from) / (full - from))), after, before };
});

function hasLikePayment(
  rows: MoneyRows,
  actor: number,
  receipt: number,
  from: number,
  until: number,
): boolean {
  const { at, amount, payments } = rows;
  const end = payments.offsets[actor + 1]!;
  const low = firstSince(rows, payments.places, payments.offsets[actor]!, end, from);
  const { least, most } = CONSTANTS.matched.single;
  for (let j = low; j < end && at[payments.places[j]!]! <= until; j += 1) {
    const ratio = amount[payments.places[j]!]! / amount[receipt]!;
    if (ratio >= least && ratio <= most) return true;
  }
  return false;
}

/** One-way receipts of each held account. */
export const oneWayReceipts = once((context): Float64Array => {
  const rows = moneyRows(context);
  const count = new Float64Array(context.flow.accounts);
  for (const place of rows.receipts.places) count[rows.to[place]!]! += 1;
  return count;
});

/**
 * What is found on an account against what everybody shows: the Poisson tail of `found`, linear
 * between whole numbers. The mean is the rate of all accounts with at most one find times
 * `chances`, plus `floor`, plus the account's own `expected`.
 */
export function beyondEverybody(
  found: Float64Array,
  chances: Float64Array,
  floor: number,
  expected?: Float64Array,
): Float64Array {
  const rate = usualRate(found, chances);
  return found.map((value, account) =>
    poissonBetween(rate * chances[account]! + floor + (expected ? expected[account]! : 0), value),
  );
}

/** Finds a chance among accounts with at most one. */
export function usualRate(found: Float64Array, chances: Float64Array): number {
  let [sum, all] = [0, 0];
  for (let account = 0; account < found.length; account += 1) {
    if (chances[account]! <= 0 || found[account]! > 1) continue;
    sum += found[account]!;
    all += chances[account]!;
  }
  return all > 0 ? sum / all : 0;
}

function poissonBetween(mean: number, count: number): number {
  if (count <= 0) return 0;
  const whole = Math.floor(count);
  const low = poissonPoints(whole, mean);
  return count === whole ? low : low + (poissonPoints(whole + 1, mean) - low) * (count - whole);
}

/** Rows of the columns behind places of the money rows. */
export function columnRows(rows: MoneyRows, places: Iterable<number>): number[] {
  return Array.from(places, (place) => rows.row[place]!);
}

/**
 * Matches of each account: by the account that paid, and by the one that received where another.
 */
export function matchesByAccount(context: Context, matches: Matches): Map<number, number[]> {
  const rows = moneyRows(context);
  const found = new Map<number, number[]>();
  const note = (account: number, match: number) => {
    const own = found.get(account);
    if (own) own.push(match);
    else found.set(account, [match]);
  };
  matches.all.forEach(({ received, paid }, index) => {
    note(rows.from[paid]!, index);
    if (rows.to[received] !== rows.from[paid]) note(rows.to[received]!, index);
  });
  return found;
}

/** Rows by account, of the side `owner` names. */
export function placesByAccount(
  rows: MoneyRows,
  owner: Int32Array,
  isWanted: (place: number) => boolean,
) {
  return groupByOwner(owner, rows.count, rows.columns.accounts.length, isWanted);
}
