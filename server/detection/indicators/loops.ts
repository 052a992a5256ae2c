import { calibrate, type Peers } from "../network/peer-groups.ts";
import type { Flow, Relations } from "../network/relations.ts";
import type { Strangers } from "../network/strangers.ts";
import { PARAMETERS } from "../parameters.ts";
import { chanceLevel } from "./chance.ts";

/**
 * Closed loops of three or four accounts among strangers, direction ignored: scatter-gather,
 * gather-scatter, bipartite layers, small cycles. In a random network of m stranger relations a
 * loop through accounts of k strangers each closes by chance about Π(1 + kW/T) / 2m times, which is
 * its surprise. Loops that share a relation are one group; the group weighs (relations − accounts +
 * 1) independent loops times their mean surprise. An account gets the mean of that and of the loops
 * it is on itself, so that one loop at the edge of a large group is not as loud as its middle; a
 * relation carries what the quieter of its ends got.
 */
export interface LoopGroup {
  readonly relations: readonly number[];
  readonly accounts: readonly number[];
  readonly points: number;
}

export interface Loops {
  readonly groups: readonly LoopGroup[];
  /** Group of an account's largest points, -1 = none. */
  readonly groupOf: Int32Array;
  readonly points: Float64Array;
  /** What a relation of a group carries. */
  readonly carried: (relation: number, group: LoopGroup) => number;
}

interface Found {
  readonly relations: readonly number[];
  readonly accounts: readonly number[];
  readonly surprise: number;
}

export function loops(flow: Flow, relations: Relations, strangers: Strangers, peers: Peers): Loops {
  const found = findLoops(flow, strangers);
  const groups = groupLoops(found);
  const points = new Float64Array(flow.accounts);
  const groupOf = new Int32Array(flow.accounts).fill(-1);
  const single = groups.filter((group) => group.relations.length === group.accounts.length);
  const active = activeAccounts(strangers, flow.accounts);
  const usual = chanceLevel(
    single.flatMap((group) => group.accounts.map(() => group.points)),
    active,
  );
  const beyondChance = (value: number) =>
    Math.min(PARAMETERS.cap, Math.max(0, value - usual)) * strangers.weight;
  const weighed = groups.map((group) => ({ ...group, points: beyondChance(group.points) }));
  weighed.forEach((group, index) => {
    const mean =
      (groups[index]?.points ?? 0) / (group.relations.length - group.accounts.length + 1);
    for (const [account, through] of loopsByAccount(group, relations)) {
      const value = (group.points + Math.min(group.points, beyondChance(through * mean))) / 2;
      if (value <= (points[account] as number)) continue;
      points[account] = value;
      groupOf[account] = index;
    }
  });
  // Firms that trade among themselves close loops as a matter of course: what peers reach too is no
  // surprise, for the group neither.
  const held = calibrate(points, peers);
  const rarest = weighed.map((group) => ({
    ...group,
    points: group.accounts.reduce(
      (most, account) => Math.max(most, Math.min(group.points, held[account] as number)),
      0,
    ),
  }));
  const carried = (relation: number, group: LoopGroup) => {
    const ends = [relations.from[relation] as number, relations.to[relation] as number];
    return Math.min(group.points, ...ends.map((end) => held[end] as number));
  };
  return { groups: rarest, groupOf, points: held, carried };
}

/**
 * Independent loops of the group that go through each of its accounts: its relations in the group
 * less one.
 */
function loopsByAccount(group: LoopGroup, relations: Relations): Map<number, number> {
  const found = new Map<number, number>();
  for (const relation of group.relations) {
    for (const end of [relations.from[relation] as number, relations.to[relation] as number])
      found.set(end, (found.get(end) ?? -1) + 1);
  }
  return found;
}

/** Accounts that could be in a loop: with two strangers at least. */
export function activeAccounts(strangers: Strangers, accounts: number): number {
  let active = 0;
  for (let at = 0; at < accounts; at += 1) {
    if ((strangers.offsets[at + 1] as number) - (strangers.offsets[at] as number) >= 2) active += 1;
  }
  return active;
}

