import type { Point } from "../types.ts";
import { unitsPerPixel } from "./spread.ts";
import { ties } from "./ties.ts";
import type { LayoutEdge, LayoutNode, Places } from "./types.ts";

/**
 * More new nodes than old ones: rings around everything, each node on the side of what it is tied
 * to.
 */
function ringsAround(
  places: Places,
  fresh: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  middle: Point,
  unit: number,
): void {
  const beside = ties(edges);
  const old = new Map(places);
  const angleOf = (node: LayoutNode) => {
    let [x, y] = [0, 0];
    for (const tie of beside.get(node.id) ?? []) {
      const at = old.get(tie.other);
      if (!at) continue;
      const weight = Math.sqrt(tie.amount) + 1;
      x += (at.x - middle.x) * weight;
      y += (at.y - middle.y) * weight;
    }
    return Math.atan2(y, x || 1e-9);
  };
  const ordered = fresh
    .map((node) => ({ node, angle: angleOf(node) }))
    .sort((a, b) => a.angle - b.angle || (a.node.id < b.node.id ? -1 : 1));
  const reach = [...old.values()].reduce(
    (most, at) => Math.max(most, Math.hypot(at.x - middle.x, at.y - middle.y)),
    0,
  );
  const step = 24 * unit;
  let [radius, index] = [reach + 2 * step, 0];
  const rings: number[] = [];
  for (let left = ordered.length; left > 0; ) {
    const room = Math.max(12, Math.floor((2 * Math.PI * radius) / step));
    rings.push(Math.min(room, left));
    left -= room;
    radius += step;
  }
  // Neighbours in angle lie on different rings at nearly the same angle.
  const used = rings.map(() => 0);
  for (const { node } of ordered) {
    const ring = used.reduce(
      (best, count, at) =>
        (count + 1) / (rings[at] ?? 1) < ((used[best] ?? 0) + 1) / (rings[best] ?? 1) ? at : best,
      0,
    );
    used[ring] = (used[ring] ?? 0) + 1;
    const angle = -Math.PI + (2 * Math.PI * (index + 0.5)) / ordered.length;
    const distance = reach + 2 * step + ring * step;
    places.set(node.id, {
      x: middle.x + 1.25 * Math.cos(angle) * distance,
      y: middle.y + Math.sin(angle) * distance,
    });
    index += 1;
  }
}

/**
 * New nodes in a fan around the node they are tied to, on the side away from the rest; what was
 * there does not move.
 */
export function grow(
  places: Places,
  fresh: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
): void {
  const unit = unitsPerPixel(places.values());
  const middle = { x: 0, y: 0 };
  for (const point of places.values()) {
    middle.x += point.x / places.size;
    middle.y += point.y / places.size;
  }
  if (fresh.length > places.size && fresh.length > 30) {
    ringsAround(places, fresh, edges, middle, unit);
    return;
  }
  const beside = ties(edges);
  let waiting = [...fresh];
  while (waiting.length > 0) {
    const fans = new Map<string, LayoutNode[]>();
    for (const node of waiting) {
      const tie = (beside.get(node.id) ?? [])
        .filter((edge) => places.has(edge.other))
        .sort((a, b) => b.amount - a.amount || (a.other < b.other ? -1 : 1))[0];
      if (tie) fans.set(tie.other, [...(fans.get(tie.other) ?? []), node]);
    }
    if (fans.size === 0) {
      waiting.forEach((node, index) => {
        places.set(node.id, {
          x: middle.x + (index - waiting.length / 2) * 26 * unit,
          y: middle.y + 300 * unit,
        });
      });
      return;
    }
    for (const [anchor, members] of fans) fan(places, anchor, members, middle, unit);
    waiting = waiting.filter((node) => !places.has(node.id));
  }
}

function fan(
  places: Places,
  anchor: string,
  members: readonly LayoutNode[],
  middle: Point,
  unit: number,
): void {
  const at = places.get(anchor) ?? { x: 0, y: 0 };
  const out = Math.atan2(at.y - middle.y, at.x - middle.x || 1e-6);
  const perRing = Math.max(8, Math.ceil(Math.sqrt(members.length) * 3));
  members.forEach((node, index) => {
    const ring = Math.floor(index / perRing);
    const inRing = Math.min(perRing, members.length - ring * perRing);
    const place = index - ring * perRing;
    const width = Math.min(Math.PI * 1.5, 0.36 * inRing);
    const angle = out + (inRing === 1 ? 0 : (place / (inRing - 1) - 0.5) * width) + ring * 0.11;
    const distance = (64 + ring * 30) * unit;
    places.set(node.id, {
      x: at.x + Math.cos(angle) * distance,
      y: at.y + Math.sin(angle) * distance,
    });
  });
}
