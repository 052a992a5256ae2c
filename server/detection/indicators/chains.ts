import { firstNotBelow, type Grouped, groupByOwner } from "../../columns/typed-arrays.ts";
import { DAY, HOUR } from "../../time/instant.ts";
import type { Flow } from "../network/flow.ts";
import { calibrate } from "../network/peer-groups.ts";
import type { Relations } from "../network/relations.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { chanceLevel } from "./chance.ts";
import { addAll, type Context, once, raise } from "./context.ts";
import { hoursOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Money that moves from stranger to stranger: a way of stranger transfers, each within a week after
 * the one before. Every step is as surprising as its short wait is unlikely at the payer's own rate
 * of stranger receipts (exponential waiting, the peers' mean rate added). It is more so where about
 * the same sum goes on. The most surprising way through each transfer is found by dynamic
 * programming over transfers in time order, the second-order graph of FaSTMAN (arXiv 2309.13662).
 * It is calibrated on peers, because the best of many ways is never a fair sample.
 */
export interface Chains {
  readonly points: Float64Array;
  /** The best way through the account: positions in the flow, in time order. */
  readonly way: (account: number) => readonly number[];
  /**
   * True when the account received in its best way and paid on no more than twice as much: not
   * where the money set out.
   */
  readonly passedOn: (account: number) => boolean;
}

const HOURS_A_DAY = DAY / HOUR;

/** The best ways to and from each transfer of the flow, by their surprise. */
interface Ways {
  readonly before: Float64Array;
  readonly cameFrom: Int32Array;
  readonly after: Float64Array;
  readonly goesTo: Int32Array;
}

export const chainsOf = once((context): Chains => {
  const { flow, strangers, peers } = context;
  const ways = bestWays(context);
  const raw = new Float64Array(flow.accounts);
  const best = new Int32Array(flow.accounts).fill(-1);
  for (let at = 0; at < flow.count; at += 1) {
    const total = ways.before[at]! + ways.after[at]!;
    for (const account of [flow.from[at]!, flow.to[at]!]) {
      if (total <= raw[account]!) continue;
      raw[account] = total;
      best[account] = at;
    }
  }
  const usual = chanceLevel(
    [...raw].filter((value) => value > 0),
    peers.active.length,
  );
  const points = calibrate(
    raw.map((value) => Math.max(0, value - usual)),
    peers,
  );
  for (const account of peers.active) points[account] = points[account]! * strangers.weight;
  const way = (account: number) => wayThrough(ways, best[account]!);
  return { points, way, passedOn: (account) => passesOn(flow, way(account), account) };
});

function wayThrough({ cameFrom, goesTo }: Ways, middle: number): number[] {
  if (middle === -1) return [];
  const found = [middle];
  for (let at = cameFrom[middle]!; at !== -1; at = cameFrom[at]!) found.unshift(at);
  for (let at = goesTo[middle]!; at !== -1; at = goesTo[at]!) found.push(at);
  return found;
}

function passesOn(flow: Flow, way: readonly number[], account: number): boolean {
  return way.some((at, place) => {
    const next = way[place + 1];
    if (next === undefined || flow.to[at] !== account) return false;
    return flow.amount[at]! >= CONSTANTS.chains.covered * flow.amount[next]!;
  });
}

/** Dynamic programming over transfers in time order, then back. */
function bestWays({ flow, relations, peers }: Context): Ways {
  const taking = briefReceipts(flow, relations);
  const receipts = (account: number) => taking.offsets[account + 1]! - taking.offsets[account]!;
  const meanRate = taking.places.length / Math.max(1, peers.active.length) / flow.span;
  const alike = ratioGain(flow, relations);
  const leastWait = CONSTANTS.chains.leastWaitHours / HOURS_A_DAY;
  const gain = (from: number, to: number): number => {
    const via = flow.to[from]!;
    const wait = Math.max(leastWait, flow.day[to]! - flow.day[from]!);
    const rate = (receipts(via) - 1) / flow.span + meanRate;
    return -Math.log10(1 - Math.exp(-rate * wait)) + alike(from, to);
  };
  const before = new Float64Array(flow.count);
  const cameFrom = new Int32Array(flow.count).fill(-1);
  const after = new Float64Array(flow.count);
  const goesTo = new Int32Array(flow.count).fill(-1);
  const steps: [number, number, number][] = [];
  for (let next = 0; next < flow.count; next += 1) {
    if (relations.brief[flow.relation[next]!] === 0) continue;
    const via = flow.from[next]!;
    const first = taking.offsets[via]!;
    const low = firstNotBelow(taking.places, next, first, taking.offsets[via + 1]!);
    const stop = Math.max(first, low - CONSTANTS.chains.lookBack);
    for (let at = low - 1; at >= stop; at -= 1) {
      const from = taking.places[at]!;
      if (flow.day[next]! - flow.day[from]! > PARAMETERS.flowDays) break;
      const value = gain(from, next);
      if (value <= 0) continue;
      steps.push([from, next, value]);
      const total = before[from]! + value;
      if (total <= before[next]!) continue;
      before[next] = total;
      cameFrom[next] = from;
    }
  }
  // Backwards: a step's target is complete before the step is looked at when steps are taken last
  // first.
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const [from, next, value] = steps[at] as [number, number, number];
    const total = after[next]! + value;
    if (total <= after[from]!) continue;
    after[from] = total;
    goesTo[from] = next;
  }
  return { before, cameFrom, after, goesTo };
}

/** Transfers on brief relations by their payee, in time order. */
function briefReceipts(flow: Flow, relations: Relations): Grouped {
  const isBrief = (at: number) => relations.brief[flow.relation[at]!] === 1;
  return groupByOwner(flow.to, flow.count, flow.accounts, isBrief);
}

/**
 * What it adds that the next sum is 80 to 102 % of the one before: −log10 of how often that is so
 * among stranger relations at large.
 */
function ratioGain(flow: Flow, relations: Relations): (from: number, to: number) => number {
  const { pairs, stride, offset, mostForRatio } = CONSTANTS.chains;
  const amounts: number[] = [];
  for (let at = 0; at < flow.count; at += 1) {
    if (relations.brief[flow.relation[at]!] === 1) amounts.push(flow.amount[at]!);
  }
  let inside = 0;
  const tries = Math.min(pairs, amounts.length);
  // A fixed stride pairs each amount with a far one: the same pairs every time.
  for (let at = 0; at < tries; at += 1) {
    const other = amounts[(at * stride + offset) % amounts.length] as number;
    if (isAlike(amounts[at] as number, other)) inside += 1;
  }
  const usual = (inside + 1) / (tries + 1);
  return (from, to) =>
    isAlike(flow.amount[from]!, flow.amount[to]!) ? Math.min(mostForRatio, -Math.log10(usual)) : 0;
}

function isAlike(received: number, paid: number): boolean {
  const ratio = paid / received;
  return ratio >= PARAMETERS.flowRatio[0] && ratio <= PARAMETERS.flowRatio[1];
}

export const chains: Indicator = {
  family: "flow",
  parameters: {
    ...CONSTANTS.chains,
    longestWaitDays: PARAMETERS.flowDays,
    ratio: PARAMETERS.flowRatio,
  },
  points: (context) => chainsOf(context).points,
  explain: (context, account) => {
    const way = chainsOf(context).way(account);
    const rows = way.map((at) => context.flow.row[at]!);
    return {
      code: "chain",
      params: { accounts: way.length + 1, hours: hoursOf(context.columns, rows) },
      rows,
    };
  },
  carry: (context, into) => {
    const chain = chainsOf(context);
    const carried = new Float64Array(into.length);
    for (const account of context.peers.active) {
      const points = chain.points[account]!;
      if (points < CONSTANTS.chains.leastCarried) continue;
      // A fault of droppers@3, kept so that its runs can be repeated: the way holds transfers, not
      // relations (`flow.relation` of each was meant).
      for (const at of chain.way(account)) raise(carried, at, points);
    }
    addAll(into, carried);
  },
};
