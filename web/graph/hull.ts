import type { Point } from "./types.ts";

function turn(origin: Point, a: Point, b: Point): number {
  return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
}

/**
 * Convex hull by Andrew's monotone chain (1979), counter-clockwise; fewer than three points come
 * back as they are.
 */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      for (;;) {
        const [before, last] = [chain[chain.length - 2], chain[chain.length - 1]];
        if (!before || !last || turn(before, last, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

/**
 * The outline of a cluster: hull of the 97 % of its points nearest to their middle, so that one
 * stray does not stretch it.
 */
export function outlineOf(points: readonly Point[]): readonly Point[] {
  if (points.length === 0) return [];
  const middle = {
    x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
    y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
  };
  const distance = (point: Point) => Math.hypot(point.x - middle.x, point.y - middle.y);
  const nearest = [...points].sort((a, b) => distance(a) - distance(b));
  return convexHull(nearest.slice(0, Math.max(3, Math.ceil(points.length * 0.97))));
}
