import louvainModule from "graphology-communities-louvain";
import type { AbstractGraph } from "graphology-types";
import { seededRandom } from "../../../contract/seeded-random.ts";
import { CONSTANTS } from "../parameters.ts";
import {
  asGraphology,
  type FlatGraph,
  flatGraph,
  foldHairs,
  partOf,
  type WeightedEdge,
} from "./flat-graph.ts";

// The package is CommonJS; its types describe the ES form.
const louvain = louvainModule as unknown as typeof louvainModule.default;

const { resolution, seed, whole, smallest, smallestHalf, weakShare, largestSearched } =
  CONSTANTS.communities;

/**
 * Groups accounts on the graph of suspicious flow: its connected parts, the larger ones by Louvain
 * (Blondel et al. 2008) with a fixed seed. Then each community is taken apart where it is not well
 * connected, as Leiden and the Connectivity Modifier do (Traag et al. 2019; Park et al. 2024). It
 * falls into connected parts, and further where one edge of little weight is all that holds two
 * halves together.
 */
export function communities(edges: readonly WeightedEdge[]): number[][] {
  const graph = flatGraph(edges);
  const marks = marksOf(graph);
  const parts = components(
    graph,
    marks,
    graph.names.map((_, node) => node),
  );
  const small = parts.filter((part) => part.length <= whole);
  const divided = parts
    .filter((part) => part.length > whole)
    .flatMap((part) => louvainParts(graph, part));
  const refined = [...small, ...divided].flatMap((members) => refine(graph, marks, members));
  return joinCrumbs(graph, refined)
    .map((members) => members.map((node) => graph.names[node]!).sort((a, b) => a - b))
    .sort((a, b) => (a[0] as number) - (b[0] as number));
}

function louvainParts(graph: FlatGraph, part: readonly number[]): number[][] {
  const nodes = Int32Array.from(part).sort();
  return louvainCommunities(partOf(graph, nodes)).map((members) =>
    members.map((node) => nodes[node]!),
  );
}

/**
 * Louvain alone (Blondel et al. 2008), with the seed and the resolution of every run: the nodes of
 * each community. Accounts with a single tie are of their neighbour's community in a best
 * partition; they are folded into it first, which keeps modularity as it is (Arenas et al., "Size
 * reduction of complex networks preserving modularity", New J. Phys. 9 (2007) 176) and leaves the
 * library half of a sparse graph.
 */
export function louvainCommunities(graph: FlatGraph): number[][] {
  const folded = foldHairs(graph);
  const partition = louvain(asGraphology(folded) as AbstractGraph, {
    resolution,
    rng: seededRandom(seed),
    getEdgeWeight: "weight",
  });
  const found = new Map<number, number[]>();
  for (let node = 0; node < graph.names.length; node += 1) {
    const community = partition[folded.placeOf[node]!] as number;
    const members = found.get(community);
    if (members) members.push(node);
    else found.set(community, [node]);
  }
  return [...found.values()];
}

/**
 * One or two accounts are no network: they go to the group they are tied to most, where there is
 * one.
 */
function joinCrumbs(graph: FlatGraph, groups: readonly (readonly number[])[]): number[][] {
  const groupOf = new Int32Array(graph.names.length);
  groups.forEach((members, index) => {
    for (const node of members) groupOf[node] = index;
  });
  const joined = groups.map((members) => [...members]);
  groups.forEach((members, index) => {
    if (members.length >= smallest) return;
    const ties = new Map<number, number>();
    for (const node of members) {
      for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
        const other = groupOf[graph.neighbour[at]!]!;
        if ((groups[other]?.length ?? 0) < smallest) continue;
        ties.set(other, (ties.get(other) ?? 0) + graph.weight[graph.edge[at]!]!);
      }
    }
    const [best] = [...ties].sort(([a, x], [b, y]) => y - x || a - b);
    if (!best) return;
    for (const node of members) joined[best[0]]?.push(node);
    joined[index] = [];
  });
  return joined.filter((members) => members.length > 0);
}

/**
 * Splits into connected parts, and parts further where a single edge of little weight holds two
 * halves of three or more together.
 */
function refine(graph: FlatGraph, marks: Marks, members: readonly number[]): number[][] {
  return components(graph, marks, members).flatMap((part) => {
    const cut = weakestBridge(graph, marks, part);
    return cut ? [cut.left, cut.right].flatMap((side) => refine(graph, marks, side)) : [part];
  });
}

/**
 * Which nodes a search may enter and which it has seen, by the number of the search: nothing to
 * clear between millions of them.
 */
interface Marks {
  readonly member: Int32Array;
  readonly seen: Int32Array;
  search: number;
}

function marksOf(graph: FlatGraph): Marks {
  return {
    member: new Int32Array(graph.names.length),
    seen: new Int32Array(graph.names.length),
    search: 0,
  };
}

function components(graph: FlatGraph, marks: Marks, members: Iterable<number>): number[][] {
  const order = Int32Array.from(members).sort();
  enter(marks, order);
  const search = marks.search;
  const parts: number[][] = [];
  for (const start of order)
    if (marks.seen[start] !== search) parts.push(reach(graph, marks, start, -1));
  return parts;
}

/** Begins a search among `members`. */
function enter(marks: Marks, members: Iterable<number>): void {
  marks.search += 1;
  for (const node of members) marks.member[node] = marks.search;
}

/** The members that can be reached from `start` without one edge, in the order they are found. */
function reach(graph: FlatGraph, marks: Marks, start: number, without: number): number[] {
  const { member, seen, search } = marks;
  const part = [start];
  const open = [start];
  seen[start] = search;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
      const next = graph.neighbour[at]!;
      if (graph.edge[at] === without || seen[next] === search || member[next] !== search) continue;
      seen[next] = search;
      part.push(next);
      open.push(next);
    }
  }
  return part;
}

/**
 * The bridge between two halves whose weight is least against the mean weight of the part, where it
 * is less than a quarter of it.
 */
function weakestBridge(
  graph: FlatGraph,
  marks: Marks,
  part: readonly number[],
): { left: number[]; right: number[] } | undefined {
  if (part.length < smallestHalf * 2 || part.length > largestSearched) return undefined;
  enter(marks, part);
  const inside: number[] = [];
  let sum = 0;
  const listed = new Set<number>();
  for (const node of part) {
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
      const edge = graph.edge[at]!;
      if (marks.member[graph.neighbour[at]!] !== marks.search || listed.has(edge)) continue;
      listed.add(edge);
      inside.push(edge);
      sum += graph.weight[edge]!;
    }
  }
  const weightOf = (edge: number) => graph.weight[edge]!;
  const mean = sum / inside.length;
  const weak = inside
    .filter((edge) => weightOf(edge) < weakShare * mean)
    .sort((a, b) => weightOf(a) - weightOf(b));
  for (const edge of weak) {
    enter(marks, part);
    const left = reach(graph, marks, graph.source[edge]!, edge);
    if (left.length < smallestHalf || part.length - left.length < smallestHalf) continue;
    const { seen, search } = marks;
    return { left, right: part.filter((node) => seen[node] !== search) };
  }
  return undefined;
}
