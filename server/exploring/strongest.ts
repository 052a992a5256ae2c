import type { TransferColumns } from "../columns/columns.ts";
import type { Milliseconds } from "../time/instant.ts";
import { type PathAnswer, type PathOptions, timeRespectingPaths } from "./paths.ts";

/**
 * The strongest ways in order of time: those whose smallest transfer is as large as it can be, in the
 * currency of most transfers. A way of transfers of at least X exists up to some X and no further,
 * so the largest X is found by halving (the widest path problem, by thresholds).
 */
export function strongestPaths(
  columns: TransferColumns,
  from: number,
  to: number,
  largestGap: Milliseconds,
  options: PathOptions,
): PathAnswer {
  const currency = mainCurrency(columns);
  const amounts = amountsOf(columns, currency);
  const above = (least: bigint) =>
    timeRespectingPaths(columns, from, to, largestGap, {
      ...options,
      counts: (row) =>
        columns.currency[row] === currency && (columns.amount[row] as bigint) >= least,
    });
  let best = above(0n);
  let [low, high] = best.paths.length === 0 ? [0, 0] : [0, amounts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = above(amounts[middle] as bigint);
    if (found.paths.length > 0) {
      best = found;
      low = middle + 1;
    } else high = middle;
  }
  return best;
}

/** Index of the currency that most transfers have. */
function mainCurrency(columns: TransferColumns): number {
  const counts = new Map<number, number>();
  for (let row = 0; row < columns.length; row += 1) {
    const currency = columns.currency[row] as number;
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The amounts of one currency, each once, the smallest first. */
function amountsOf(columns: TransferColumns, currency: number): readonly bigint[] {
  const found = new Set<bigint>();
  for (let row = 0; row < columns.length; row += 1)
    if (columns.currency[row] === currency) found.add(columns.amount[row] as bigint);
  return [...found].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
