import { calibrate } from "../network/peer-groups.ts";
import type { Relations } from "../network/relations.ts";
import { accountsInReach } from "../network/strangers.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { chanceLevel } from "./chance.ts";
import { once } from "./context.ts";
import { inOrder, rowsOfRelation, sumOf } from "./explained-rows.ts";
import { findLoops, type Loop } from "./find-loops.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Closed loops of three or four accounts among strangers, direction ignored: scatter-gather,
 * gather-scatter, bipartite layers, small cycles. In a random network of m stranger relations a
 * loop through accounts of k strangers each closes by chance about Π(1 + kW/T) / 2m times, which is
 * its surprise. Loops that share a relation are one group; the group weighs (relations − accounts +
 * 1) independent loops times their mean surprise. An account gets the mean of that and of the loops
 * it is on itself, so that one loop at the edge of a large group is not as loud as its middle. A
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

export const loopsOf = once(({ flow, relations, strangers, peers }): Loops => {
  const found = findLoops(flow, strangers);
  const groups = groupLoops(found);
  const points = new Float64Array(flow.accounts);
  const groupOf = new Int32Array(flow.accounts).fill(-1);
  const single = groups.filter((group) => group.relations.length === group.accounts.length);
  const active = accountsInReach(strangers, flow.accounts);
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
      if (value <= points[account]!) continue;
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
      (most, account) => Math.max(most, Math.min(group.points, held[account]!)),
      0,
    ),
  }));
  const carried = (relation: number, group: LoopGroup) => {
    const ends = [relations.from[relation]!, relations.to[relation]!];
    return Math.min(group.points, ...ends.map((end) => held[end]!));
  };
  return { groups: rarest, groupOf, points: held, carried };
});

/**
 * Independent loops of the group that go through each of its accounts: its relations in the group
 * less one.
 */
function loopsByAccount(group: LoopGroup, relations: Relations): Map<number, number> {
  const found = new Map<number, number>();
  for (const relation of group.relations) {
    for (const end of [relations.from[relation]!, relations.to[relation]!])
      found.set(end, (found.get(end) ?? -1) + 1);
  }
  return found;
}

function groupLoops(found: readonly Loop[]): LoopGroup[] {
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

export const loops: Indicator = {
  family: "loops",
  ofStubs: true,
  parameters: {
    ...CONSTANTS.loops,
    windows: PARAMETERS.loopWindows,
    degree: PARAMETERS.loopDegree,
    stepLimit: PARAMETERS.stepLimit,
  },
  points: (context) => loopsOf(context).points,
  explain: (context, account) => {
    const { groups, groupOf } = loopsOf(context);
    const group = groups[groupOf[account]!];
    if (!group) return undefined;
    const rows = inOrder(group.relations.flatMap((relation) => rowsOfRelation(context, relation)));
    const independent = group.relations.length - group.accounts.length + 1;
    return {
      code: "loops",
      params: {
        loops: independent,
        accounts: group.accounts.length,
        ...sumOf(context.columns, rows),
      },
      rows,
    };
  },
  carry: (context, into) => {
    const { groups, carried } = loopsOf(context);
    for (const group of groups)
      for (const relation of group.relations) into[relation]! += carried(relation, group);
  },
};
