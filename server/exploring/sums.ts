import type { MoneyText } from "../../contract/exploring.ts";

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
