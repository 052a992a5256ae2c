import { chanceLevel } from "../chance.ts";
import { PARAMETERS } from "../parameters.ts";
import { calibrate, type Peers } from "../peers.ts";
import type { Flow, Relations } from "../relations.ts";
import type { Strangers } from "../strangers.ts";

/**
 * Money handed on from stranger to stranger: a way of stranger transfers, each within a week after the one before. Every step is as
 * surprising as its short wait is unlikely at the payer's own rate of stranger receipts (exponential waiting, the peers' mean rate added), more so
 * where about the same sum goes on. The most surprising way through each transfer is found by dynamic programming over transfers in time order, the
 * second-order graph of FaSTMAN (arXiv 2309.13662); calibrated on peers, because the best of many ways is never a fair sample.
 */
export interface Chains {
  readonly points: Float64Array;
  /** Relations of the best way through the account, in time order. */
  readonly way: (account: number) => readonly number[];
}

const LONGEST_WAIT = 7;
/** Instants are rarely exact to the hour between banks. */
const LEAST_WAIT = 1 / 24;
const LOOK_BACK = 40;

export function chains(flow: Flow, relations: Relations, strangers: Strangers, peers: Peers): Chains {
  const { offsets, relation, incoming, day } = strangers;
  const order: number[] = [];
  for (let at = 0; at < flow.count; at += 1) {
    const index = flow.relation[at] as number;
    if (relations.stranger[index] === 1 && relations.first[index] === flow.day[at] && order.at(-1) !== index)
      order.push(index);
  }
  const meanRate = strangers.count / Math.max(1, peers.active.length) / flow.span;
  const receipts = new Float64Array(flow.accounts);
  for (let account = 0; account < flow.accounts; account += 1) {
    for (let at = offsets[account] as number; at < (offsets[account + 1] as number); at += 1) {
      if (incoming[at] === 1) receipts[account] = (receipts[account] as number) + 1;
    }
  }
  const alike = ratioGain(relations);
  const gain = (from: number, to: number): number => {
    const via = relations.to[from] as number;
    const wait = Math.max(LEAST_WAIT, (relations.first[to] as number) - (relations.first[from] as number));
    const rate = ((receipts[via] as number) - 1) / flow.span + meanRate;
    return -Math.log10(1 - Math.exp(-rate * wait)) + alike(from, to);
  };
  const before = new Float64Array(relations.count);
  const cameFrom = new Int32Array(relations.count).fill(-1);
  const after = new Float64Array(relations.count);
  const goesTo = new Int32Array(relations.count).fill(-1);
  const steps: [number, number, number][] = [];
  for (const next of order) {
    const via = relations.from[next] as number;
    const begin = relations.first[next] as number;
    let low = offsets[via] as number;
    let high = offsets[via + 1] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((day[middle] as number) < begin) low = middle + 1;
      else high = middle;
    }
    let seen = 0;
    for (let at = low - 1; at >= (offsets[via] as number) && seen < LOOK_BACK; at -= 1) {
      if (begin - (day[at] as number) > LONGEST_WAIT) break;
      if (incoming[at] === 0) continue;
      seen += 1;
      const from = relation[at] as number;
      const value = gain(from, next);
      if (value <= 0) continue;
      steps.push([from, next, value]);
      const total = (before[from] as number) + value;
      if (total <= (before[next] as number)) continue;
      before[next] = total;
      cameFrom[next] = from;
    }
  }
  // Backwards: a step's target is complete before the step is looked at when steps are taken last first.
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const [from, next, value] = steps[at] as [number, number, number];
    const total = (after[next] as number) + value;
    if (total <= (after[from] as number)) continue;
    after[from] = total;
    goesTo[from] = next;
  }
  const raw = new Float64Array(flow.accounts);
  const best = new Int32Array(flow.accounts).fill(-1);
  for (const index of order) {
    const total = (before[index] as number) + (after[index] as number);
    for (const account of [relations.from[index] as number, relations.to[index] as number]) {
      if (total <= (raw[account] as number)) continue;
      raw[account] = total;
      best[account] = index;
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
  for (const account of peers.active) points[account] = (points[account] as number) * strangers.weight;
  const way = (account: number): number[] => {
    const middle = best[account] as number;
    if (middle === -1) return [];
    const found = [middle];
    for (let at = cameFrom[middle] as number; at !== -1; at = cameFrom[at] as number) found.unshift(at);
    for (let at = goesTo[middle] as number; at !== -1; at = goesTo[at] as number) found.push(at);
    return found;
  };
  return { points, way };
}

/** What it adds that the next sum is 80 to 102 % of the one before: −log10 of how often that is so among stranger relations at large. */
function ratioGain(relations: Relations): (from: number, to: number) => number {
  const amounts: number[] = [];
  for (let index = 0; index < relations.count; index += 1) {
    if (relations.stranger[index] === 1) amounts.push(relations.amount[index] as number);
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
    isAlike(relations.amount[from] as number, relations.amount[to] as number) ? Math.min(2, -Math.log10(usual)) : 0;
}

function isAlike(received: number, paid: number): boolean {
  const ratio = paid / received;
  return ratio >= PARAMETERS.flowRatio[0] && ratio <= PARAMETERS.flowRatio[1];
}