function findLoops(flow: Flow, strangers: Strangers): Found[] {
  const { offsets, other, day, relation } = strangers;
  const widest = PARAMETERS.loopWindows.at(-1) as number;
  const limit = PARAMETERS.loopDegree;
  const found: Found[] = [];
  const closing = new Int32Array(flow.accounts).fill(-1);
  /**
   * Positions of an account's strangers from `at` on within the widest window; empty for the too
   * well connected.
   */
  const within = (account: number, begin: number): readonly [number, number] => {
    const end = offsets[account + 1] as number;
    let low = offsets[account] as number;
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((day[middle] as number) < begin) low = middle + 1;
      else high = middle;
    }
    let stop = low;
    while (stop < end && (day[stop] as number) <= begin + widest) {
      stop += 1;
      if (stop - low > limit) return [low, low];
    }
    return [low, stop];
  };
  const rankBelow = (left: number, right: number) =>
    (day[left] as number) < (day[right] as number) ||
    ((day[left] as number) === (day[right] as number) &&
      (relation[left] as number) < (relation[right] as number));
  for (let u = 0; u < flow.accounts; u += 1) {
    for (let edge = offsets[u] as number; edge < (offsets[u + 1] as number); edge += 1) {
      // Each relation once, from its payer; it is the earliest of the loops found here.
      if (strangers.incoming[edge] === 1) continue;
      const v = other[edge] as number;
      const begin = day[edge] as number;
      const [uFrom, uTo] = within(u, begin);
      const [vFrom, vTo] = within(v, begin);
      if (uTo - uFrom < 2 || vTo - vFrom < 2) continue;
      for (let at = vFrom; at < vTo; at += 1)
        if (rankBelow(edge, at)) closing[other[at] as number] = at;
      let steps = 0;
      for (let second = uFrom; second < uTo && steps < PARAMETERS.stepLimit; second += 1) {
        const x = other[second] as number;
        if (x === v || !rankBelow(edge, second)) continue;
        const triangle = closing[x] as number;
        if (triangle !== -1) keep(found, flow, strangers, [edge, second, triangle], [u, v, x]);
        const [xFrom, xTo] = within(x, begin);
        for (let third = xFrom; third < xTo; third += 1) {
          steps += 1;
          const y = other[third] as number;
          const fourth = closing[y] as number;
          if (fourth === -1 || y === u || y === v || !rankBelow(edge, third)) continue;
          keep(found, flow, strangers, [edge, second, third, fourth], [u, v, x, y]);
        }
      }
      for (let at = vFrom; at < vTo; at += 1) closing[other[at] as number] = -1;
    }
  }
  return found;
}

function keep(
  found: Found[],
  flow: Flow,
  strangers: Strangers,
  positions: readonly number[],
  accounts: readonly number[],
): void {
  const { day, offsets } = strangers;
  const begin = day[positions[0] as number] as number;
  let life = 0;
  for (const at of positions) life = Math.max(life, (day[at] as number) - begin);
  const window = PARAMETERS.loopWindows.find((days) => days >= life);
  if (window === undefined) return;
  let surprise = Math.log10(2 * strangers.count) - 0.3 * (positions.length - 3);
  for (const account of accounts) {
    const degree = (offsets[account + 1] as number) - (offsets[account] as number);
    surprise -= Math.log10(1 + (degree * window) / flow.span);
  }
  if (surprise <= 0) return;
  found.push({
    relations: positions.map((at) => strangers.relation[at] as number),
    accounts,
    surprise,
  });
}

function groupLoops(found: readonly Found[]): LoopGroup[] {
  const parent = new Map<number, number>();
  const root = (relation: number): number => {
    let at = relation;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const loop of found) {
    const first = root(loop.relations[0] as number);
    for (const relation of loop.relations) {
      const top = root(relation);
      if (!parent.has(relation)) parent.set(relation, first);
      if (top !== first) parent.set(top, first);
    }
    if (!parent.has(first)) parent.set(first, first);
  }
  const groups = new Map<
    number,
    { relations: Set<number>; accounts: Set<number>; sum: number; count: number }
  >();
  for (const loop of found) {
    const top = root(loop.relations[0] as number);
    let group = groups.get(top);
    if (!group) {
      group = { relations: new Set(), accounts: new Set(), sum: 0, count: 0 };
      groups.set(top, group);
    }
    for (const relation of loop.relations) group.relations.add(relation);
    for (const account of loop.accounts) group.accounts.add(account);
    group.sum += loop.surprise;
    group.count += 1;
  }
  return [...groups.values()].map((group) => ({
    relations: [...group.relations].sort((a, b) => a - b),
    accounts: [...group.accounts].sort((a, b) => a - b),
    points: ((group.relations.size - group.accounts.size + 1) * group.sum) / group.count,
  }));
}
