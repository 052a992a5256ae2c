import type { Point } from "./types.ts";

export type Direction = "left" | "right" | "up" | "down";

const AXES: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * The place one comes to from another by an arrow key: the nearest one on that side, where what lies
 * straight ahead counts as nearer. Places are those of the screen, y downwards. null = there is none.
 */
export function towards(
  places: ReadonlyMap<string, Point>,
  from: Point,
  direction: Direction,
): string | null {
  const axis = AXES[direction];
  let best: { id: string; cost: number } | null = null;
  for (const [id, { x, y }] of places) {
    const [dx, dy] = [x - from.x, y - from.y];
    const ahead = dx * axis.x + dy * axis.y;
    const beside = Math.abs(dx * axis.y) + Math.abs(dy * axis.x);
    if (ahead <= 0.5 || beside > ahead * 3) continue;
    const cost = ahead + 2 * beside;
    if (best === null || cost < best.cost || (cost === best.cost && id < best.id))
      best = { id, cost };
  }
  return best?.id ?? null;
}
