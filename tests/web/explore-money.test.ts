import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphEdge } from "../../contract/exploring.ts";
import { clampWindow, rhythmOf, widthFor } from "../../web/pages/explore/money/buckets.ts";
import { FRAMES, frameAt } from "../../web/pages/explore/money/frames.ts";
import { amountAt, amountBins } from "../../web/pages/explore/panel/amounts.ts";
import { missingDays } from "../../web/pages/explore/panel/gaps.ts";
import { moneyThrough } from "../../web/pages/explore/stage/actors.ts";
import { DAY, row, START } from "../support/explore-rows.ts";

describe("money over time", () => {
  it("loses no transfer and no tiyn in its bars", () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      row(`t${index}`, index % 2 ? "A" : "B", "C", String(1_000 + index), {
        bookedAt: START + index * DAY * 1.7,
      }),
    );
    const rhythm = rhythmOf(rows, "KZT", new Set(["A"]));
    expect(rhythm.buckets.reduce((sum, bar) => sum + bar.count, 0)).toBe(40);
    expect(rhythm.buckets.reduce((sum, bar) => sum + bar.amount, 0)).toBe(
      rows.reduce((sum, one) => sum + Number(one.amount), 0),
    );
    expect(rhythm.buckets.reduce((sum, bar) => sum + bar.own, 0)).toBe(
      rows.filter((one) => one.from === "A").reduce((sum, one) => sum + Number(one.amount), 0),
    );
    expect((rhythm.from + 5 * 3_600_000) % DAY).toBe(0);
  });

  it("shows a night by the hour and years by weeks or months", () => {
    expect(widthFor(START, START + DAY)).toBe(3_600_000);
    expect(widthFor(START, START + 60 * DAY)).toBe(DAY);
    expect(widthFor(START, START + 900 * DAY)).toBe(7 * DAY);
    expect(widthFor(START, START + 4_000 * DAY)).toBe(28 * DAY);
  });

  it("keeps the brush inside the data, on bars, at least one wide", () => {
    const rhythm = { from: START, to: START + 10 * DAY, width: DAY };
    fc.assert(
      fc.property(
        fc.integer({ min: START - 30 * DAY, max: START + 40 * DAY }),
        fc.integer({ min: START - 30 * DAY, max: START + 40 * DAY }),
        (a, b) => {
          const [since, until] = clampWindow(a, b, rhythm);
          expect(since).toBeGreaterThanOrEqual(rhythm.from);
          expect(until).toBeLessThanOrEqual(rhythm.to);
          expect(until - since).toBeGreaterThanOrEqual(DAY);
          expect((since - rhythm.from) % DAY).toBe(0);
        },
      ),
    );
  });

  it("adds up the money through a disc exactly and in one currency only", () => {
    const edges: GraphEdge[] = [
      {
        from: "A",
        to: "B",
        count: 2,
        sums: [
          { currency: "KZT", amount: "900719925474099301" },
          { currency: "USD", amount: "700" },
        ],
        first: 0,
        last: 0,
      },
    ];
    const ids = new Map([
      ["A", "one"],
      ["B", "two"],
    ]);
    expect(moneyThrough(edges, ids, "KZT").get("one")).toBe(900719925474099301n);
    expect(moneyThrough(edges, ids, "USD").get("two")).toBe(700n);
    expect(moneyThrough(edges, ids, "EUR").size).toBe(0);
  });
  it("counts every amount of the currency once in the little picture", () => {
    const bins = amountBins(
      [
        row("1", "A", "B", "100"),
        row("2", "A", "B", "5000000"),
        row("3", "A", "B", "7", { currency: "USD" }),
      ],
      "KZT",
    );
    expect(bins.counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(amountAt(6.7, "KZT")).toBe("5000000");
    expect(amountAt(2, "UGX")).toBe("100");
    expect(amountAt(2, "JOD")).toBe("0");
  });
});

describe("the replay", () => {
  const span = [START, START + 60 * DAY] as const;

  it("moves a window from the first day to the last", () => {
    expect(frameAt(0, span, null)).toEqual([START, START + 5 * DAY]);
    expect(frameAt(FRAMES, span, null)).toEqual([START + 55 * DAY, START + 60 * DAY]);
  });

  it("fills a chosen night from its evening to its morning, and never leaves it", () => {
    const night = [START + 20 * 3_600_000, START + 30 * 3_600_000] as const;
    for (let frame = 0; frame <= FRAMES + 5; frame += 1) {
      const [from, to] = frameAt(frame, span, night);
      expect(from).toBe(night[0]);
      expect(to).toBeLessThanOrEqual(night[1]);
    }
    expect(frameAt(FRAMES, span, night)[1]).toBe(night[1]);
  });
});

describe("statement days", () => {
  it("are missing between statements that do not meet, whatever their order", () => {
    const held = [
      { from: START + 20 * DAY, to: START + 30 * DAY },
      { from: START, to: START + 5 * DAY },
      { from: START + 6 * DAY, to: START + 10 * DAY },
      { from: null, to: null },
    ];
    expect(missingDays(held)).toEqual([[START + 11 * DAY, START + 20 * DAY - 1]]);
    expect(missingDays(held.slice(1, 3))).toEqual([]);
    expect(missingDays([])).toEqual([]);
  });
});
