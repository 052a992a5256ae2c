import { detect } from "../run/detect.ts";
import { evaluate } from "./evaluate.ts";
import { measuredTown } from "./generated-town.ts";

/** Nobody may expect these at the top: their money comes from many, as a collector's does. */
const INNOCENT_HUBS = new Set(["merchant", "employer", "utility", "lender", "state"]);
const EVER = { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY, listed: [] };

/**
 * `npm run bench -- town SEED… [--transfers N]`: detection on generated towns (1 % droppers),
 * beside the best trivial column. It runs without reports, with half of the victims' reports, and
 * with the planted transfers deleted. One line a seed, then the means.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const at = words.indexOf("--transfers");
  const transfers = at === -1 ? 100_000 : Number(words[at + 1]);
  const seeds = (at === -1 ? words : words.slice(0, at)).map(Number);
  const say = (cells: readonly (string | number)[]) =>
    process.stdout.write(
      `${cells.map((cell) => (typeof cell === "number" ? cell.toFixed(3) : cell).padStart(10)).join("")}\n`,
    );
  say(["seed", "base", "AP", "times", "ARI", "AP+reports", "ARI+rep", "hubs top1%", "deleted"]);
  const rows = seeds.map((seed) => {
    const row = measureSeed(seed, transfers);
    say([String(seed), ...row.figures]);
    return row;
  });
  say([
    "mean",
    ...(rows[0]?.figures ?? []).map(
      (_, index) => rows.reduce((sum, row) => sum + (row.figures[index] ?? 0), 0) / rows.length,
    ),
  ]);
  const recall = new Map<string, number[]>();
  for (const row of rows)
    for (const [typology, value] of row.recall)
      recall.set(typology, [...(recall.get(typology) ?? []), ...value]);
  for (const [typology, values] of [...recall].sort())
    say([
      typology,
      values.reduce((sum, value) => sum + value, 0) / values.length,
      `n=${values.length}`,
    ]);
}

function measureSeed(seed: number, transfers: number) {
  const town = measuredTown({ seed, transfers, dropperShare: 0.01, reportsShare: 0.5 });
  const alone = detect(town.columns, { ...EVER, reports: [] });
  const told = detect(town.columns, { ...EVER, reports: town.reports });
  const without = measuredTown({ seed, transfers, dropperShare: 0.01, planted: false });
  const [a, b, c] = [
    evaluate(town.columns, alone, town.truth),
    evaluate(town.columns, told, town.truth),
    evaluate(without.columns, detect(without.columns, { ...EVER, reports: [] }), without.truth),
  ] as const;
  const top = alone.ranking
    .filter((item) => item.role !== "victim")
    .slice(0, Math.ceil(alone.ranking.length / 100));
  const hubs = top.filter((item) => INNOCENT_HUBS.has(town.lives.get(item.account) ?? "")).length;
  const list = new Set(
    alone.ranking
      .filter((item) => item.role !== "victim")
      .slice(0, a.positives)
      .map((item) => item.account),
  );
  const recall = new Map<string, number[]>();
  for (const [account, typology] of town.typologies)
    recall.set(typology, [...(recall.get(typology) ?? []), list.has(account) ? 1 : 0]);
  const figures = [
    a.baseRate,
    a.list.averagePrecision,
    a.timesBestTrivial,
    a.adjustedRandIndex ?? 0,
    b.list.averagePrecision,
    b.adjustedRandIndex ?? 0,
    hubs,
    c.list.averagePrecision,
  ];
  return { figures, recall };
}
