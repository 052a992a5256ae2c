import type { Point } from "../types.ts";

interface Body {
  readonly id: string;
  readonly radius: number;
}

/**
 * Pushes overlapping discs apart, moving only those that are free; radii in the layout's own units.
 * Positions change in place.
 */
export function spread(
  bodies: readonly Body[],
  positions: Map<string, { x: number; y: number }>,
  movable: (id: string) => boolean,
  gap: number,
  rounds = 40,
): void {
  const largest = bodies.reduce((most, body) => Math.max(most, body.radius), 0);
  const cell = Math.max(1e-6, 2 * largest + gap);
  for (let round = 0; round < rounds; round += 1) {
    const grid = new Map<string, Body[]>();
    for (const body of bodies) {
      const at = positions.get(body.id);
      if (!at) continue;
      const key = `${Math.floor(at.x / cell)}:${Math.floor(at.y / cell)}`;
      const list = grid.get(key);
      if (list) list.push(body);
      else grid.set(key, [body]);
    }
    let moved = false;
    for (const body of bodies) {
      const at = positions.get(body.id);
      if (!at) continue;
      const column = Math.floor(at.x / cell);
      const row = Math.floor(at.y / cell);
      for (let dx = -1; dx <= 1; dx += 1) {
        for (let dy = -1; dy <= 1; dy += 1) {
          for (const other of grid.get(`${column + dx}:${row + dy}`) ?? []) {
            if (other.id <= body.id) continue;
            const to = positions.get(other.id);
            if (
              to &&
              separate(
                at,
                to,
                body.radius + other.radius + gap,
                movable(body.id),
                movable(other.id),
              )
            )
              moved = true;
          }
        }
      }
    }
    if (!moved) return;
  }
}

function separate(
  a: { x: number; y: number },
  b: { x: number; y: number },
  wanted: number,
  freeA: boolean,
  freeB: boolean,
): boolean {
  if (!freeA && !freeB) return false;
  const dx = b.x - a.x || 1e-3;
  const dy = b.y - a.y || 1e-3;
  const distance = Math.hypot(dx, dy);
  if (distance >= wanted) return false;
  const push = (wanted - distance) / distance / (freeA && freeB ? 2 : 1);
  if (freeA) {
    a.x -= dx * push;
    a.y -= dy * push;
  }
  if (freeB) {
    b.x += dx * push;
    b.y += dy * push;
  }
  return true;
}

/** Layout units a screen pixel stands for when the whole picture fits a stage of ordinary size. */
export function unitsPerPixel(points: Iterable<Point>): number {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of points) {
    left = Math.min(left, point.x);
    right = Math.max(right, point.x);
    top = Math.min(top, point.y);
    bottom = Math.max(bottom, point.y);
  }
  if (!Number.isFinite(left)) return 1;
  return Math.max((right - left) / 720, (bottom - top) / 440, 1e-3);
}
