import { describe, expect, it } from "vitest";
import { moneyOf, openPlan, paidBeside } from "../../server/claims/plan.ts";

const PLAN = [
  { day: 10, amount: 30n },
  { day: 20, amount: 70n },
];
const open = (owed: bigint, paid: bigint | null) =>
  openPlan(PLAN, { owed, paid }).map(({ day, amount }) => [day, amount]);

describe("a plan of payment", () => {
  it("is covered from its first part by what was paid since, also where it is less than is owed", () => {
    expect(open(200n, 0n)).toEqual([
      [10, 30n],
      [20, 70n],
    ]);
    expect(open(170n, 30n)).toEqual([[20, 70n]]);
    expect(open(160n, 40n)).toEqual([[20, 60n]]);
    expect(open(100n, 100n)).toEqual([]);
    expect(open(185n, 15n)[0]).toEqual([10, 15n]);
  });

  it("loses at its end what is no longer owed, and is never above what is outstanding", () => {
    expect(open(50n, 0n)).toEqual([
      [10, 30n],
      [20, 20n],
    ]);
    expect(open(20n, 0n)).toEqual([[10, 20n]]);
    expect(open(20n, 30n)).toEqual([[20, 20n]]);
    expect(open(0n, 0n)).toEqual([]);
  });

  it("of an older version, which did not keep what was paid before it, is cut as it was", () => {
    expect(open(100n, null)).toHaveLength(2);
    expect(open(60n, null)).toEqual([[20, 60n]]);
    expect(open(200n, null)).toHaveLength(2);
  });

  it("counts debt, penalty and bank rows beside those that were known; an entry and its row are one", () => {
    const recovery = (id: string, amount: bigint, claim = "C1-1") => ({
      ...{ id, claim, amount, case: "C1", currency: "KZT", day: 1 },
      ...{ by: "payment" as const, payer: null, at: null, parts: [] },
    });
    const entry = (id: string, penalty: bigint) => ({
      ...{ id, claim: "C1-1", case: "C1", currency: "KZT", amount: 5n, penalty, day: 1, at: 0 },
      ...{ source: "dropper" as const, parts: [], measure: false, receipt: "1", payer: "D" },
      ...{ by: "saule", cancelled: null },
    });
    const before = { recoveries: [recovery("t1", 5n)], payments: [], shown: new Map() };
    const known = moneyOf(before, "C1-1");
    expect(known).toEqual(["t1"]);
    const now = {
      recoveries: [recovery("M1", 5n), recovery("P2", 7n), recovery("t3", 9n, "C1-2")],
      payments: [entry("P2", 3n)],
      // A return was written down that the known row shows.
      shown: new Map([["M1", "t1"]]),
    };
    expect(paidBeside(now, "C1-1", known)).toBe(10n);
    expect(moneyOf(now, "C1-1")).toEqual(["M1", "P2", "t1"]);
  });
});
