import type { Point } from "./types.ts";

/**
 * Even-odd rule: inside where a ray to the right crosses the loop an odd number of times. The loop
 * closes by itself.
 */
export function isInside(point: Point, loop: readonly Point[]): boolean {
  let inside = false;
  loop.forEach((a, index) => {
    const b = loop[(index + 1) % loop.length] ?? a;
    if (a.y > point.y === b.y > point.y) return;
    if (point.x < a.x + ((point.y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  });
  return inside;
}
