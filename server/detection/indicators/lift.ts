import { floatsOf } from "../../columns/typed-arrays.ts";
import type { Peers } from "../network/peer-groups.ts";
import { CONSTANTS } from "../parameters.ts";
import { burstsIn, burstsOut } from "./bursts.ts";
import { chainsOf } from "./chains.ts";
import { type Context, once } from "./context.ts";
import { cyclesOf } from "./cycles.ts";
import { forwardingsOf } from "./forwarding.ts";
import { loopsOf } from "./loops.ts";

/**
 * How much a habit says in this data: 0.2 (nothing) to 1. Night hours, quick transit or cash are
 * signs only where the accounts that stand out by the shape of their dealings have them too. The
 * lift is their mean points against everybody's. Four times as much is full weight, as much is the
 * least. No label is used; a habit that everybody has, or that the data does not show, stays almost
 * silent.
 */
export function lift(points: Float64Array, outliers: readonly number[], peers: Peers): number {
  const { least, fullDoublings } = CONSTANTS.lift;
  let all = 0;
  for (const account of peers.active) all += points[account]!;
  let top = 0;
  for (const account of outliers) top += points[account]!;
  if (all === 0 || outliers.length === 0) return 1;
  const times = top / outliers.length / (all / peers.active.length);
  return Math.min(1, Math.max(least, Math.log2(Math.max(1, times)) / fullDoublings));
}

/** The hundredth of accounts (at least thirty) that stand out most by the points given. */
function outliersBy(families: readonly Float64Array[], peers: Peers): number[] {
  const { outlierShare, leastOutliers } = CONSTANTS.lift;
  const sums = floatsOf(families[0]?.length ?? 0, (account) =>
    families.reduce((total, points) => total + points[account]!, 0),
  );
  return [...peers.active]
    .sort((a, b) => sums[b]! - sums[a]! || a - b)
    .slice(0, Math.max(leastOutliers, Math.ceil(peers.active.length * outlierShare)));
}

/** Accounts that stand out by the shape of their dealings alone. */
const outliers = once((context) =>
  outliersBy(
    [
      burstsIn(context).points,
      burstsOut(context).points,
      loopsOf(context).points,
      cyclesOf(context).points,
      chainsOf(context).points,
      forwardingsOf(context).points,
    ],
    context.peers,
  ),
);

export function liftOf(context: Context, points: Float64Array): number {
  return lift(points, outliers(context), context.peers);
}

/** The points of a habit, weighed by how much it says in this data. */
export function weighedByLift(context: Context, points: Float64Array): Float64Array {
  const weight = liftOf(context, points);
  return points.map((value) => value * weight);
}
