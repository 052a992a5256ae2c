import { describe, expect, it } from "vitest";
import { dueItems } from "../../server/retention/due.ts";
import { monthsAfter } from "../../server/time/day.ts";

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const file = { class: "sources", id: "s1", name: "a.csv", since: day("2026-01-31") } as const;

describe("a term", () => {
  it("counts calendar months; the last day of a long month becomes the last of a short one", () => {
    expect(monthsAfter(day("2026-01-31"), 1)).toBe(day("2026-02-28"));
    expect(monthsAfter(day("2027-11-30"), 3)).toBe(day("2028-02-29"));
    expect(monthsAfter(day("2026-03-15"), 36)).toBe(day("2029-03-15"));
  });

  it("makes nothing due before it, nor where the office has set none", () => {
    const rules = [{ class: "sources", months: 12 } as const];
    expect(dueItems([file], rules, [], day("2027-01-30"))).toEqual([]);
    expect(dueItems([file], rules, [], day("2027-01-31"))).toMatchObject([{ kept: file }]);
    expect(dueItems([file], [{ class: "sources", months: null }], [], day("2099-01-01"))).toEqual(
      [],
    );
    expect(dueItems([file], [{ class: "looks", months: 1 }], [], day("2099-01-01"))).toEqual([]);
  });

  it("is put off by a review to its day, in Kazakhstan, and not for ever", () => {
    const rules = [{ class: "sources", months: 1 } as const];
    const review = { class: "sources", id: "s1", until: "2028-06-01", reason: "appeal" } as const;
    const reviews = [{ ...review, by: "head", at: 0 }];
    const due = (at: string) => dueItems([file], rules, reviews, Date.parse(at)).length;
    expect([due("2028-05-31T18:59:59Z"), due("2028-05-31T19:00:00Z")]).toEqual([0, 1]);
  });
});
