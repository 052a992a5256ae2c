import { describe, expect, it } from "vitest";
import { numberOf, refusalsByReason, sentOf } from "../../web/pages/cases/many-step-facts.ts";

describe("the number of a letter after the first", () => {
  it.each([
    ["2-11-098", 1, "2-11-099"],
    ["2-11-099", 1, "2-11-100"],
    ["№ 98/2026", 2, "№ 100/2026"],
    ["2026", 1, "2027"],
    ["12345678901234567890", 1, "12345678901234567891"],
    [" 7 ", 0, "7"],
    ["без номера", 1, ""],
    ["", 3, ""],
  ])("%s, %i papers on, is %s", (first, place, number) => {
    expect(numberOf(first, place, "2026-11-30")).toBe(number);
  });
});

describe("a step of one claim among many", () => {
  const together = { how: "by post", day: "2026-11-30", term: "2026-12-10", firstNumber: "" };
  const one = { claim: { id: "C1-1", version: 4 }, court: "", reference: "", needsReason: false };

  it("leaves the number of a demand blank, and is not sent without its term", () => {
    const typed = { ...together, reason: "" };
    const { how, day, term } = together;
    expect(sentOf("demand", one, typed)).toEqual({
      ...one.claim,
      facts: { how, day, term },
    });
    expect(sentOf("demand", one, { ...typed, term: null })).toBeNull();
  });

  it("is not filed without court and number, nor before its approval without a reason", () => {
    const typed = { ...together, reason: "the post was slow" };
    expect(sentOf("filed", { ...one, court: "Court" }, typed)).toBeNull();
    const filed = { ...one, court: "Court", reference: "2-1", needsReason: true };
    expect(sentOf("filed", filed, { ...typed, reason: " " })).toBeNull();
    expect(sentOf("filed", filed, typed)).toEqual({
      ...one.claim,
      facts: { court: "Court", reference: "2-1", day: together.day },
      reason: "the post was slow",
    });
  });
});

describe("refusals of one step", () => {
  const refused = (claim: string, code: string, params: Record<string, string>) => ({
    ...{ claim, status: null },
    problem: { type: "", title: code, status: 409, code, params: { claim, ...params } },
  });

  it("stand once where reason and details are the same", () => {
    const results = [
      refused("C1-1", "claim-not-ready", { missing: "court" }),
      { claim: "C1-2", status: "approved" as const, problem: null },
      refused("C1-3", "claim-not-ready", { missing: "court" }),
      refused("C1-4", "claim-not-ready", { missing: "fee" }),
    ];
    const groups = refusalsByReason(results);
    expect(groups.map(({ names }) => names)).toEqual([["C1-1", "C1-3"], ["C1-4"]]);
    expect(groups[0]?.problem.params).toEqual({ claim: "C1-1, C1-3", missing: "court" });
  });
});
