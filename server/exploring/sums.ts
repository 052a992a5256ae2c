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
