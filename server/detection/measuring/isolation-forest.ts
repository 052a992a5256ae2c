import { seededRandom } from "../../../contract/seeded-random.ts";

/**
 * Isolation forest (Liu, Ting, Zhou, ICDM 2008): how few random cuts it takes to set an account
 * apart, as 0..1. Only the yardstick of
 * `evaluate`; the product does not use it. 100 trees of 256 samples, seeded.
 */
const TREES = 100;
const SAMPLE = 256;

interface Node {
  readonly column: number;
  readonly cut: number;
  readonly left: Node | number;
  readonly right: Node | number;
}

export function isolationForest(columns: readonly Float64Array[]): Float64Array {
  const count = columns[0]?.length ?? 0;
  const depths = new Float64Array(count);
  if (count < 2) return depths;
  const random = seededRandom(256);
  const sample = Math.min(SAMPLE, count);
  const limit = Math.ceil(Math.log2(sample));
  for (let tree = 0; tree < TREES; tree += 1) {
    const chosen = Array.from({ length: sample }, () => Math.floor(random() * count));
    const root = grow(columns, chosen, 0, limit, random);
    for (let item = 0; item < count; item += 1) depths[item]! += depthOf(columns, root, item);
  }
  return depths.map((depth) => 2 ** (-depth / TREES / averagePath(sample)));
}

function grow(
  columns: readonly Float64Array[],
  items: readonly number[],
  depth: number,
  limit: number,
  random: () => number,
): Node | number {
  if (depth >= limit || items.length <= 1) return items.length;
  const column = Math.floor(random() * columns.length);
  const values = columns[column] as Float64Array;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const item of items) {
    low = Math.min(low, values[item]!);
    high = Math.max(high, values[item]!);
  }
  const cut = low + random() * (high - low);
  if (!(high > low)) return items.length;
  const left = items.filter((item) => values[item]! < cut);
  const right = items.filter((item) => values[item]! >= cut);
  return {
    column,
    cut,
    left: grow(columns, left, depth + 1, limit, random),
    right: grow(columns, right, depth + 1, limit, random),
  };
}

function depthOf(columns: readonly Float64Array[], root: Node | number, item: number): number {
  let node = root;
  let depth = 0;
  while (typeof node !== "number") {
    node = (columns[node.column] as Float64Array)[item]! < node.cut ? node.left : node.right;
    depth += 1;
  }
  return depth + averagePath(node);
}

/** Mean depth of an unsuccessful search in a binary tree of so many items. */
function averagePath(items: number): number {
  if (items <= 1) return 0;
  if (items === 2) return 1;
  return 2 * (Math.log(items - 1) + 0.5772156649) - (2 * (items - 1)) / items;
}
