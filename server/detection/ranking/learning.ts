import type { Decision } from "../../../contract/detection.ts";
import { CONSTANTS } from "../parameters.ts";
import type { RankedAccount } from "./detection-result.ts";
import type { Weights } from "./scores.ts";

const { leastDecisions, prior, steps, mostWeight, pointsPerOdds } = CONSTANTS.learning;

export interface Learned {
  readonly weights: Weights;
  readonly confirmed: number;
  readonly dismissed: number;
}

/**
 * Reweighs the families by what investigators confirmed and dismissed: logistic regression of the
 * decision on the families' points, pulled towards weight 1 for each family (a Gaussian prior, so
 * that it is also the unreweighed score when nothing speaks against that), by gradient descent from
 * there. The coefficients are the weights shown with the run; leaving them out gives the plain
 * score back. Undefined when there are too few decisions.
 */
export function learnWeights(
  ranking: readonly RankedAccount[],
  decisions: ReadonlyMap<string, boolean>,
): Learned | undefined {
  const examples = ranking.filter((item) => decisions.has(item.account));
  const confirmed = examples.filter((item) => decisions.get(item.account) === true).length;
  const dismissed = examples.length - confirmed;
  if (confirmed < leastDecisions || dismissed < leastDecisions) return undefined;
  const families = [
    ...new Set(examples.flatMap((item) => item.families.map(([family]) => family))),
  ].sort();
  const rows = examples.map((item) => {
    const points = families.map((family) => {
      const own = item.families.filter(([name]) => name === family);
      return own.reduce((sum, [, value]) => sum + value, 0);
    });
    return { points, label: decisions.get(item.account) === true ? 1 : 0 };
  });
  // One point is a factor of ten in chance; natural logarithm of the odds per point.
  const scale = Math.LN10 / pointsPerOdds;
  const weights = families.map(() => 1);
  let bias = -scale * meanOf(rows.map((row) => row.points.reduce((a, b) => a + b, 0)));
  const rate =
    1 /
    (1 +
      Math.max(
        ...rows.map((row) => row.points.reduce((sum, value) => sum + (scale * value) ** 2, 1)),
      ));
  for (let step = 0; step < steps; step += 1) {
    const slope = weights.map((weight) => (prior / rows.length) * (weight - 1) * scale ** 2);
    let biasSlope = 0;
    for (const row of rows) {
      const odds =
        bias +
        scale * row.points.reduce((sum, value, at) => sum + value * (weights[at] as number), 0);
      const miss = 1 / (1 + Math.exp(-odds)) - row.label;
      biasSlope += miss / rows.length;
      row.points.forEach((value, at) => {
        slope[at] = (slope[at] as number) + (miss * scale * value) / rows.length;
      });
    }
    bias -= rate * biasSlope;
    weights.forEach((weight, at) => {
      weights[at] = Math.min(mostWeight, Math.max(0, weight - rate * (slope[at] as number)));
    });
  }
  return {
    weights: Object.fromEntries(families.map((family, at) => [family, weights[at] as number])),
    confirmed,
    dismissed,
  };
}

/**
 * Newest word on each account: its own, else that of its cluster. True = confirmed, false =
 * dismissed; others do not teach.
 */
export function decidedAccounts(
  latest: ReadonlyMap<string, Decision>,
  clusterMembers: ReadonlyMap<string, readonly string[]>,
): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const teach = (account: string, decision: Decision) => {
    if (decision.verdict === "confirmed") found.set(account, true);
    else if (decision.verdict === "dismissed" || decision.verdict === "known-good")
      found.set(account, false);
    else found.delete(account);
  };
  for (const decision of latest.values()) {
    if (decision.subject !== "cluster") continue;
    for (const account of clusterMembers.get(decision.target) ?? []) teach(account, decision);
  }
  for (const decision of latest.values())
    if (decision.subject === "account") teach(decision.target, decision);
  return found;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
