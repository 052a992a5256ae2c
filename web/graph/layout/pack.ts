import type { Point } from "../types.ts";

/** The packed whole should be this much wider than high: a stage is wide. */
const ASPECT = 1.5;

/**
 * Middles of circles laid beside each other without touching, the largest first, each as near to
 * the centre as fits (an ellipse as wide as a stage). Deterministic; a circle's place depends only
 * on those before it.
 */
export function packCircles(radii: readonly number[], gap: number): readonly Point[] {
  const order = radii
    .map((_, index) => index)
    .sort((a, b) => (radii[b] ?? 0) - (radii[a] ?? 0) || a - b);
  const placed = new Map<number, Point>();
  for (const index of order) {
    const radius = radii[index] ?? 0;
    placed.set(index, nearestFree(radius, placed, radii, gap));
  }
  return radii.map((_, index) => placed.get(index) ?? { x: 0, y: 0 });
}

function nearestFree(
  radius: number,
  placed: ReadonlyMap<number, Point>,
  radii: readonly number[],
  gap: number,
): Point {
  if (placed.size === 0) return { x: 0, y: 0 };
  const free = (point: Point) => {
    for (const [other, at] of placed) {
      if (Math.hypot(point.x - at.x, point.y - at.y) < radius + (radii[other] ?? 0) + gap)
        return false;
    }
    return true;
  };
  let best: Point = { x: 0, y: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const [other, at] of placed) {
    const distance = radius + (radii[other] ?? 0) + gap * 1.001;
    for (let step = 0; step < 48; step += 1) {
      const angle = (step * Math.PI) / 24;
      const point = { x: at.x + distance * Math.cos(angle), y: at.y + distance * Math.sin(angle) };
      const cost = Math.hypot(point.x / ASPECT, point.y);
      if (cost < least - 1e-9 && free(point)) {
        best = point;
        least = cost;
      }
    }
  }
  return best;
}
