import { firstNotBelow } from "../../columns/typed-arrays.ts";
import type { Flow } from "../network/flow.ts";
import type { Strangers } from "../network/strangers.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";

export interface Loop {
  readonly relations: readonly number[];
  readonly accounts: readonly number[];
  readonly surprise: number;
}

/** Every loop of three or four accounts, from its earliest relation. */
export function findLoops(flow: Flow, strangers: Strangers): Loop[] {
  const { offsets, other, day, relation } = strangers;
  const widest = PARAMETERS.loopWindows.at(-1) as number;
  const limit = PARAMETERS.loopDegree;
  const found: Loop[] = [];
  const closing = new Int32Array(flow.accounts).fill(-1);
  /**
   * Positions of an account's strangers from `at` on within the widest window; empty for the too
   * well connected.
   */
  const within = (account: number, begin: number): readonly [number, number] => {
    const end = offsets[account + 1]!;
    const low = firstNotBelow(day, begin, offsets[account]!, end);
    let stop = low;
    while (stop < end && day[stop]! <= begin + widest) {
      stop += 1;
      if (stop - low > limit) return [low, low];
    }
    return [low, stop];
  };
  const rankBelow = (left: number, right: number) =>
    day[left]! < day[right]! || (day[left]! === day[right]! && relation[left]! < relation[right]!);
  for (let u = 0; u < flow.accounts; u += 1) {
    for (let edge = offsets[u]!; edge < offsets[u + 1]!; edge += 1) {
      // Each relation once, from its payer; it is the earliest of the loops found here.
      if (strangers.incoming[edge] === 1) continue;
      const v = other[edge]!;
      const begin = day[edge]!;
      const [uFrom, uTo] = within(u, begin);
      const [vFrom, vTo] = within(v, begin);
      const least = CONSTANTS.loops.leastStrangers;
      if (uTo - uFrom < least || vTo - vFrom < least) continue;
      for (let at = vFrom; at < vTo; at += 1) if (rankBelow(edge, at)) closing[other[at]!] = at;
      let steps = 0;
      for (let second = uFrom; second < uTo && steps < PARAMETERS.stepLimit; second += 1) {
        const x = other[second]!;
        if (x === v || !rankBelow(edge, second)) continue;
        const triangle = closing[x]!;
        if (triangle !== -1) keep(found, flow, strangers, [edge, second, triangle], [u, v, x]);
        const [xFrom, xTo] = within(x, begin);
        for (let third = xFrom; third < xTo; third += 1) {
          steps += 1;
          const y = other[third]!;
          const fourth = closing[y]!;
          if (fourth === -1 || y === u || y === v || !rankBelow(edge, third)) continue;
          keep(found, flow, strangers, [edge, second, third, fourth], [u, v, x, y]);
        }
      }
      for (let at = vFrom; at < vTo; at += 1) closing[other[at]!] = -1;
    }
  }
  return found;
}

function keep(
  found: Loop[],
  flow: Flow,
  strangers: Strangers,
  positions: readonly number[],
  accounts: readonly number[],
): void {
  const { day, offsets } = strangers;
  const begin = day[positions[0] as number]!;
  let life = 0;
  for (const at of positions) life = Math.max(life, day[at]! - begin);
  const window = PARAMETERS.loopWindows.find((days) => days >= life);
  if (window === undefined) return;
  let surprise =
    Math.log10(2 * strangers.count) -
    CONSTANTS.loops.perStep * (positions.length - CONSTANTS.loops.shortest);
  for (const account of accounts) {
    const degree = offsets[account + 1]! - offsets[account]!;
    surprise -= Math.log10(1 + (degree * window) / flow.span);
  }
  if (surprise <= 0) return;
  found.push({
    relations: positions.map((at) => strangers.relation[at]!),
    accounts,
    surprise,
  });
}
