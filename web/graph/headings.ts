import { type Box, type Disc, meets, touches } from "./labels.ts";
import type { Point } from "./types.ts";

/**
 * The place of the two lines above a cluster: clear of every disc and of each other, if there is
 * such a place beside the outline.
 */

export interface Heading {
  readonly id: string;
  /** Corners of the outline, in pixels. */
  readonly outline: readonly Point[];
  /** Of the longer line. */
  readonly width: number;
}

export interface PlacedHeading {
  readonly id: string;
  /** Middle of the upper line; the lower one stands `HEADING_LINE` below. */
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

export const HEADING_LINE = 14;
const HALF_LINE = 8;
/** An outline is drawn with a round stroke so wide: half of it lies outside the corners. */
const OUTSIDE = 22;
const ABOVE = OUTSIDE + 24;
const BELOW = OUTSIDE + 14;
/** Parts of the outline's width by which a heading may step aside from the middle. */
const ASIDE = [0, -0.2, 0.2, -0.4, 0.4] as const;

/**
 * Headings in their order; each takes the first free place (above before below, the middle before
 * the sides), else the least bad one.
 */
export function placeHeadings(
  headings: readonly Heading[],
  discs: readonly Disc[],
  room: { readonly top: number; readonly bottom: number },
): readonly PlacedHeading[] {
  const placed: PlacedHeading[] = [];
  for (const { id, outline, width } of headings) {
    if (outline.length < 3) continue;
    const [xs, ys] = [outline.map((point) => point.x), outline.map((point) => point.y)];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    let best: { readonly place: PlacedHeading; readonly faults: number } | undefined;
    for (const y of [Math.min(...ys) - ABOVE, Math.max(...ys) + BELOW]) {
      if (y < room.top || y > room.bottom) continue;
      for (const part of ASIDE) {
        if (best?.faults === 0) break;
        const x = (left + right) / 2 + part * (right - left);
        const box = {
          left: x - width / 2 - 6,
          right: x + width / 2 + 6,
          top: y - HALF_LINE,
          bottom: y + HEADING_LINE + HALF_LINE,
        };
        if (placed.some((other) => meets(other.box, box))) continue;
        const faults = discs.filter((disc) => touches(box, disc)).length;
        if (best === undefined || faults < best.faults) best = { place: { id, x, y, box }, faults };
      }
    }
    if (best) placed.push(best.place);
  }
  return placed;
}
