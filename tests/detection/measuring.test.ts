import { describe, expect, it } from "vitest";
import { evaluate } from "../../server/detection/measuring/evaluate.ts";
import {
  adjustedRandIndex,
  averagePrecision,
  curve,
  recallAtShare,
} from "../../server/detection/measuring/metrics.ts";
import { precisionRecallSvg } from "../../server/detection/measuring/precision-recall-plot.ts";
import { detect } from "../../server/detection/run/detect.ts";
import { columnsOf, scene } from "../support/scene.ts";

const ranked = (...positives: number[]) =>
  positives.map((positive, at) => ({ score: positives.length - at, positive: positive === 1 }));

describe("average precision", () => {
  it("is what scikit-learn gives for worked lists", () => {
    // sklearn.metrics.average_precision_score([1,0,1,0,0],[5,4,3,2,1]) = 0.8333…; ([0,0,1],[3,2,1])
    // = 0.3333…
    expect(averagePrecision(ranked(1, 0, 1, 0, 0))).toBeCloseTo(0.833333, 5);
    expect(averagePrecision(ranked(0, 0, 1))).toBeCloseTo(0.333333, 5);
  });

  it("does not reward a lucky order within a tie", () => {
    const tie = [
      { score: 1, positive: true },
      { score: 1, positive: false },
      { score: 1, positive: false },
      { score: 1, positive: false },
    ];
    expect(averagePrecision(tie)).toBeCloseTo(0.25, 10);
    expect(curve(tie)).toEqual([{ k: 4, precision: 0.25, recall: 1 }]);
  });
});

it("recall at one percent counts the first hundredth, rounded up", () => {
  expect(recallAtShare(ranked(1, ...Array(149).fill(0), 1), 0.01)).toBeCloseTo(0.5, 10);
});

it("adjusted Rand index is 1 for the same grouping, about 0 for one group of all", () => {
  const truth = new Map([..."aabbcc"].map((group, at) => [String(at), group]));
  expect(
    adjustedRandIndex(truth, new Map([...truth].map(([item, group]) => [item, `${group}!`]))),
  ).toBe(1);
  expect(
    adjustedRandIndex(truth, new Map([...truth.keys()].map((item) => [item, "one"]))),
  ).toBeCloseTo(0, 10);
});

it("evaluate prints the list beside columns that have nothing to do with droppers", () => {
  const town = scene({ seed: 4 });
  const columns = columnsOf(town);
  const options = {
    since: Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    reports: [],
    listed: [],
  };
  const labels = new Map(
    town.accounts.map((one) => [one.number, town.droppers.includes(one.number)]),
  );
  const networks = new Map(town.droppers.map((account) => [account, "n1"]));
  const measured = evaluate(columns, detect(columns, options), { labels, networks });
  expect(measured.positives).toBe(5);
  expect(measured.list.averagePrecision).toBeGreaterThan(0.8);
  expect(measured.timesBestTrivial).toBeGreaterThan(1);
  expect(measured.adjustedRandIndex).toBe(1);
  // A file that labels droppers only says of everybody else that they are none.
  const onlyDroppers = new Map([...labels].filter(([, isDropper]) => isDropper));
  const same = evaluate(columns, detect(columns, options), { labels: onlyDroppers, networks });
  expect(same).toEqual({ ...measured, onlyDroppersLabelled: true });
  const names = measured.trivial.map((one) => one.name).join("; ");
  for (const name of [
    "in-degree",
    "different senders",
    "counterparties",
    "smallest amount",
    "latest time",
    "account number",
    "isolation forest",
  ]) {
    expect(names).toContain(name);
  }
  const svg = precisionRecallSvg(
    "a < b",
    [{ name: "list", points: measured.list.curve }],
    measured.baseRate,
  );
  expect(svg).toContain("a &lt; b");
  expect(svg).not.toContain("NaN");
});
