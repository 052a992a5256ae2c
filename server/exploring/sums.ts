import type { MoneyText } from "../../contract/exploring.ts";

/** Adds amounts up per currency; written in the order of the currency codes. */
export function sumByCurrency(
  parts: Iterable<{ readonly currency: string; readonly amount: bigint }>,
): MoneyText[] {
  const sums = new Map<string, bigint>();
  for (const { currency, amount } of parts) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  return [...sums]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, amount]) => ({ currency, amount: amount.toString() }));
}

/** Groups by a key, keeping the order in which keys are first met. */
export function groupBy<Item>(
  items: Iterable<Item>,
  key: (item: Item) => string,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const known = groups.get(key(item));
    if (known) known.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Largest sum of any one currency: for ranking counterparties, never for showing. */
export function largestSum(sums: readonly MoneyText[]): bigint {
  return sums.reduce(
    (largest, { amount }) => (BigInt(amount) > largest ? BigInt(amount) : largest),
    0n,
  );
}
