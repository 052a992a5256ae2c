import type { DetectionResult } from "../ranking/detection-result.ts";
import { checkSentences } from "./check-sentences.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";
import type { MeasuredSource } from "./read-source.ts";
import { optionsOf, runSource } from "./run-source.ts";
import { three } from "./source-tables.ts";

export const WHOLE = [
  "source",
  "base",
  "best trivial column",
  "AP",
  "AP with possible victims",
  "first 30 right",
  "AP with reports",
  "first 30 right",
  "clusters",
  "purity",
  "Rand index",
  "split",
  "possible victims, right",
  "named in clusters, right",
  "sentences, false",
] as const;

/** One row of the table of whole sources, recall by typology, and the sentences that are false. */
export interface MeasuredWhole {
  readonly row: string[];
  readonly recall: string;
  readonly faults: readonly string[];
}

export function measureWhole(source: MeasuredSource): MeasuredWhole {
  const result = runSource(source, false);
  const alone = evaluate(source.columns, result, source.truth);
  const checks = [checkSentences(source.columns, optionsOf(source, false), result)];
  let reported: Evaluation | undefined;
  if (source.reports.length > 0) {
    const told = runSource(source, true);
    reported = evaluate(source.columns, told, source.truth);
    checks.push(checkSentences(source.columns, optionsOf(source, true), told));
  }
  const faults = checks.flatMap((check) => check.faults);
  const said = checks.reduce(
    (all, check) => all + [...check.said.values()].reduce((sum, count) => sum + count, 0),
    0,
  );
  const row = [
    source.name,
    three(alone.baseRate),
    three(alone.bestTrivial),
    three(alone.list.averagePrecision),
    three(alone.all.averagePrecision),
    firstRight(alone),
    reported ? three(reported.list.averagePrecision) : "",
    reported ? firstRight(reported) : "",
    String(alone.clusters.length),
    three(alone.meanPurity),
    alone.adjustedRandIndex === null ? "" : three(alone.adjustedRandIndex),
    String(splits(source, result)),
    victimsRight(source, result),
    namedRight(alone),
    `${faults.length} of ${said}`,
  ];
  return { row, recall: recallByTypology(source, result, alone), faults };
}

/** Among the first thirty of the list; of fewer, where there are fewer. */
function firstRight(measured: Evaluation): string {
  const point = measured.list.curve.find(({ k }) => k >= 30) ?? measured.list.curve.at(-1);
  return point ? String(Math.round(point.precision * Math.min(30, point.k))) : "";
}

function namedRight({ clusters }: Evaluation): string {
  const sum = (of: "size" | "droppers") => clusters.reduce((all, one) => all + one[of], 0);
  return `${sum("droppers")} of ${sum("size")}`;
}

/** Planted networks whose members stand in more than one cluster. */
function splits(source: MeasuredSource, result: DetectionResult): number {
  const found = new Map(result.ranking.map((item) => [item.account, item.cluster]));
  const clustersOf = new Map<string, Set<string>>();
  for (const [account, network] of source.truth.networks) {
    const cluster = found.get(account);
    if (!cluster) continue;
    const known = clustersOf.get(network);
    if (known) known.add(cluster);
    else clustersOf.set(network, new Set([cluster]));
  }
  return [...clustersOf.values()].filter((clusters) => clusters.size > 1).length;
}

/** Towns of our generator name no victims among their lives. */
function victimsRight(source: MeasuredSource, result: DetectionResult): string {
  if (![...source.lives.values()].includes("victim")) return "not labelled";
  const called = result.ranking.filter((item) => item.role === "victim");
  const right = called.filter((item) => source.lives.get(item.account) === "victim").length;
  return `${right} of ${called.length}`;
}

/** In a list as long as there are droppers. */
function recallByTypology(
  source: MeasuredSource,
  result: DetectionResult,
  measured: Evaluation,
): string {
  const listed = result.ranking
    .filter((item) => item.role !== "victim" && source.truth.labels.has(item.account))
    .slice(0, measured.positives)
    .map((item) => item.account);
  const top = new Set(listed);
  const active = new Set(result.ranking.map((item) => item.account));
  const counts = new Map<string, { found: number; all: number }>();
  for (const [account, typology] of source.typologies) {
    if (!active.has(account) || source.truth.labels.get(account) !== true) continue;
    const count = counts.get(typology) ?? { found: 0, all: 0 };
    counts.set(typology, count);
    count.all += 1;
    if (top.has(account)) count.found += 1;
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([typology, { found, all }]) => `${typology} ${found}/${all}`)
    .join(", ");
}
