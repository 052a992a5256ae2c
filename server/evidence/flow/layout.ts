import { type FlowEdge, type FlowGraph, type FlowNode, flowOf, larger } from "./graph.ts";

export interface PlacedNode extends FlowNode {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface PlacedEdge extends FlowEdge {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
}

export interface FlowLayout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly layers: readonly number[];
  readonly width: number;
  readonly height: number;
  /** Pixels a minor unit. */
  readonly scale: number;
}

export const NODE_WIDTH = 14;
const LABEL_HEIGHT = 34;
const GAP = 12;
const SMALLEST = 3;
const SWEEPS = 12;

/**
 * Columns by step, heights by money, order inside a column by the barycentre of the neighbours
 * (Sugiyama, Tagawa, Toda 1981), swept to and fro. Ties are broken by id: the same graph gives the
 * same picture.
 */
export function layoutFlow(graph: FlowGraph, column: number, height: number): FlowLayout {
  const layers = [...new Set(graph.nodes.map((node) => node.layer))].sort(
    (one, other) => one - other,
  );
  const columns = layers.map((layer) =>
    graph.nodes.filter((node) => node.layer === layer).sort(byFlow),
  );
  order(columns, graph.edges);
  const tallest = columns.reduce((most, nodes) => {
    const sum = nodes.reduce((all, node) => all + flowOf(node), 0n);
    return larger(sum, most);
  }, 1n);
  const scale = height / Number(tallest);
  const size = (node: FlowNode) => Math.max(SMALLEST, Number(flowOf(node)) * scale);
  const step = (node: FlowNode) => Math.max(size(node), LABEL_HEIGHT) + GAP;
  const heights = columns.map((nodes) => nodes.reduce((sum, node) => sum + step(node), 0) - GAP);
  const tall = Math.max(...heights, LABEL_HEIGHT);
  const placed = new Map<string, PlacedNode>();
  columns.forEach((nodes, at) => {
    let y = (tall - (heights[at] ?? 0)) / 2;
    for (const node of nodes) {
      placed.set(node.id, {
        ...node,
        x: at * column,
        y: y + (step(node) - GAP - size(node)) / 2,
        height: size(node),
      });
      y += step(node);
    }
  });
  const edges = placeEdges(graph.edges, placed, scale);
  return {
    nodes: [...placed.values()],
    edges,
    layers,
    width: (layers.length - 1) * column + NODE_WIDTH,
    height: tall,
    scale,
  };
}

function order(columns: FlowNode[][], edges: readonly FlowEdge[]): void {
  const position = new Map<string, number>();
  const settle = (nodes: readonly FlowNode[]) => {
    for (const [at, node] of nodes.entries()) position.set(node.id, (at + 0.5) / nodes.length);
  };
  for (const nodes of columns) settle(nodes);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const forward = sweep % 2 === 0;
    for (const nodes of forward ? columns : [...columns].reverse()) {
      const own = new Map(
        nodes.map((node) => [node.id, barycentre(node, edges, position, forward)]),
      );
      nodes.sort(
        (one, other) => (own.get(one.id) ?? 0) - (own.get(other.id) ?? 0) || byFlow(one, other),
      );
      settle(nodes);
    }
  }
}

function barycentre(
  node: FlowNode,
  edges: readonly FlowEdge[],
  position: ReadonlyMap<string, number>,
  forward: boolean,
): number {
  let [sum, weight] = [0, 0];
  for (const edge of edges) {
    const other = forward
      ? edge.to === node.id
        ? edge.from
        : null
      : edge.from === node.id
        ? edge.to
        : null;
    if (other === null || other === node.id) continue;
    sum += (position.get(other) ?? 0) * Number(edge.amount);
    weight += Number(edge.amount);
  }
  return weight === 0 ? (position.get(node.id) ?? 0) : sum / weight;
}

/**
 * Ribbons leave and arrive stacked in the order of what is at their other end, so that they do not
 * cross without need.
 */
function placeEdges(
  edges: readonly FlowEdge[],
  nodes: ReadonlyMap<string, PlacedNode>,
  scale: number,
): PlacedEdge[] {
  const width = (edge: FlowEdge) => Math.max(1, Number(edge.amount) * scale);
  const offsets = (side: "from" | "to") => {
    const found = new Map<FlowEdge, number>();
    const other = side === "from" ? "to" : "from";
    const y = (id: string) => nodes.get(id)?.y ?? 0;
    for (const id of nodes.keys()) {
      let at = 0;
      const own = edges.filter((edge) => edge[side] === id);
      own.sort((one, two) => y(one[other]) - y(two[other]) || (one[other] < two[other] ? -1 : 1));
      for (const edge of own) {
        found.set(edge, at + width(edge) / 2);
        at += width(edge);
      }
    }
    return found;
  };
  const [leaving, arriving] = [offsets("from"), offsets("to")];
  return edges
    .flatMap((edge): PlacedEdge[] => {
      const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
      if (!from || !to) return [];
      return [
        {
          ...edge,
          x1: from.x + NODE_WIDTH,
          y1: from.y + (leaving.get(edge) ?? 0),
          x2: to.x,
          y2: to.y + (arriving.get(edge) ?? 0),
          width: width(edge),
        },
      ];
    })
    .sort((one, two) => two.width - one.width || (one.from + one.to < two.from + two.to ? -1 : 1));
}

function byFlow(one: FlowNode, other: FlowNode): number {
  const [left, right] = [flowOf(one), flowOf(other)];
  return left === right ? (one.id < other.id ? -1 : 1) : left > right ? -1 : 1;
}
