import type { LayoutEdge } from "./types.ts";

/** The neighbours of each node, with the money between them. */
export function ties(
  edges: readonly LayoutEdge[],
): ReadonlyMap<string, readonly { other: string; amount: number }[]> {
  const found = new Map<string, { other: string; amount: number }[]>();
  const add = (id: string, other: string, amount: number) => {
    const list = found.get(id);
    if (list) list.push({ other, amount });
    else found.set(id, [{ other, amount }]);
  };
  for (const edge of edges) {
    if (edge.from === edge.to) continue;
    add(edge.from, edge.to, edge.amount);
    add(edge.to, edge.from, edge.amount);
  }
  return found;
}
