import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { DetectionResult } from "../ranking/detection-result.ts";
import { detect } from "../run/detect.ts";
import { type CaseFigures, caseFigures } from "./case-figures.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";
import { measuredTown } from "./generated-town.ts";
import { type MeasuredSource, readSource } from "./read-source.ts";

const EVER = { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY, listed: [] };
const TRANSFERS = 100_000;

const WHOLE = [
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
] as const;
const CASE = [
  "case",
  "droppers held",
  "named",
  "of named right",
  "innocents named",
  "called victim",
  "first 10",
  "20",
  "30",
  "request next AP",
  "clusters",
  "purity",
  "Rand index",
  "possible victims, right",
] as const;

/**
 * `npm run bench -- sources WORD…`: every source once, one table. A word is a seed of our own town,
 * a folder of a source (read-source.ts), or a folder of such folders. A source with statements.csv
 * is what an investigator holds, and is measured as such.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const whole: string[][] = [];
  const cases: {
    readonly row: string[];
    readonly figures: CaseFigures;
    readonly purity: number;
  }[] = [];
  const recall: string[] = [];
  for (const word of words.flatMap(sourcesIn)) {
    const source = await sourceOf(word);
    process.stderr.write(`${source.name}\n`);
    if (source.statements === undefined || source.statements.length === 0) {
      const measured = measureWhole(source);
      whole.push(measured.row);
      recall.push(`${source.name}: ${measured.recall}`);
    } else cases.push(measureCase(source));
  }
  if (whole.length > 0) writeTable(WHOLE, whole);
  if (recall.length > 0) process.stdout.write(`\nRecall, no reports:\n${recall.join("\n")}\n\n`);
  if (cases.length > 0)
    writeTable(CASE, [
      ...cases.map(({ row }) => row),
      ...(cases.length > 1 ? [meanOf(cases)] : []),
    ]);
}

/** A folder of sources stands for the folders in it. */
function sourcesIn(word: string): string[] {
  if (scenarioSeed(word) !== undefined || hasTransfers(word) || !existsSync(word)) return [word];
  return readdirSync(word)
    .sort()
    .map((name) => join(word, name))
    .filter(hasTransfers);
}

/** The seed a word gives; a folder may be named by a number only with a path. */
function scenarioSeed(word: string): number | undefined {
  return /^\d+$/.test(word) ? Number(word) : undefined;
}

function hasTransfers(folder: string): boolean {
  return ["transfers.csv", "transfers.csv.gz"].some((name) => existsSync(join(folder, name)));
}

async function sourceOf(word: string): Promise<MeasuredSource> {
  const seed = scenarioSeed(word);
  if (seed === undefined) return readSource(word);
  return { name: `town ${seed}`, ...measuredTown({ seed, transfers: TRANSFERS }) };
}

function run(source: MeasuredSource, withReports: boolean): DetectionResult {
  const { columns, reports, statements = [] } = source;
  return detect(columns, { ...EVER, reports: withReports ? reports : [], statements });
}

function measureWhole(source: MeasuredSource): { row: string[]; recall: string } {
  const result = run(source, false);
  const alone = evaluate(source.columns, result, source.truth);
  const { reports } = source;
  const reported =
    reports.length === 0 ? undefined : evaluate(source.columns, run(source, true), source.truth);
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
  ];
  return { row, recall: recallByTypology(source, result, alone) };
}

function measureCase(source: MeasuredSource) {
  const result = run(source, true);
  const figures = caseFigures(source, result);
  const purity = evaluate(source.columns, result, source.truth).meanPurity;
  return { row: caseRow(source.name, figures, purity), figures, purity };
}

function caseRow(name: string, of: CaseFigures, purity: number): string[] {
  return [
    name,
    String(of.droppers),
    String(of.named),
    String(of.namedRight),
    `${of.innocentsNamed} of ${of.innocents}`,
    String(of.calledVictim),
    ...of.first.map((right) => String(Number(right.toFixed(1)))),
    three(of.request),
    String(Number(of.clusters.toFixed(1))),
    three(purity),
    three(of.randIndex),
    `${of.possibleVictimsRight} of ${of.possibleVictims}`,
  ];
}

/** Counts summed, shares and lengths as means. */
function meanOf(cases: readonly { figures: CaseFigures; purity: number }[]): string[] {
  const sum = (of: (figures: CaseFigures) => number) =>
    cases.reduce((all, { figures }) => all + of(figures), 0);
  const mean = (of: (figures: CaseFigures) => number) => sum(of) / cases.length;
  const figures: CaseFigures = {
    held: sum((one) => one.held),
    droppers: sum((one) => one.droppers),
    named: sum((one) => one.named),
    namedRight: sum((one) => one.namedRight),
    innocents: sum((one) => one.innocents),
    innocentsNamed: sum((one) => one.innocentsNamed),
    calledVictim: sum((one) => one.calledVictim),
    possibleVictims: sum((one) => one.possibleVictims),
    possibleVictimsRight: sum((one) => one.possibleVictimsRight),
    first: [0, 1, 2].map((at) => mean((one) => one.first[at] ?? 0)),
    request: mean((one) => one.request),
    stubs: sum((one) => one.stubs),
    stubDroppers: sum((one) => one.stubDroppers),
    clusters: mean((one) => one.clusters),
    randIndex: mean((one) => one.randIndex),
  };
  const purity = cases.reduce((all, one) => all + one.purity, 0) / cases.length;
  return caseRow("all", figures, purity);
}

/** Among the first thirty of the list; of fewer, where there are fewer. */
function firstRight(measured: Evaluation): string {
  const point = measured.list.curve.find(({ k }) => k >= 30) ?? measured.list.curve.at(-1);
  return point ? String(Math.round(point.precision * Math.min(30, point.k))) : "";
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

function victimsRight(source: MeasuredSource, result: DetectionResult): string {
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

function three(value: number): string {
  return value.toFixed(3);
}

function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  process.stdout.write(line(head) + line(head.map(() => "---")) + rows.map(line).join(""));
}
