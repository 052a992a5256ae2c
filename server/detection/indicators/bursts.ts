import { DAY, HOUR } from "../../time/instant.ts";
import type { Flow } from "../network/flow.ts";
import { calibrate } from "../network/peer-groups.ts";
import type { Relations } from "../network/relations.ts";
import type { Strangers } from "../network/strangers.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";
import { type Context, once } from "./context.ts";
import { rowsOfRelation, sumOf } from "./explained-rows.ts";
import type { Explanation } from "./indicator.ts";

/**
 * Many people who never dealt with the account before, in few days. Points are the Poisson tail of
 * the fullest window against the account's own long-run rate of strangers plus its peers' mean
 * rate. log10(span / window) is taken off for the choice of the window. The rest is multiplied by
 * the share of strangers among all it dealt with in that time, and calibrated on peers. Who is busy
 * with everybody has a busy fortnight, not a burst of strangers.
 */
export interface Bursts {
  readonly points: Float64Array;
  /** Positions in `strangers` of the fullest window, per account: from, to (exclusive). */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Bursts of payers before what became of their money is weighed (burst-in.ts). */
export const burstsIn = once((context) => bursts(context, true));
export const burstsOut = once((context) => bursts(context, false));

function bursts({ flow, relations, strangers, peers }: Context, incoming: boolean): Bursts {
  const side = incoming ? 1 : 0;
  const raw = new Float64Array(flow.accounts);
  const from = new Int32Array(flow.accounts);
  const to = new Int32Array(flow.accounts);
  const totals = new Int32Array(flow.accounts);
  for (const account of peers.active) {
    for (let at = strangers.offsets[account]!; at < strangers.offsets[account + 1]!; at += 1) {
      if (strangers.incoming[at] === side) totals[account]! += 1;
    }
  }
  const known = knownOccasions(flow, relations, incoming);
  for (const members of peers.members) {
    let sum = 0;
    for (const account of members) sum += totals[account]!;
    const peerRate = sum / members.length / flow.span;
    for (const account of members) {
      const total = totals[account]!;
      if (total < CONSTANTS.bursts.leastPeople) continue;
      const best = fullestWindow(flow.span, strangers, account, side, total, peerRate);
      raw[account] = best.points * strangerShare(strangers, known, account, side, best);
      from[account] = best.from;
      to[account] = best.to;
    }
  }
  const points = calibrate(raw, peers);
  // An account that deals with many all along (a pension fund on its pay day) meets new ones among
  // them by the way.
  for (const account of peers.active)
    points[account] =
      relations.established[account] === 1 ? 0 : points[account]! * strangers.weight;
  return { points, from, to };
}

/**
 * Dealings with people the account knows, in one direction: days by account, in time order, places
 * offsets[a] .. offsets[a + 1] - 1.
 */
interface KnownOccasions {
  readonly offsets: Int32Array;
  readonly day: Float64Array;
}

/**
 * An occasion is what a stranger relation is, all that passed within a day; shops and utilities are
 * no acquaintances.
 */
function knownOccasions(flow: Flow, relations: Relations, incoming: boolean): KnownOccasions {
  const own = incoming ? flow.to : flow.from;
  const last = new Float64Array(relations.count).fill(Number.NEGATIVE_INFINITY);
  const isOccasion = new Uint8Array(flow.count);
  const offsets = new Int32Array(flow.accounts + 1);
  for (let at = 0; at < flow.count; at += 1) {
    const relation = flow.relation[at]!;
    if (relations.stranger[relation] === 1) continue;
    if (relations.hub[flow.from[at]!] === 1 || relations.hub[flow.to[at]!] === 1) continue;
    const day = flow.day[at]!;
    if (day - last[relation]! > PARAMETERS.strangerDays) {
      isOccasion[at] = 1;
      const place = own[at]! + 1;
      offsets[place]! += 1;
    }
    last[relation] = day;
  }
  for (let at = 0; at < flow.accounts; at += 1) offsets[at + 1]! += offsets[at]!;
  const next = offsets.slice();
  const days = new Float64Array(offsets[flow.accounts]!);
  for (let at = 0; at < flow.count; at += 1) {
    if (isOccasion[at] === 0) continue;
    const account = own[at]!;
    const place = next[account]!;
    days[place] = flow.day[at]!;
    next[account] = place + 1;
  }
  return { offsets, day: days };
}

/**
 * Strangers among all whom the account dealt with, in this direction, while the burst went on (at
 * least a day).
 */
function strangerShare(
  strangers: Strangers,
  known: KnownOccasions,
  account: number,
  side: number,
  burst: { readonly from: number; readonly to: number },
): number {
  if (burst.to === burst.from) return 1;
  let met = 0;
  for (let at = burst.from; at < burst.to; at += 1) if (strangers.incoming[at] === side) met += 1;
  const first = strangers.day[burst.from]!;
  const last = Math.max(strangers.day[burst.to - 1]!, first + PARAMETERS.strangerDays);
  let others = 0;
  for (let at = known.offsets[account]!; at < known.offsets[account + 1]!; at += 1) {
    const day = known.day[at]!;
    if (day >= first && day <= last) others += 1;
  }
  return met / (met + others);
}

function fullestWindow(
  span: number,
  strangers: Strangers,
  account: number,
  side: number,
  total: number,
  peerRate: number,
): { points: number; from: number; to: number } {
  let best = { points: 0, from: 0, to: 0 };
  const end = strangers.offsets[account + 1]!;
  for (const window of PARAMETERS.burstWindows) {
    if (window >= span) break;
    let count = 0;
    let tail = strangers.offsets[account]!;
    let most = { count: 0, from: 0, to: 0 };
    for (let head = tail; head < end; head += 1) {
      if (strangers.incoming[head] !== side) continue;
      count += 1;
      while (strangers.day[head]! - strangers.day[tail]! > window) {
        if (strangers.incoming[tail] === side) count -= 1;
        tail += 1;
      }
      if (count > most.count) most = { count, from: tail, to: head + 1 };
    }
    if (most.count < CONSTANTS.bursts.leastPeople) continue;
    const ownRate = (total - most.count) / (span - window);
    const expected = (ownRate + peerRate) * window;
    const points = poissonPoints(most.count, expected) - Math.log10(span / window);
    if (points > best.points) best = { points, from: most.from, to: most.to };
  }
  return best;
}

/** Positions in `strangers` of the burst's own relations. */
export function burstPositions(
  burst: Bursts,
  strangers: Strangers,
  account: number,
  incoming: boolean,
): number[] {
  const positions: number[] = [];
  for (let at = burst.from[account]!; at < burst.to[account]!; at += 1) {
    if (strangers.incoming[at] === (incoming ? 1 : 0)) positions.push(at);
  }
  return positions;
}

/** What a burst gives each of its relations: its points, shared when there are many. */
export function shareOfBurst(points: number, relations: number): number {
  return points * Math.min(1, PARAMETERS.burstShare / relations);
}

/** Gives the bursts' relations their share. */
export function carryBursts(
  { strangers, peers }: Context,
  burst: Bursts,
  incoming: boolean,
  into: Float64Array,
): void {
  for (const account of peers.active) {
    const points = burst.points[account]!;
    if (points <= 0) continue;
    const positions = burstPositions(burst, strangers, account, incoming);
    const share = shareOfBurst(points, positions.length);
    for (const at of positions) into[strangers.relation[at]!]! += share;
  }
}

export function explainBurst(
  context: Context,
  burst: Bursts,
  account: number,
  incoming: boolean,
): Explanation | undefined {
  const { strangers, relations } = context;
  const positions = burstPositions(burst, strangers, account, incoming);
  if (positions.length === 0) return undefined;
  const ids = positions.map((at) => strangers.relation[at]!);
  const rows = ids.flatMap((id) => rowsOfRelation(context, id)).sort((a, b) => a - b);
  const first = Math.min(...ids.map((id) => relations.first[id]!));
  const last = Math.max(0, ...ids.map((id) => relations.last[id]!));
  return {
    code: incoming ? "burst-in" : "burst-out",
    params: {
      people: positions.length,
      hours: (last - first) * (DAY / HOUR),
      ...sumOf(context.columns, rows),
    },
    rows,
  };
}
