import { calibrate, type Peers } from "../network/peer-groups.ts";
import type { Flow, Relations } from "../network/relations.ts";
import type { Strangers } from "../network/strangers.ts";
import { PARAMETERS } from "../parameters.ts";
import { chanceLevel } from "./chance.ts";

/**
 * Money handed on from stranger to stranger: a way of stranger transfers, each within a week after
 * the one before. Every step is as surprising as its short wait is unlikely at the payer's own rate
 * of stranger receipts (exponential waiting, the peers' mean rate added), more so where about the
 * same sum goes on. The most surprising way through each transfer is found by dynamic programming
 * over transfers in time order, the second-order graph of FaSTMAN (arXiv 2309.13662); calibrated on
 * peers, because the best of many ways is never a fair sample.
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

const LONGEST_WAIT = 7;
/** Instants are rarely exact to the hour between banks. */
const LEAST_WAIT = 1 / 24;
const LOOK_BACK = 40;
/** Share of a payment that the receipt before it must cover to call it handed on. */
const COVERED = 0.5;

export function chains(
  flow: Flow,
  relations: Relations,
  strangers: Strangers,
  peers: Peers,
): Chains {
  const taking = briefRows(flow, relations, flow.to);
  const receipts = (account: number) =>
    (taking.offsets[account + 1] as number) - (taking.offsets[account] as number);
  const meanRate = taking.count / Math.max(1, peers.active.length) / flow.span;
  const alike = ratioGain(flow, relations);
  const gain = (from: number, to: number): number => {
    const via = flow.to[from] as number;
    const wait = Math.max(LEAST_WAIT, (flow.day[to] as number) - (flow.day[from] as number));
    const rate = (receipts(via) - 1) / flow.span + meanRate;
    return -Math.log10(1 - Math.exp(-rate * wait)) + alike(from, to);
  };
  const before = new Float64Array(flow.count);
  const cameFrom = new Int32Array(flow.count).fill(-1);
  const after = new Float64Array(flow.count);
  const goesTo = new Int32Array(flow.count).fill(-1);
  const steps: [number, number, number][] = [];
  for (let next = 0; next < flow.count; next += 1) {
    if (relations.brief[flow.relation[next] as number] === 0) continue;
    const via = flow.from[next] as number;
    let low = taking.offsets[via] as number;
    let high = taking.offsets[via + 1] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((taking.rows[middle] as number) < next) low = middle + 1;
      else high = middle;
    }
    const stop = Math.max(taking.offsets[via] as number, low - LOOK_BACK);
    for (let at = low - 1; at >= stop; at -= 1) {
      const from = taking.rows[at] as number;
      if ((flow.day[next] as number) - (flow.day[from] as number) > LONGEST_WAIT) break;
      const value = gain(from, next);
      if (value <= 0) continue;
      steps.push([from, next, value]);
      const total = (before[from] as number) + value;
      if (total <= (before[next] as number)) continue;
      before[next] = total;
      cameFrom[next] = from;
    }
  }
  // Backwards: a step's target is complete before the step is looked at when steps are taken last
  // first.
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const [from, next, value] = steps[at] as [number, number, number];
    const total = (after[next] as number) + value;
    if (total <= (after[from] as number)) continue;
    after[from] = total;
    goesTo[from] = next;
  }
  const raw = new Float64Array(flow.accounts);
  const best = new Int32Array(flow.accounts).fill(-1);
  for (let at = 0; at < flow.count; at += 1) {
    const total = (before[at] as number) + (after[at] as number);
    for (const account of [flow.from[at] as number, flow.to[at] as number]) {
      if (total <= (raw[account] as number)) continue;
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
  for (const account of peers.active)
    points[account] = (points[account] as number) * strangers.weight;
  const way = (account: number): number[] => {
    const middle = best[account] as number;
    if (middle === -1) return [];
    const found = [middle];
    for (let at = cameFrom[middle] as number; at !== -1; at = cameFrom[at] as number)
      found.unshift(at);
    for (let at = goesTo[middle] as number; at !== -1; at = goesTo[at] as number) found.push(at);
    return found;
  };
  const passedOn = (account: number) => {
    const found = way(account);
    return found.some((at, place) => {
      const next = found[place + 1];
      if (next === undefined || flow.to[at] !== account) return false;
      return (flow.amount[at] as number) >= COVERED * (flow.amount[next] as number);
    });
  };
  return { points, way, passedOn };
}

/** Rows of the flow on brief relations by their payee, in time order. */
function briefRows(
  flow: Flow,
  relations: Relations,
  side: Int32Array,
): { offsets: Int32Array; rows: Int32Array; count: number } {
  const offsets = new Int32Array(flow.accounts + 1);
  let count = 0;
  for (let at = 0; at < flow.count; at += 1) {
    if (relations.brief[flow.relation[at] as number] === 0) continue;
    const account = side[at] as number;
    offsets[account + 1] = (offsets[account + 1] as number) + 1;
    count += 1;
  }
  for (let at = 0; at < flow.accounts; at += 1)
    offsets[at + 1] = (offsets[at + 1] as number) + (offsets[at] as number);
  const rows = new Int32Array(count);
  const next = offsets.slice();
  for (let at = 0; at < flow.count; at += 1) {
    if (relations.brief[flow.relation[at] as number] === 0) continue;
    const account = side[at] as number;
    rows[next[account] as number] = at;
    next[account] = (next[account] as number) + 1;
  }
  return { offsets, rows, count };
}

/**
 * What it adds that the next sum is 80 to 102 % of the one before: −log10 of how often that is so
 * among stranger relations at large.
 */
function ratioGain(flow: Flow, relations: Relations): (from: number, to: number) => number {
  const amounts: number[] = [];
  for (let at = 0; at < flow.count; at += 1) {
    if (relations.brief[flow.relation[at] as number] === 1) amounts.push(flow.amount[at] as number);
  }
  let inside = 0;
  const tries = Math.min(50_000, amounts.length);
  // A fixed stride pairs each amount with a far one: the same pairs every time.
  for (let at = 0; at < tries; at += 1) {
    const other = amounts[(at * 7_919 + 13) % amounts.length] as number;
    if (isAlike(amounts[at] as number, other)) inside += 1;
  }
  const usual = (inside + 1) / (tries + 1);
  return (from, to) =>
    isAlike(flow.amount[from] as number, flow.amount[to] as number)
      ? Math.min(2, -Math.log10(usual))
      : 0;
}

function isAlike(received: number, paid: number): boolean {
  const ratio = paid / received;
  return ratio >= PARAMETERS.flowRatio[0] && ratio <= PARAMETERS.flowRatio[1];
}
