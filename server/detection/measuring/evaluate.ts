import type { TransferColumns } from "../../columns/columns.ts";
import type { DetectionResult } from "../ranking/detection-result.ts";
import {
  adjustedRandIndex,
  averagePrecision,
  type CurvePoint,
  curve,
  precisionAt,
  type Ranked,
  recallAtShare,
} from "./metrics.ts";
import { trivialColumns } from "./trivial.ts";

export interface Evaluation {
  /** Labelled accounts with a transfer; all of them where only droppers are labelled. */
  readonly accounts: number;
  /** No account is labelled 0: every account not labelled 1 counts as 0. */
  readonly onlyDroppersLabelled: boolean;
  readonly positives: number;
  readonly baseRate: number;
  /** The list of droppers: possible victims are not on it and count as lowest. */
  readonly list: Measures;
  /** Everybody by score, possible victims too: for labels that mean "took part". */
  readonly all: Measures;
  readonly trivial: readonly { name: string; averagePrecision: number }[];
  readonly bestTrivial: number;
  readonly timesBestTrivial: number;
  readonly clusters: readonly {
    cluster: string;
    rank: number;
    size: number;
    droppers: number;
    purity: number;
  }[];
  /** Share of accounts in clusters that are labelled, possible victims apart. */
  readonly meanPurity: number;
  readonly adjustedRandIndex: number | null;
  /** Of planted networks: recall of their members in the list as long as there are positives. */
  readonly recallByNetwork: readonly { network: string; members: number; recall: number }[];
}

export interface Measures {
  readonly averagePrecision: number;
  readonly precisionAt: Readonly<Record<string, number>>;
  readonly recallAt1Percent: number;
  readonly curve: readonly CurvePoint[];
}

export interface Truth {
  readonly labels: ReadonlyMap<string, boolean>;
  /** Planted network by account, where a file gives it. */
  readonly networks: ReadonlyMap<string, string>;
}

export function evaluate(
  columns: TransferColumns,
  result: DetectionResult,
  truth: Truth,
): Evaluation {
  const onlyDroppersLabelled = ![...truth.labels.values()].includes(false);
  const ranked = onlyDroppersLabelled
    ? result.ranking
    : result.ranking.filter((item) => truth.labels.has(item.account));
  const positive = (account: string) => truth.labels.get(account) === true;
  // Victims keep their order below everybody who is listed.
  const listed = [...ranked].sort(
    (a, b) => Number(a.role === "victim") - Number(b.role === "victim"),
  );
  const list = listed.map((item): Ranked => {
    const score = item.role === "victim" ? item.score - 1 : item.score;
    return { score, positive: positive(item.account) };
  });
  const all = ranked.map(
    (item): Ranked => ({ score: item.score, positive: positive(item.account) }),
  );
  const positives = all.filter((item) => item.positive).length;
  const trivial = trivialColumns(columns).map(({ name, values }) => ({
    name,
    averagePrecision: averagePrecision(
      ranked.map((item) => ({
        score: values[columns.accounts.indexOf(item.account) ?? -1] ?? 0,
        positive: positive(item.account),
      })),
    ),
  }));
  const bestTrivial = Math.max(...trivial.map((one) => one.averagePrecision));
  const measured = measures(list);
  const clusters = purity(result, positive);
  const inClusters = clusters.reduce((sum, one) => sum + one.size, 0);
  return {
    accounts: ranked.length,
    onlyDroppersLabelled,
    positives,
    baseRate: ranked.length > 0 ? positives / ranked.length : 0,
    list: measured,
    all: measures(all),
    trivial,
    bestTrivial,
    timesBestTrivial: bestTrivial > 0 ? measured.averagePrecision / bestTrivial : 0,
    clusters,
    meanPurity:
      inClusters > 0 ? clusters.reduce((sum, one) => sum + one.droppers, 0) / inClusters : 0,
    adjustedRandIndex: truth.networks.size > 0 ? randIndex(result, truth) : null,
    recallByNetwork: recallByNetwork(
      listed.slice(0, positives).map((item) => item.account),
      truth,
    ),
  };
}

function measures(items: readonly Ranked[]): Measures {
  const positives = items.filter((item) => item.positive).length;
  const lengths = [10, 20, 50, 100, positives].filter((k) => k > 0 && k <= items.length);
  return {
    averagePrecision: averagePrecision(items),
    precisionAt: Object.fromEntries(
      [...new Set(lengths)].map((k) => [String(k), precisionAt(items, k)]),
    ),
    recallAt1Percent: recallAtShare(items, 0.01),
    curve: curve(items),
  };
}

function purity(
  result: DetectionResult,
  positive: (account: string) => boolean,
): Evaluation["clusters"] {
  return result.clusters.map((cluster) => {
    const members = cluster.members.filter((member) => member.role !== "victim");
    const droppers = members.filter((member) => positive(member.account)).length;
    const share = members.length > 0 ? droppers / members.length : 0;
    return {
      cluster: cluster.id,
      rank: cluster.rank,
      size: members.length,
      droppers,
      purity: share,
    };
  });
}

function randIndex(result: DetectionResult, truth: Truth): number {
  const found = new Map(result.ranking.map((item) => [item.account, item.cluster]));
  return adjustedRandIndex(truth.networks, found);
}

function recallByNetwork(top: readonly string[], truth: Truth): Evaluation["recallByNetwork"] {
  const first = new Set(top);
  const members = new Map<string, string[]>();
  for (const [account, network] of truth.networks) {
    const list = members.get(network);
    if (list) list.push(account);
    else members.set(network, [account]);
  }
  return [...members]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([network, accounts]) => ({
      network,
      members: accounts.length,
      recall: accounts.filter((account) => first.has(account)).length / accounts.length,
    }));
}
