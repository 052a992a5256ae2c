import type { Peers } from "../network/peer-groups.ts";

/**
 * How much a habit says in this data: 0.2 (nothing) to 1. Night hours, haste or cash are evidence
 * only where the accounts that stand out by the shape of their dealings have them too: their mean
 * points against everybody's. Four times as much is full weight, as much is the least. No label is
 * used; a habit that everybody has, or that the data does not show, stays almost silent.
 */
export function bearing(
  points: Float64Array,
  standingOut: readonly number[],
  peers: Peers,
): number {
  let all = 0;
  for (const account of peers.active) all += points[account] as number;
  let top = 0;
  for (const account of standingOut) top += points[account] as number;
  if (all === 0 || standingOut.length === 0) return 1;
  const lift = top / standingOut.length / (all / peers.active.length);
  return Math.min(1, Math.max(LEAST, Math.log2(Math.max(1, lift)) / 2));
}

const LEAST = 0.2;

/** The hundredth of accounts (at least thirty) that stand out most by the families given. */
export function standingOut(families: readonly Float64Array[], peers: Peers): number[] {
  const sum = (account: number) =>
    families.reduce((total, points) => total + (points[account] as number), 0);
  const sums = new Map([...peers.active].map((account) => [account, sum(account)]));
  return [...peers.active]
    .sort((a, b) => (sums.get(b) as number) - (sums.get(a) as number) || a - b)
    .slice(0, Math.max(30, Math.ceil(peers.active.length / 100)));
}
