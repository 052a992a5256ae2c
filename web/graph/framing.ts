import type { Point } from "./types.ts";

export interface Extent {
  readonly x: [number, number];
  readonly y: [number, number];
}

export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Frame {
  /** Graph units a pixel stands for. */
  readonly unit: number;
  /**
   * The area that the whole stage shows, in graph units: the content plus the margins under the
   * floating bars.
   */
  readonly box: Extent;
}

function extentOf(points: Iterable<Point>): Extent {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return Number.isFinite(left) ? { x: [left, right], y: [low, high] } : { x: [0, 1], y: [0, 1] };
}

/**
 * The largest size at which all points lie between the margins of a stage; y grows upwards, as in
 * Sigma.
 */
export function frameFor(
  points: Iterable<Point>,
  stage: { readonly width: number; readonly height: number },
  margins: Margins,
): Frame {
  const { x, y } = extentOf(points);
  const room = {
    width: Math.max(40, stage.width - margins.left - margins.right),
    height: Math.max(40, stage.height - margins.top - margins.bottom),
  };
  const unit = Math.max((x[1] - x[0]) / room.width, (y[1] - y[0]) / room.height, 1e-3, LEAST_UNIT);
  const middle = {
    x: (x[0] + x[1]) / 2 + ((margins.right - margins.left) / 2) * unit,
    y: (y[0] + y[1]) / 2 + ((margins.top - margins.bottom) / 2) * unit,
  };
  return {
    unit,
    box: {
      x: [middle.x - (stage.width / 2) * unit, middle.x + (stage.width / 2) * unit],
      y: [middle.y - (stage.height / 2) * unit, middle.y + (stage.height / 2) * unit],
    },
  };
}

/** Two or three accounts are not blown up over the whole stage. */
const LEAST_UNIT = 0.22;
