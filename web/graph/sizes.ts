import type { PictureEdge, PictureNode } from "./types.ts";

/** Radius in pixels by role before the money is added. */
const BASE: Readonly<Record<PictureNode["role"], number>> = {
  victim: 3.4,
  none: 3.2,
  "cash-out": 6.5,
  transit: 7.5,
  collector: 8,
  distributor: 8.5,
};
const EXIT_BASE = 7.5;
const MERCHANT_BASE = 7;
const MILLION = 1_000_000;
/** Below it a pictogram cannot be read. */
export const ICON_FROM = 7;

/**
 * Radius in pixels: the role's base and up to 7 px more by the square root of the money in
 * millions.
 */
export function nodeRadius(
  node: Pick<PictureNode, "role" | "exitKind" | "merchant" | "flow">,
): number {
  const base = node.exitKind !== null ? EXIT_BASE : node.merchant ? MERCHANT_BASE : BASE[node.role];
  return base + Math.min(7, 0.95 * Math.sqrt(Math.max(0, node.flow) / MILLION));
}

/** 0..1 by the square root of the amount against the largest on the stage. */
export function edgeShare(amount: number, largest: number): number {
  return largest <= 0 ? 0 : Math.sqrt(Math.max(0, Math.min(1, amount / largest)));
}

/** Width in pixels: hair for small sums, 5.3 px for the largest. */
export function edgeWidth(amount: number, largest: number): number {
  return 0.7 + 4.6 * edgeShare(amount, largest);
}

export function largestAmount(edges: Iterable<Pick<PictureEdge, "amount">>): number {
  let largest = 0;
  for (const edge of edges) largest = Math.max(largest, edge.amount);
  return largest;
}

/**
 * Three round amounts for the scale beside the zoom buttons: about 1 %, a tenth and the whole of
 * the largest.
 */
export function scaleAmounts(largest: number): readonly number[] {
  if (largest <= 0) return [];
  const round = (value: number) => {
    const unit = 10 ** Math.floor(Math.log10(value));
    const lead = value / unit;
    return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * unit;
  };
  const whole = round(largest);
  return [...new Set([round(whole / 100), round(whole / 8), whole])].filter(
    (amount) => amount >= 1,
  );
}
