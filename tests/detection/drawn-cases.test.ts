import { describe, expect, it } from "vitest";
import { drawCase } from "../../server/detection/measuring/draw-case.ts";
import { evaluate } from "../../server/detection/measuring/evaluate.ts";
import { measuredTown } from "../../server/detection/measuring/generated-town.ts";
import { leaveOneOut } from "../../server/detection/measuring/leave-one-out.ts";
import { partialViews } from "../../server/detection/measuring/partial-views.ts";
import type { MeasuredSource } from "../../server/detection/measuring/read-source.ts";
import { requestRounds } from "../../server/detection/measuring/request-rounds.ts";
import { runSource } from "../../server/detection/measuring/run-source.ts";
import { withoutPlanted } from "../../server/detection/measuring/without-planted.ts";
import { CONSTANTS } from "../../server/detection/parameters.ts";

const town: MeasuredSource = {
  name: "town 43",
  ...measuredTown({ seed: 43, transfers: 40_000, dropperShare: 0.02, reportsShare: 0.5 }),
};
const numbersHeld = ({ columns, statements = [] }: MeasuredSource) =>
  statements.map(({ account }) => columns.accounts.numbers[account]);

describe("a case drawn out of a town", () => {
  const drawn = drawCase(town, { draw: 1, victims: 10 });

  it("is the same for the same draw, another one for another", () => {
    const again = drawCase(town, { draw: 1, victims: 10 });
    expect(again.columns.fingerprint).toBe(drawn.columns.fingerprint);
    const other = drawCase(town, { draw: 2, victims: 10 });
    expect(other.columns.fingerprint).not.toBe(drawn.columns.fingerprint);
  });

  it("holds who victims paid and whom those paid, and only rows of accounts held", () => {
    const first = numbersHeld(drawCase(town, { draw: 1, victims: 10, hops: 1 }));
    const held = new Set(numbersHeld(drawn));
    expect(first.length).toBeGreaterThan(3);
    expect(held.size).toBeGreaterThan(first.length);
    for (const number of first) expect(held).toContain(number);
    const { columns } = drawn;
    const reported = new Set(drawn.reports.flatMap(({ stolen }) => stolen));
    for (let row = 0; row < columns.length; row += 1) {
      const ends = [columns.from[row], columns.to[row]].map(
        (account) => columns.accounts.numbers[account as number],
      );
      expect(ends.some((end) => held.has(end)) || reported.has(columns.idOf(row))).toBe(true);
    }
  });

  it("knows no phone, device or age of accounts that are not held", () => {
    const { accounts } = drawn.columns;
    const held = new Set(drawn.statements?.map(({ account }) => account));
    for (let account = 0; account < accounts.length; account += 1) {
      if (held.has(account) || accounts.exitKind[account] !== 0) continue;
      expect([accounts.phone[account], accounts.device[account]]).toEqual(["", ""]);
      expect(accounts.openedAt[account]).toBeNaN();
    }
  });

  it("may have wrong reports: payments to people who are no droppers", () => {
    const wrong = drawCase(town, { draw: 1, victims: 10, wrong: 4 });
    const added = wrong.reports.filter(({ id }) => id.startsWith("wrong"));
    expect(added).toHaveLength(4);
    for (const { stolen } of added) {
      const row = wrong.columns.rowOfId(stolen[0] as string) as number;
      const payee = wrong.columns.accounts.numbers[wrong.columns.to[row] as number] as string;
      expect(town.truth.labels.get(payee)).toBe(false);
    }
  });
});

it("five rounds of requests hold more droppers than sorting by money received", () => {
  const held = (order: "rules" | "money") =>
    [1, 2, 3, 4].reduce((sum, draw) => sum + (requestRounds(town, draw, order).at(-1) ?? 0), 0);
  expect(held("rules")).toBeGreaterThanOrEqual(1.1 * held("money"));
}, 60_000);

it("partial views leave something out and keep the labels", () => {
  const views = partialViews(town);
  expect(views.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^only bank /),
    expect.stringMatching(/^only bank /),
    "dates without times",
    "30 % of counterparties masked",
    "holders merged",
    "holders unknown",
  ]);
  for (const { source } of views)
    expect(source.columns.fingerprint).not.toBe(town.columns.fingerprint);
});

it("without what droppers' accounts are for, the list is no better than chance", () => {
  const without = withoutPlanted(town);
  const { list, baseRate } = evaluate(without.columns, runSource(without, false), without.truth);
  expect(list.averagePrecision).toBeLessThan(4 * baseRate);
});

it("each source left out: the others choose, and the constants are put back", () => {
  const before = CONSTANTS.suspects.reachedFrom;
  const figure = ({ best }: { best: number }) => 1 - (CONSTANTS.suspects.reachedFrom - best) ** 2;
  const sources = [
    { name: "a", best: 0.2 },
    { name: "b", best: 0.2 },
    { name: "c", best: 0.45 },
  ];
  const choices = [{ group: "suspects", name: "reachedFrom", others: [0.2, 0.45] }] as const;
  const found = leaveOneOut(sources, choices, figure);
  expect(found.map(({ changes }) => changes)).toEqual([[], [], ["suspects.reachedFrom 0.2"]]);
  expect(found[2]?.chosen).toBeCloseTo(1 - 0.25 ** 2);
  expect(CONSTANTS.suspects.reachedFrom).toBe(before);
});
