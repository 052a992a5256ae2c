import type { ClusterRow } from "../../../contract/detection.ts";

/** The amount to sort by: the tenge part where there is one, else the first currency. */
function mainAmount(sums: ClusterRow["received"]): bigint {
  return BigInt((sums.find((sum) => sum.currency === "KZT") ?? sums[0])?.amount ?? "0");
}

/** The value that each column of the table of clusters is sorted by. */
export const SORTED_BY: Readonly<Record<string, (row: ClusterRow) => number | bigint>> = {
  rank: (row) => row.rank,
  evidence: (row) => row.points,
  received: (row) => mainAmount(row.received),
  left: (row) => mainAmount(row.leftThroughExits),
  period: (row) => row.first,
};

/** "received" is ascending, "-received" descending; ties keep the rank's order. */
export function sortClusters(rows: readonly ClusterRow[], sort: string): readonly ClusterRow[] {
  const down = sort.startsWith("-");
  const value = SORTED_BY[down ? sort.slice(1) : sort] ?? SORTED_BY.rank;
  if (!value) return rows;
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return x === y ? a.rank - b.rank : x < y === !down ? -1 : 1;
  });
}
