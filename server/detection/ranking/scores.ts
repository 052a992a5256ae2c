import { rounded } from "../indicators/chance.ts";
import { PARAMETERS } from "../parameters.ts";

export interface Scores {
  /** Its own: families added up. */
  readonly own: Float64Array;
  /** What the money alone shows, with what it lends. */
  readonly money: Float64Array;
  /** With what partners added. */
  readonly points: Float64Array;
  /** What partners added. */
  readonly credit: Float64Array;
  /** The partner that added most, -1 = none. */
  readonly partner: Int32Array;
}

/**
 * What a family's points count in the sum: nearly all where they are many, next to nothing where
 * they are few. Most droppers stand out by two or three families; a dozen families each a little
 * out of the ordinary are an ordinary account. So each family is a mixture of "it bears on the
 * account" and "it does not": log10(1 + 10^(points − ½)) from its value at zero.
 */
export function counted(points: number): number {
  if (points === 0) return 0;
  const most = Math.min(PARAMETERS.cap, points);
  return rounded(
    Math.log10((1 + 10 ** (most - PARAMETERS.familyDoubt)) / (1 + 10 ** -PARAMETERS.familyDoubt)),
  );
}

/** 0..1, same order as the points; 12 points (one family at its cap) are a half. */
export function scoreOf(points: number): number {
  return points / (points + PARAMETERS.cap);
}
