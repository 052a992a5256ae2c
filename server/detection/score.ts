import type { Evidence } from "./evidence.ts";
import { PARAMETERS } from "./parameters.ts";

export type Weights = Readonly<Record<string, number>>;

export interface Scores {
  /** Own evidence: families added up. */
  readonly own: Float64Array;
  /** With the best partner's credit. */
  readonly points: Float64Array;
  /** What the best partner added. */
  readonly credit: Float64Array;
}

/**
 * Families added up (a noisy-or of chances), then twice half of the best partner's points across relations that themselves carry at least
 * four, and at most what the relation carries: who deals with droppers in the very transfers that stand out is part of it. `weights` reweigh the families (docs/detection.md,
 * "Learning from decisions"); a family not named keeps 1.
 */
export function addUp(evidence: Evidence, weights: Weights = {}): Scores {
  const { flow, relations, relationPoints, peers } = evidence;
  const own = new Float64Array(flow.accounts);
  for (const { family, points } of evidence.families) {
    const weight = weights[family] ?? 1;
    for (const account of peers.active) {
      own[account] = (own[account] as number) + weight * Math.min(PARAMETERS.cap, points[account] as number);
    }
  }
  let points = own;
  let credit = new Float64Array(flow.accounts);
  for (let round = 0; round < PARAMETERS.partnerRounds; round += 1) {
    const best = new Float64Array(flow.accounts);
    for (let at = 0; at < relations.count; at += 1) {
      if ((relationPoints[at] as number) < PARAMETERS.partnerPoints) continue;
      const [payer, payee] = [relations.from[at] as number, relations.to[at] as number];
      const most = relationPoints[at] as number;
      best[payer] = Math.max(best[payer] as number, Math.min(most, points[payee] as number));
      best[payee] = Math.max(best[payee] as number, Math.min(most, points[payer] as number));
    }
    credit = best.map((value) => value * PARAMETERS.partnerShare);
    points = own.map((value, account) => value + (credit[account] as number));
  }
  return { own, points, credit };
}

/** 0..1, same order as the points; 12 points (one family at its cap) are a half. */
export function scoreOf(points: number): number {
  return points / (points + PARAMETERS.cap);
}
