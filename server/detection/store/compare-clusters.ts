/** Clusters of two runs held against each other by the accounts they share. */
export interface ClusterSet {
  readonly id: string;
  readonly rank: number;
  readonly accounts: readonly string[];
}

export interface ClusterChange {
  change: "new" | "grown" | "shrunk" | "changed" | "same" | "gone";
  cluster: string | null;
  previous: string | null;
  rank: number | null;
  previousRank: number | null;
  added: string[];
  removed: string[];
}

/**
 * A cluster continues the earlier one it shares most accounts with, if it is at least half of the
 * smaller of the two.
 */
export function compareClusters(
  now: readonly ClusterSet[],
  before: readonly ClusterSet[],
): ClusterChange[] {
  const clusterOf = new Map<string, number>();
  before.forEach((cluster, index) => {
    for (const account of cluster.accounts) clusterOf.set(account, index);
  });
  const taken = new Set<number>();
  const changes = now.map((cluster): ClusterChange => {
    const index = predecessor(cluster, before, clusterOf, taken);
    const earlier = index === undefined ? undefined : before[index];
    if (index === undefined || !earlier) {
      const nothing = { previous: null, previousRank: null, removed: [] };
      return {
        change: "new",
        cluster: cluster.id,
        rank: cluster.rank,
        added: [...cluster.accounts].sort(),
        ...nothing,
      };
    }
    taken.add(index);
    const [mine, theirs] = [new Set(cluster.accounts), new Set(earlier.accounts)];
    const added = [...mine].filter((account) => !theirs.has(account)).sort();
    const removed = [...theirs].filter((account) => !mine.has(account)).sort();
    return {
      change: kindOf(added.length, removed.length),
      cluster: cluster.id,
      previous: earlier.id,
      rank: cluster.rank,
      previousRank: earlier.rank,
      added,
      removed,
    };
  });
  const gone = before
    .filter((_, index) => !taken.has(index))
    .map((cluster): ClusterChange => {
      const removed = [...cluster.accounts].sort();
      return {
        change: "gone",
        cluster: null,
        previous: cluster.id,
        rank: null,
        previousRank: cluster.rank,
        added: [],
        removed,
      };
    });
  return [...changes, ...gone];
}

function predecessor(
  cluster: ClusterSet,
  before: readonly ClusterSet[],
  clusterOf: ReadonlyMap<string, number>,
  taken: ReadonlySet<number>,
): number | undefined {
  const shared = new Map<number, number>();
  for (const account of cluster.accounts) {
    const index = clusterOf.get(account);
    if (index !== undefined && !taken.has(index)) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  const [best] = [...shared].sort(([a, x], [b, y]) => y - x || a - b);
  if (!best) return undefined;
  const smaller = Math.min(cluster.accounts.length, before[best[0]]?.accounts.length ?? 0);
  return best[1] * 2 >= smaller ? best[0] : undefined;
}

function kindOf(added: number, removed: number): ClusterChange["change"] {
  if (added > 0 && removed > 0) return "changed";
  if (added > 0) return "grown";
  return removed > 0 ? "shrunk" : "same";
}
