import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphEdge } from "../../contract/exploring.ts";
import { clampWindow, rhythmOf, widthFor } from "../../web/pages/explore/money/buckets.ts";
import { endsAt, instantOf, nightAfter, typedClock } from "../../web/pages/explore/money/clock.ts";
import { FRAMES, replayFrames } from "../../web/pages/explore/money/replay-frames.ts";
import { periodBefore, twoPeriods } from "../../web/pages/explore/money/two-periods.ts";
import { weekHours } from "../../web/pages/explore/money/week-hours.ts";

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
  const everyHour = Array.from({ length: 60 * 24 }, (_, hour) => START + hour * 3_600_000);

  it("moves a window from the first day to the last", () => {
    const frames = replayFrames(everyHour, span, null);
    expect(frames.length).toBe(FRAMES + 1);
    expect(frames[0]).toEqual([START, START + 5 * DAY]);
    expect(frames.at(-1)).toEqual([START + 55 * DAY, START + 60 * DAY]);
  });

  it("fills a chosen night from its evening to its morning, and never leaves it", () => {
    const night = [START + 20 * 3_600_000, START + 30 * 3_600_000] as const;
    const frames = replayFrames(everyHour, span, night);
    for (const [from, to] of frames) {
      expect(from).toBe(night[0]);
      expect(to).toBeLessThanOrEqual(night[1]);
    }
    expect(frames.at(-1)?.[1]).toBe(night[1]);
  });

  it("skips the time in which nothing happens, and shows each transfer all the same", () => {
    const night = [START, START + 10 * 3_600_000] as const;
    const times = [START + 60_000, START + 9 * 3_600_000];
    const frames = replayFrames(times, span, night);
    const shown = frames.map(([, to]) => times.filter((time) => time < to).length);
    expect(shown).toEqual([0, 1, 2, 2]);
  });
});

describe("the time of day", () => {
  it("is typed as people write it, and 24:00 is the end of the day", () => {
    const hours = (text: string) => {
      const at = typedClock(text);
      return at === null ? null : at / 3_600_000;
    };
    expect(["22", "22:30", "7.15", "0615", "24:00"].map(hours)).toEqual([22, 22.5, 7.25, 6.25, 24]);
    expect(["24:01", "25", "7:60", "", "ten"].map(hours)).toEqual([null, null, null, null, null]);
    expect(endsAt(START + DAY)).toEqual({ day: "2026-03-01", clock: "24:00" });
    expect(endsAt(START + DAY + 6 * 3_600_000)).toEqual({ day: "2026-03-02", clock: "06:00" });
    expect(instantOf("2026-03-01", "24:00")).toBe(START + DAY);
  });

  it("has a night that goes over midnight", () => {
    const [evening, morning] = nightAfter(START + 12 * 3_600_000);
    expect([evening, morning]).toEqual([START + 21 * 3_600_000, START + 33 * 3_600_000]);
  });

  it("shows a night by minutes when one looks closely", () => {
    const part = [START + 20 * 3_600_000, START + 30 * 3_600_000] as const;
    const rows = [
      row("1", "A", "B", "5", { bookedAt: part[0] - 1 }),
      row("2", "A", "B", "7", { bookedAt: part[0] }),
      row("3", "A", "B", "9", { bookedAt: part[1] - 1 }),
    ];
    const { from, to, width, buckets } = rhythmOf(rows, "KZT", new Set(), part);
    expect([from, to, width]).toEqual([part[0], part[1], 300_000]);
    expect(buckets.reduce((sum, bar) => sum + bar.amount, 0)).toBe(16);
  });
});

describe("money by hour and weekday", () => {
  it("puts a transfer into the hour of the screen's zone, none without a time of day", () => {
    // 1 March 2026 is a Sunday.
    const rows = [
      row("1", "A", "B", "100", { bookedAt: START + 3_600_000 }),
      row("2", "A", "B", "7", { bookedAt: START + 3_600_000, currency: "USD" }),
      row("3", "A", "B", "5", { bookedAt: START + DAY - 1 }),
      row("4", "A", "B", "9", { bookedAt: START, dayOnly: true }),
    ];
    const { days, mostCount, dayOnly } = weekHours(rows, "KZT");
    expect([days[6]?.[1], days[6]?.[23]]).toEqual([
      { count: 2, amount: 100n },
      { count: 1, amount: 5n },
    ]);
    expect(days.flat().reduce((sum, cell) => sum + cell.count, 0)).toBe(3);
    expect([mostCount, dayOnly]).toEqual([2, 1]);
  });
});

describe("two periods", () => {
  it("count the money of each, and name whose money differs most", () => {
    const one = [START + DAY, START + 2 * DAY] as const;
    const two = periodBefore(one);
    expect(two).toEqual([START, START + DAY]);
    const rows = [
      row("1", "A", "B", "100", { bookedAt: START }),
      row("2", "A", "C", "900", { bookedAt: START + DAY }),
      row("3", "A", "A", "30", { bookedAt: START + DAY }),
      row("4", "A", "B", "1", { bookedAt: START + 2 * DAY }),
    ];
    const found = twoPeriods(rows, one, two, "KZT");
    expect(found.one).toEqual({
      ...{ count: 2, sums: [{ currency: "KZT", amount: "930" }], accounts: 2, only: 1 },
    });
    expect(found.two).toMatchObject({ count: 1, accounts: 2, only: 1 });
    expect(found.changes).toEqual([
      { account: "C", one: 900n, two: 0n },
      { account: "A", one: 930n, two: 100n },
      { account: "B", one: 0n, two: 100n },
    ]);
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
