import { UndirectedGraph } from "graphology";
import forceAtlas2Module, {
  type ForceAtlas2SynchronousLayoutParameters,
} from "graphology-layout-forceatlas2";
import { seededRandom, seedOf } from "../../../contract/seeded-random.ts";
import type { Point } from "../types.ts";
import { grow } from "./growth.ts";
import { packCircles } from "./pack.ts";
import { spread, unitsPerPixel } from "./spread.ts";
import { ties } from "./ties.ts";
import type { LayoutEdge, LayoutNode, Places } from "./types.ts";

/** A CommonJS package: bundlers and Node see its default export differently, this is what it is. */
const forceAtlas2 = forceAtlas2Module as unknown as {
  readonly assign: (
    graph: UndirectedGraph,
    parameters: ForceAtlas2SynchronousLayoutParameters,
  ) => void;
};

const GAP_PIXELS = 5;
const BARNES_HUT_FROM = 500;

/**
 * The group that a node is laid out with: its own cluster, else the one it moves most money with,
 * else a group by itself.
 */
export function groupsOf(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
): ReadonlyMap<string, string> {
  const group = new Map<string, string>();
  for (const node of nodes) if (node.group !== null) group.set(node.id, node.group);
  for (;;) {
    const pull = new Map<string, Map<string, number>>();
    const add = (id: string, other: string, amount: number) => {
      const there = group.get(other);
      if (group.has(id) || there === undefined) return;
      const sums = pull.get(id) ?? new Map<string, number>();
      sums.set(there, (sums.get(there) ?? 0) + amount + 1);
      pull.set(id, sums);
    };
    for (const edge of edges) {
      add(edge.from, edge.to, edge.amount);
      add(edge.to, edge.from, edge.amount);
    }
    if (pull.size === 0) break;
    for (const [id, sums] of pull) {
      const strongest = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
      if (strongest) group.set(id, strongest[0]);
    }
  }
  return joinLoose(nodes, edges, group);
}

/** Nodes no cluster reaches: one group for each connected part. */
function joinLoose(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  group: Map<string, string>,
): ReadonlyMap<string, string> {
  const beside = ties(edges);
  for (const node of nodes) {
    if (group.has(node.id)) continue;
    const name = `loose:${node.id}`;
    const open = [node.id];
    while (open.length > 0) {
      const id = open.pop() as string;
      if (group.has(id)) continue;
      group.set(id, name);
      for (const tie of beside.get(id) ?? []) open.push(tie.other);
    }
  }
  return group;
}

/**
 * ForceAtlas2 (Jacomy et al. 2014) in LinLog mode from a seeded start; iterations fall with size.
 */
function forceLayout(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Places {
  const graph = new UndirectedGraph();
  for (const node of nodes) {
    const random = seededRandom(seedOf(node.id));
    const angle = random() * 2 * Math.PI;
    const distance = Math.sqrt(random()) * 100;
    graph.addNode(node.id, { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance });
  }
  const largest = edges.reduce((most, edge) => Math.max(most, edge.amount), 1);
  for (const edge of edges) {
    if (edge.from === edge.to || !graph.hasNode(edge.from) || !graph.hasNode(edge.to)) continue;
    const weight = 0.8 + Math.sqrt(edge.amount / largest);
    if (graph.hasEdge(edge.from, edge.to)) {
      graph.updateEdgeAttribute(
        edge.from,
        edge.to,
        "weight",
        (before?: number) => (before ?? 0) + weight,
      );
    } else graph.addEdge(edge.from, edge.to, { weight });
  }
  const order = graph.order;
  if (order > 1) {
    const iterations = order < 100 ? 1500 : order < 500 ? 600 : order < 2_000 ? 300 : 150;
    forceAtlas2.assign(graph, {
      iterations,
      getEdgeWeight: "weight",
      settings: {
        linLogMode: true,
        gravity: 2.4,
        scalingRatio: 1,
        slowDown: 4,
        barnesHutOptimize: order > BARNES_HUT_FROM,
        outboundAttractionDistribution: false,
      },
    });
  }
  return new Map(
    graph.mapNodes(
      (id, attributes) =>
        [id, { x: Number(attributes.x) || 0, y: Number(attributes.y) || 0 }] as const,
    ),
  );
}

/**
 * Turns a group so that its longest axis lies flat, and scales it to an area by its number of
 * nodes.
 */
function settle(places: Places): number {
  const points = [...places.values()];
  const middle = {
    x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
    y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
  };
  let [xx, yy, xy] = [0, 0, 0];
  for (const point of points) {
    point.x -= middle.x;
    point.y -= middle.y;
    xx += point.x ** 2;
    yy += point.y ** 2;
    xy += point.x * point.y;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  let reach = 0;
  for (const point of points) {
    const { x, y } = point;
    point.x = x * Math.cos(angle) - y * Math.sin(angle);
    point.y = x * Math.sin(angle) + y * Math.cos(angle);
    reach = Math.max(reach, Math.hypot(point.x, point.y));
  }
  const wanted = 30 * Math.sqrt(points.length) + 10;
  const scale = reach > 0 ? wanted / reach : 1;
  for (const point of points) {
    point.x *= scale;
    point.y *= scale;
  }
  return wanted;
}

/**
 * Every cluster laid out by itself and packed beside the others: clusters never mix, and one does
 * not move another.
 */
function firstLayout(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Places {
  const groupOf = groupsOf(nodes, edges);
  const groups = new Map<string, LayoutNode[]>();
  for (const node of nodes) {
    const name = groupOf.get(node.id) ?? node.id;
    groups.set(name, [...(groups.get(name) ?? []), node]);
  }
  const parts = [...groups.values()].map((members) => {
    const ids = new Set(members.map((node) => node.id));
    const places = forceLayout(
      members,
      edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)),
    );
    return { places, radius: settle(places) };
  });
  const middles = packCircles(
    parts.map((part) => part.radius),
    50,
  );
  const all: Places = new Map();
  parts.forEach((part, index) => {
    const middle = middles[index] ?? { x: 0, y: 0 };
    for (const [id, point] of part.places)
      all.set(id, { x: point.x + middle.x, y: point.y + middle.y });
  });
  return all;
}

/** The network layout; nodes with a kept place stay exactly there. */
export function networkLayout(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  kept: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  const old = nodes.filter((node) => kept.has(node.id));
  const places: Places =
    old.length === 0
      ? firstLayout(nodes, edges)
      : new Map(old.map((node) => [node.id, { ...(kept.get(node.id) ?? { x: 0, y: 0 }) }]));
  const fixed = new Set(old.map((node) => node.id));
  if (old.length > 0)
    grow(
      places,
      nodes.filter((node) => !fixed.has(node.id)),
      edges,
    );
  const unit = unitsPerPixel(places.values());
  spread(
    nodes.map((node) => ({ id: node.id, radius: (node.radius + 1) * unit })),
    places,
    (id) => !fixed.has(id),
    GAP_PIXELS * unit,
  );
  return places;
}
