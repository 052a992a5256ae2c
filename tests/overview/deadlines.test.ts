import { describe, expect, it } from "vitest";
import type { ClaimStatus, StepFacts } from "../../contract/claim-steps.ts";
import { acknowledgedDays } from "../../server/claims/acknowledged.ts";
import { type ClaimInTime, claimDeadlines, limitationOf } from "../../server/overview/deadlines.ts";
import { dayNumber, dayText } from "../../server/time/day.ts";
import { type IsDayOff, isWeekend } from "../../server/time/working-days.ts";

const day = (text: string) => dayNumber(text) ?? 0;
const NEVER_OFF = () => false;
const TODAY = day("2026-11-29");
const move = (from: ClaimStatus, to: ClaimStatus, facts: StepFacts = {}) => ({
  from,
  to,
  facts,
  by: "saule",
});
const claim = (more: Partial<ClaimInTime> = {}): ClaimInTime => ({
  id: "C1-1",
  status: "draft",
  currency: "KZT",
  first: day("2026-03-05"),
  acknowledged: [],
  limitationEnd: null,
  limitationBasis: null,
  plan: [],
  moves: [],
  outstanding: 90n,
  planned: null,
  ...more,
});
const due = (...claims: readonly ClaimInTime[]) =>
  claimDeadlines(claims, TODAY, NEVER_OFF).map((one) => [one.kind, one.day, one.claim]);

describe("what has a last day", () => {
  it("is the term of the demand that holds today", () => {
    const moves = [
      move("approved", "demand", { how: "post", day: "2026-10-01", term: "2026-10-11" }),
      move("demand", "approved"),
      move("approved", "demand", { how: "post", day: "2026-11-01", term: "2026-11-15" }),
    ];
    expect(due(claim({ status: "demand", moves }))).toEqual([
      ["demand-term", "2026-11-15", "C1-1"],
    ]);
    expect(due(claim({ status: "filed", moves }))).toEqual([]);
  });

  it("is the court's term where a claim is left without motion", () => {
    const moves = [move("filed", "no-motion", { day: "2026-11-20", term: "2026-12-04" })];
    expect(due(claim({ status: "no-motion", moves }))).toEqual([
      ["no-motion-term", "2026-12-04", "C1-1"],
    ]);
  });

  it("is none where everything came back: nothing can be demanded any more", () => {
    const moves = [
      move("approved", "demand", { how: "post", day: "2026-11-01", term: "2026-11-15" }),
    ];
    const near = { status: "demand" as const, moves, first: day("2024-01-10") };
    expect(due(claim(near))).toHaveLength(2);
    expect(due(claim({ ...near, outstanding: 0n }))).toEqual([]);
  });

  it("is today where a recovered claim is outstanding all the same", () => {
    const moves = [move("filed", "recovered")];
    const recovered = claim({ status: "recovered", moves });
    expect(due(recovered)).toEqual([["money-gone", "2026-11-29", "C1-1"]]);
    expect(due({ ...recovered, outstanding: 0n })).toEqual([]);
  });

  it("is the first part of a plan that the payments do not cover", () => {
    const plan = ["2026-10-01", "2026-11-01", "2026-12-01"].map((text) => ({
      day: day(text),
      amount: 30n,
    }));
    const next = (owed: bigint, paid: bigint | null) =>
      claimDeadlines(
        [claim({ status: "in-force", plan, outstanding: 0n, planned: { owed, paid } })],
        TODAY,
        NEVER_OFF,
      )[0];
    const first = { day: "2026-10-01", sum: { amount: "30", currency: "KZT" } };
    for (const paid of [0n, null]) expect(next(90n, paid)).toMatchObject(first);
    for (const paid of [40n, null])
      expect(next(50n, paid)).toMatchObject({ day: "2026-11-01", sum: { amount: "20" } });
    for (const paid of [0n, 90n, null]) expect(next(0n, paid)).toBeUndefined();
  });
});

describe("the limitation of a claim", () => {
  const ends = (first: string, acknowledged: readonly string[], isOff: IsDayOff = NEVER_OFF) =>
    dayText(limitationOf(day(first), acknowledged.map(day), isOff));

  it("ends three years after the first transfer; a voluntary part payment restarts it", () => {
    expect(ends("2024-02-29", [])).toBe("2027-02-28");
    expect(ends("2024-01-10", ["2025-06-01"])).toBe("2028-06-01");
    expect(ends("2024-01-10", ["2027-01-10", "2025-06-01"])).toBe("2030-01-10");
    expect(ends("2024-01-10", ["2023-12-01"])).toBe("2027-01-10");
  });

  it("is restarted by the dropper's money alone, on the day of its entry", () => {
    const paid = (more: object = {}) => ({
      ...{ id: "P1", claim: "C1-1", case: "C1", currency: "KZT", amount: 10n, penalty: 0n },
      ...{ day: 15, source: "dropper" as const, parts: [], measure: false, receipt: "1" },
      ...{ payer: "D", at: 0, by: "saule", cancelled: null },
      ...more,
    });
    const row = { transferId: "t1", amount: 10n, at: 0, day: 17 };
    const days = (payment: object, shows?: string) => {
      const claims = [{ id: "C1-1", taken: [], repaid: [{ ...row, shows }] }];
      return acknowledgedDays({ payments: [paid(payment)], claims }, "C1-1");
    };
    expect(days({ claim: "C1-2" })).toEqual([17]);
    expect(days({}, "P1")).toEqual([15]);
    // A bank that paid of its own, and blocked money, acknowledge nothing, also where a row shows
    // them.
    expect(days({ source: "bank" }, "P1")).toEqual([]);
    expect(days({ source: "block", measure: true }, "P1")).toEqual([]);
    // The claim goes on for the losses of a withdrawn one.
    expect(days({ claim: "C1-0", goesOn: "C1-1" }, "P1")).toEqual([15]);
    const cancelled = { reason: "A mistake", at: 0, by: "saule" };
    expect(days({ cancelled })).toEqual([17]);
  });

  it("is not restarted by a payment after it has ended", () => {
    expect(ends("2023-01-10", ["2026-09-01"])).toBe("2026-01-10");
    expect(ends("2023-01-10", ["2025-12-31", "2029-01-01"])).toBe("2028-12-31");
  });

  it("that ends on a day off ends on the next working day", () => {
    expect(ends("2023-12-19", [], isWeekend)).toBe("2026-12-21");
    // The Saturday on which it would have ended is still a day of it.
    expect(ends("2023-12-19", ["2026-12-20"], isWeekend)).toBe("2029-12-20");
  });

  it("is shown half a year before, once for all claims of a day, and not once the claim is in court", () => {
    const near = { first: day("2024-01-10") };
    const found = claimDeadlines([claim(near), claim({ ...near, id: "C1-2" })], TODAY, NEVER_OFF);
    expect(found).toMatchObject([
      { kind: "limitation", day: "2027-01-10", claim: "C1-1", claims: 2 },
    ]);
    expect(due(claim({ ...near, status: "filed" }))).toEqual([]);
    expect(due(claim({ first: day("2024-08-01") }))).toEqual([]);
  });

  it("is what a person wrote down, with the ground", () => {
    const limitationBasis = "suspended from 2025-01-01 (art. 182)";
    const own = { first: day("2020-01-01"), limitationEnd: "2027-03-01", limitationBasis };
    expect(claimDeadlines([claim(own)], TODAY, NEVER_OFF)).toMatchObject([
      { kind: "limitation-own", day: "2027-03-01", text: limitationBasis },
    ]);
  });
});
