import type { GraphRole } from "../../../contract/exploring.ts";
import type { Point } from "../types.ts";
import type { FlowColumn, LayoutEdge, LayoutNode } from "./types.ts";

const COLUMNS: readonly GraphRole[] = ["victim", "collector", "transit", "distributor", "cash-out"];
const COLUMN_WIDTH = 120;
const SWEEPS = 8;

function columnOfRole(node: LayoutNode): number | null {
  if (node.exit) return COLUMNS.length;
  const index = COLUMNS.indexOf(node.role);
  return index < 0 ? null : index;
}

/**
 * Columns by role; an account without one stands a column after the nearest payer, or before the
 * nearest recipient.
 */
function columnsOf(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
): ReadonlyMap<string, number> {
  const column = new Map<string, number>();
  for (const node of nodes) {
    const own = columnOfRole(node);
    if (own !== null) column.set(node.id, own);
  }
  const limit = COLUMNS.length - 1;
  for (let round = 0; round < nodes.length; round += 1) {
    const found = new Map<string, number>();
    for (const edge of edges) {
      const [from, to] = [column.get(edge.from), column.get(edge.to)];
      if (from !== undefined && to === undefined)
        found.set(edge.to, Math.min(limit, Math.max(found.get(edge.to) ?? 0, from + 1)));
      if (to !== undefined && from === undefined && !found.has(edge.from))
        found.set(edge.from, Math.max(0, Math.min(limit, to - 1)));
    }
    if (found.size === 0) break;
    for (const [id, value] of found) column.set(id, value);
  }
  for (const node of nodes) if (!column.has(node.id)) column.set(node.id, 0);
  return column;
}

/**
 * Barycentre order (Sugiyama, Tagawa and Toda 1981): each column sorted by the mean place of its
 * neighbours, to and fro.
 */
function order(
  columns: readonly (readonly LayoutNode[])[],
  edges: readonly LayoutEdge[],
): readonly (readonly LayoutNode[])[] {
  const beside = new Map<string, { id: string; weight: number }[]>();
  const tie = (id: string, other: string, weight: number) => {
    const list = beside.get(id);
    if (list) list.push({ id: other, weight });
    else beside.set(id, [{ id: other, weight }]);
  };
  for (const edge of edges) {
    if (edge.from === edge.to) continue;
    tie(edge.from, edge.to, Math.sqrt(edge.amount) + 1);
    tie(edge.to, edge.from, Math.sqrt(edge.amount) + 1);
  }
  const rank = new Map<string, number>();
  const remember = (column: readonly LayoutNode[]) => {
    column.forEach((node, index) => {
      rank.set(node.id, column.length === 1 ? 0.5 : index / (column.length - 1));
    });
  };
  const sorted = columns.map((column) =>
    [...column].sort(
      (a, b) =>
        (a.group ?? "~").localeCompare(b.group ?? "~") || b.flow - a.flow || (a.id < b.id ? -1 : 1),
    ),
  );
  for (const column of sorted) remember(column);
  const centre = (node: LayoutNode) => {
    let [sum, weight] = [0, 0];
    for (const other of beside.get(node.id) ?? []) {
      sum += (rank.get(other.id) ?? 0.5) * other.weight;
      weight += other.weight;
    }
    return weight === 0 ? (rank.get(node.id) ?? 0.5) : sum / weight;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const way = sweep % 2 === 0 ? sorted : [...sorted].reverse();
    for (const column of way) {
      const value = new Map(column.map((node) => [node.id, centre(node)]));
      column.sort(
        (a, b) => (value.get(a.id) ?? 0) - (value.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
      );
      remember(column);
    }
  }
  return sorted;
}

/**
 * Money flow: columns victim → collector → transit → distributor → cash-out → exits, ordered to
 * cross little.
 */
export function moneyFlowLayout(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
): { readonly positions: ReadonlyMap<string, Point>; readonly columns: readonly FlowColumn[] } {
  const columnOf = columnsOf(nodes, edges);
  const names: readonly GraphRole[] = [...COLUMNS, "none"];
  const filled = names
    .map((role, index) => ({
      role,
      members: nodes.filter((node) => columnOf.get(node.id) === index),
    }))
    .filter((column) => column.members.length > 0);
  const ordered = order(
    filled.map((column) => column.members),
    edges,
  );
  const room = (column: readonly LayoutNode[]) =>
    column.reduce((sum, node) => sum + 2 * node.radius + 6, 0);
  const crowd = Math.max(1, ...ordered.map((column) => column.length));
  const height = Math.max(...ordered.map(room), Math.min(crowd * 40, 380));
  const width = Math.max(COLUMN_WIDTH, (height * 1.62) / Math.max(1, ordered.length - 1));
  const positions = new Map<string, Point>();
  ordered.forEach((column, index) => {
    const spare = (height - room(column)) / Math.max(1, column.length);
    const gap = Math.min(spare, 64);
    let y = -(room(column) + gap * column.length) / 2;
    for (const node of column) {
      const space = 2 * node.radius + 6 + gap;
      positions.set(node.id, { x: index * width, y: -(y + space / 2) });
      y += space;
    }
  });
  return {
    positions,
    columns: ordered.map((column, index) => ({
      role: filled[index]?.role ?? "none",
      x: index * width,
      ids: column.map((node) => node.id),
    })),
  };
}
