import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Movement, type PenaltyTerms, penaltyOf } from "../../server/dossier/penalty.ts";
import {
  PENALTY_RATES,
  type PenaltyRate,
  ratesOf,
} from "../../server/dossier/tables/penalty-rates.ts";
import { dayNumber, dayText } from "../../server/time/day.ts";

const day = (text: string) => dayNumber(text) as number;
const flat = (rate: number): PenaltyRate[] => [
  { from: "2020-01-01", rate, source: "test", checked: true },
];
const sum = (...words: Parameters<typeof penaltyOf>) =>
  penaltyOf(...words).reduce((total, span) => total + span.penalty, 0n);

describe("the penalty of article 353", () => {
  it("is principal × rate × days ÷ 365: 1,000,000 KZT at 16.5 % over 73 days is 33,000", () => {
    const movements = [{ day: day("2025-03-31"), amount: 100_000_000n }];
    const terms = { from: day("2025-04-01"), until: day("2025-06-12"), rateDay: day("2025-06-12") };
    expect(penaltyOf(movements, terms, flat(1650))).toMatchObject([
      { days: 73, principal: 100_000_000n, penalty: 3_300_000n },
    ]);
  });

  it("counts money from the day after it came, and the day it was paid back still", () => {
    const movements = [
      { day: day("2025-04-01"), amount: 36_500n },
      { day: day("2025-04-05"), amount: -36_500n },
    ];
    const terms = { from: day("2025-04-01"), until: day("2025-04-30"), rateDay: day("2025-04-30") };
    const [span, ...more] = penaltyOf(movements, terms, flat(1000));
    expect(more).toEqual([]);
    expect([span?.from, span?.until].map((one) => dayText(one ?? 0))).toEqual([
      "2025-04-02",
      "2025-04-05",
    ]);
    expect(span?.penalty).toBe(40n);
  });

  it("takes one rate for the whole time, or as a setting the rate of each day", () => {
    const movements = [{ day: day("2025-01-01"), amount: 1_000_000_00n }];
    const time = { from: day("2025-03-01"), until: day("2025-03-20") };
    const one = penaltyOf(movements, { ...time, rateDay: day("2025-03-20") }, PENALTY_RATES);
    expect(one.map((span) => [span.days, span.rate.rate])).toEqual([[20, 1650]]);
    const each = penaltyOf(movements, { ...time, rateDay: null }, PENALTY_RATES);
    expect(each.map((span) => [span.days, span.rate.rate])).toEqual([
      [10, 1525],
      [10, 1650],
    ]);
  });

  it("says that a rate nobody read is not compared: after the last decision that was read", () => {
    const movements = [{ day: day("2025-10-31"), amount: 1_000_000_00n }];
    const checked = (rateDay: string) =>
      penaltyOf(
        movements,
        { from: day("2025-11-01"), until: day("2026-11-29"), rateDay: day(rateDay) },
        PENALTY_RATES,
      ).map((span) => span.rate.checked);
    expect(checked("2026-03-06")).toEqual([true]);
    expect(checked("2026-11-29")).toEqual([false]);
  });

  it("refuses a day before the first known rate, and an end before the beginning", () => {
    const movements = [{ day: day("2019-01-01"), amount: 100n }];
    const terms = { from: day("2019-02-01"), until: day("2019-03-01"), rateDay: null };
    expect(() => penaltyOf(movements, terms, PENALTY_RATES)).toThrow("2019-02-01");
    expect(() => penaltyOf(movements, { ...terms, until: 0 }, PENALTY_RATES)).toThrow("before");
  });

  it("agrees with a reckoning day by day, over random payments, to half a tiyn a span", () => {
    const movement = fc.record({
      day: fc.integer({ min: 0, max: 400 }),
      amount: fc.bigInt(1n, 10n ** 14n),
    });
    const history = fc.record({
      came: fc.array(movement, { minLength: 1, maxLength: 5 }),
      paid: fc.array(movement, { maxLength: 5 }),
      from: fc.integer({ min: 0, max: 300 }),
      length: fc.integer({ min: 0, max: 300 }),
      periods: fc.boolean(),
    });
    const begin = day("2024-11-01");
    fc.assert(
      fc.property(history, ({ came, paid, from, length, periods }) => {
        const movements: Movement[] = [
          ...came,
          ...paid.map((one) => ({ ...one, amount: -one.amount })),
        ].map((one) => ({ ...one, day: one.day + begin }));
        const terms: PenaltyTerms = {
          from: begin + from,
          until: begin + from + length,
          rateDay: periods ? null : begin,
        };
        const spans = penaltyOf(movements, terms, PENALTY_RATES);
        // Tiyn × 10,000 × 365, exact.
        let exact = 0n;
        for (let today = terms.from; today <= terms.until; today += 1) {
          const owed = movements.reduce(
            (all, one) => (one.day < today ? all + one.amount : all),
            0n,
          );
          const rate = PENALTY_RATES.findLast(
            (one) => one.from <= dayText(terms.rateDay ?? today),
          )?.rate;
          if (owed > 0n) exact += owed * BigInt(rate ?? 0);
        }
        const found = spans.reduce((all, span) => all + span.penalty, 0n) * 3_650_000n;
        const off = found > exact ? found - exact : exact - found;
        expect(off * 2n <= 3_650_000n * BigInt(spans.length)).toBe(true);
        for (const span of spans) expect(span.principal > 0n && span.days > 0).toBe(true);
        expect(
          sum(movements, { ...terms, until: terms.until + 10 }, PENALTY_RATES),
        ).toBeGreaterThanOrEqual(spans.slice(0, -1).reduce((all, span) => all + span.penalty, 0n));
      }),
    );
  });
});

describe("the table of rates", () => {
  it("is in order, each line with a day and a source", () => {
    const days = PENALTY_RATES.map((one) => dayNumber(one.from));
    expect(days).not.toContain(null);
    expect([...days].sort((one, other) => (one ?? 0) - (other ?? 0))).toEqual(days);
    expect(PENALTY_RATES.every((one) => one.source !== "" && one.rate > 0)).toBe(true);
  });

  it("is replaced by the office's own; a bad line is named by row and field", () => {
    const own = ratesOf("from,rate,source\n2026-03-02,17.25,bank\n2026-01-05,18,bank\n");
    expect(own.map((one) => [one.from, one.rate, one.checked])).toEqual([
      ["2026-01-05", 1800, true],
      ["2026-03-02", 1725, true],
    ]);
    for (const [line, field] of [
      ["2026-02-30,18,bank", "from"],
      ["2026-03-02,eighteen,bank", "rate"],
      ["2026-03-02,18,", "source"],
    ])
      expect(() => ratesOf(`from,rate,source\n${line}\n`)).toThrow(
        `Row 2 of penalty-rates.csv has no usable ${field}`,
      );
  });
});
