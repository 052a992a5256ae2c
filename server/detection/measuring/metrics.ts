/** Measures of a ranking against labels, and of a grouping against planted networks. */

export interface Ranked {
  readonly score: number;
  readonly positive: boolean;
}

export interface CurvePoint {
  /** Length of the list. */
  readonly k: number;
  readonly precision: number;
  readonly recall: number;
}

/**
 * Average precision with ties treated as one step: the area under precision over recall (as
 * scikit-learn's average_precision_score does). Each group of equal scores enters whole, so that
 * the order within a tie cannot flatter.
 */
export function averagePrecision(items: readonly Ranked[]): number {
  const total = items.filter((item) => item.positive).length;
  if (total === 0) return 0;
  let sum = 0;
  let hits = 0;
  for (const group of tieGroups(items)) {
    hits += group.positives;
    sum += group.positives * (hits / group.end);
  }
  return sum / total;
}

/** Precision and recall after each group of equal scores. */
export function curve(items: readonly Ranked[]): CurvePoint[] {
  const total = items.filter((item) => item.positive).length;
  let hits = 0;
  return tieGroups(items).map((group) => {
    hits += group.positives;
    return { k: group.end, precision: hits / group.end, recall: total > 0 ? hits / total : 0 };
  });
}

/** Precision among the first k in the order given. */
export function precisionAt(items: readonly Ranked[], k: number): number {
  const top = items.slice(0, k);
  return top.length === 0 ? 0 : top.filter((item) => item.positive).length / top.length;
}

/** Share of all positives among the first hundredth. */
export function recallAtShare(items: readonly Ranked[], share: number): number {
  const total = items.filter((item) => item.positive).length;
  const top = items.slice(0, Math.ceil(items.length * share));
  return total === 0 ? 0 : top.filter((item) => item.positive).length / total;
}

function tieGroups(items: readonly Ranked[]): { end: number; positives: number }[] {
  const sorted = [...items].sort((a, b) => b.score - a.score);
  const groups: { end: number; positives: number }[] = [];
  let at = 0;
  while (at < sorted.length) {
    const { score } = sorted[at] as Ranked;
    let positives = 0;
    while (at < sorted.length && sorted[at]?.score === score) {
      if (sorted[at]?.positive) positives += 1;
      at += 1;
    }
    groups.push({ end: at, positives });
  }
  return groups;
}

/**
 * Adjusted Rand index (Hubert and Arabie 1985) of two groupings of the same items; 1 = the same
 * grouping, 0 = chance. Items without a found group count as groups of their own.
 */
export function adjustedRandIndex(
  truth: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): number {
  const cells = new Map<string, number>();
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  for (const [item, planted] of truth) {
    const group = found.get(item) || ` ${item}`;
    count(cells, `${planted}\n${group}`);
    count(rows, planted);
    count(columns, group);
  }
  const pairs = (counts: ReadonlyMap<string, number>) => {
    let sum = 0;
    for (const size of counts.values()) sum += (size * (size - 1)) / 2;
    return sum;
  };
  const [both, planted, grouped] = [pairs(cells), pairs(rows), pairs(columns)];
  const all = (truth.size * (truth.size - 1)) / 2;
  const expected = all === 0 ? 0 : (planted * grouped) / all;
  const most = (planted + grouped) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
