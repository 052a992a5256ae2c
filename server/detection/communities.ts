import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import { seededRandom } from "./random.ts";

export interface WeightedEdge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

type SuspicionGraph = UndirectedGraph<object, { weight: number }>;

// The package is CommonJS; its types describe the ES form.
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** Plain modularity: from 0.4 to 1 the planted networks came back equally well, below that neighbours were joined (docs/detection.md). */
const RESOLUTION = 1;
const SEED = 20_260_301;

/**
 * Groups accounts on the graph of suspicious flow: its connected parts, the larger ones by Louvain (Blondel et al. 2008) with a fixed seed, then each community is taken apart where it is
 * not well connected, as Leiden and the Connectivity Modifier do (Traag et al. 2019; Park et al. 2024): into connected parts, and further where
 * one edge of little weight is all that holds two halves together.
 */
export function communities(edges: readonly WeightedEdge[]): number[][] {
  const graph = new UndirectedGraph<object, { weight: number }>();
  for (const { from, to, weight } of edges) {
    if (from === to) continue;
    graph.mergeNode(String(from));
    graph.mergeNode(String(to));
    graph.updateUndirectedEdge(String(from), String(to), (known) => ({ weight: (known.weight ?? 0) + weight }));
  }
  if (graph.size === 0) return [];
  const [small, large] = bySize(components(graph, new Set(graph.nodes())));
  const divided = large.flatMap((part) => louvainParts(graph, part));
  const refined = [...small.map((part) => [...part].map(Number)), ...divided].flatMap((members) =>
    refine(graph, members),
  );
  return joinCrumbs(graph, refined)
    .map((members) => members.sort((a, b) => a - b))
    .sort((a, b) => (a[0] as number) - (b[0] as number));
}

/** A connected part of so few accounts is one network unless a thin thread says otherwise: modularity would cut chains in two. */
const WHOLE = 12;

function bySize(parts: readonly Set<string>[]): [Set<string>[], Set<string>[]] {
  return [parts.filter((part) => part.size <= WHOLE), parts.filter((part) => part.size > WHOLE)];
}

function louvainParts(graph: SuspicionGraph, part: ReadonlySet<string>): number[][] {
  const own = new UndirectedGraph<object, { weight: number }>();
  for (const node of [...part].sort((a, b) => Number(a) - Number(b))) own.addNode(node);
  graph.forEachEdge((_edge, { weight }, source, target) => {
    if (part.has(source) && part.has(target)) own.addUndirectedEdge(source, target, { weight });
  });
  const partition = louvain(own, { resolution: RESOLUTION, rng: seededRandom(SEED), getEdgeWeight: "weight" });
  const found = new Map<number, number[]>();
  for (const [node, community] of Object.entries(partition)) {
    const members = found.get(community);
    if (members) members.push(Number(node));
    else found.set(community, [Number(node)]);
  }
  return [...found.values()];
}

const SMALLEST = 3;

/** One or two accounts are no network: they go to the group they are tied to most, where there is one. */
function joinCrumbs(graph: SuspicionGraph, groups: readonly (readonly number[])[]): number[][] {
  const groupOf = new Map<string, number>();
  groups.forEach((members, index) => {
    for (const account of members) groupOf.set(String(account), index);
  });
  const joined = groups.map((members) => [...members]);
  groups.forEach((members, index) => {
    if (members.length >= SMALLEST) return;
    const ties = new Map<number, number>();
    for (const account of members) {
      graph.forEachEdge(String(account), (_edge, { weight }, source, target) => {
        const other = groupOf.get(source === String(account) ? target : source) as number;
        if ((groups[other]?.length ?? 0) >= SMALLEST) ties.set(other, (ties.get(other) ?? 0) + weight);
      });
    }
    const [best] = [...ties].sort(([a, x], [b, y]) => y - x || a - b);
    if (!best) return;
    joined[best[0]]?.push(...members);
    joined[index] = [];
  });
  return joined.filter((members) => members.length > 0);
}

/** Splits into connected parts, and parts further where a single edge of little weight holds two halves of three or more together. */
function refine(graph: SuspicionGraph, members: readonly number[]): number[][] {
  return components(graph, new Set(members.map(String))).flatMap((part) => {
    const cut = weakestBridge(graph, part);
    if (!cut) return [[...part].map(Number)];
    return [cut.left, cut.right].flatMap((side) => refine(graph, [...side].map(Number)));
  });
}

function components(graph: SuspicionGraph, members: ReadonlySet<string>): Set<string>[] {
  const left = new Set([...members].sort((a, b) => Number(a) - Number(b)));
  const parts: Set<string>[] = [];
  for (const start of left) {
    const part = reach(graph, left, start, undefined);
    for (const node of part) left.delete(node);
    parts.push(part);
  }
  return parts;
}

function reach(
  graph: SuspicionGraph,
  members: ReadonlySet<string>,
  start: string,
  without: string | undefined,
): Set<string> {
  const part = new Set([start]);
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    graph.forEachEdge(node, (edge, _attributes, source, target) => {
      const next = source === node ? target : source;
      if (edge === without || part.has(next) || !members.has(next)) return;
      part.add(next);
      open.push(next);
    });
  }
  return part;
}

const SMALLEST_HALF = 4;
const WEAK = 0.5;

/** The bridge between two halves whose weight is least against the mean weight of the part, where it is less than a quarter of it. */
function weakestBridge(
  graph: SuspicionGraph,
  part: ReadonlySet<string>,
): { left: Set<string>; right: Set<string> } | undefined {
  if (part.size < SMALLEST_HALF * 2 || part.size > 400) return undefined;
  const inside = new Map<string, number>();
  for (const node of part) {
    graph.forEachEdge(node, (edge, attributes, source, target) => {
      if (part.has(source) && part.has(target)) inside.set(edge, attributes.weight as number);
    });
  }
  const mean = [...inside.values()].reduce((a, b) => a + b, 0) / inside.size;
  const weak = [...inside].filter(([, weight]) => weight < WEAK * mean).sort(([, a], [, b]) => a - b);
  for (const [edge] of weak) {
    const left = reach(graph, part, graph.source(edge), edge);
    if (left.size < SMALLEST_HALF || part.size - left.size < SMALLEST_HALF) continue;
    return { left, right: new Set([...part].filter((node) => !left.has(node))) };
  }
  return undefined;
}
