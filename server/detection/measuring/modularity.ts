import type { WeightedEdge } from "../ranking/flat-graph.ts";

/**
 * Modularity of a grouping (Newman 2006): per group, its part of the weight inside less the square
 * of its part of all ends. Resolution 1.
 */
export function modularity(
  edges: readonly WeightedEdge[],
  groups: readonly (readonly number[])[],
): number {
  const groupOf = new Map<number, number>();
  groups.forEach((members, group) => {
    for (const account of members) groupOf.set(account, group);
  });
  const inside = new Float64Array(groups.length);
  const ends = new Float64Array(groups.length);
  let total = 0;
  for (const { from, to, weight } of edges) {
    const [a, b] = [groupOf.get(from) as number, groupOf.get(to) as number];
    total += weight;
    ends[a]! += weight;
    ends[b]! += weight;
    if (a === b) inside[a]! += weight;
  }
  let sum = 0;
  for (let group = 0; group < groups.length; group += 1) {
    sum += inside[group]! / total - (ends[group]! / (2 * total)) ** 2;
  }
  return sum;
}
