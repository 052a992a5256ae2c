import { describe, expect, it } from "vitest";
import type { Claim } from "../../contract/claims.ts";
import { blanksOf, stepWarnings } from "../../web/pages/cases/step-warnings.ts";

type Move = Claim["moves"][number];
const move = (to: Move["to"], facts: Move["facts"] = {}): Move => ({
  ...{ from: "draft", to, facts, reason: null, at: 0, by: "anna", corrections: [], asks: null },
});
const claim = (id: string, ...moves: Move[]) => ({ id, moves });
const demanded = (id: string, reference = "") =>
  claim(id, move("approved"), move("demand", { term: "2026-12-10", reference }));
const filing = (of: ReturnType<typeof claim>, reference: string, day = "2026-12-11") => ({
  ...{ claim: of, facts: { reference, day } },
});

describe("warnings before a step", () => {
  it("name two claims with one number, also one that stands in the case", () => {
    const [one, other, third] = [demanded("C2-1"), demanded("C2-2"), demanded("C2-3")];
    const filed = claim("C2-9", move("filed", { reference: "7514/102" }));
    const all = [one, other, third, filed];
    const intended = [
      filing(one, "7514/101"),
      filing(other, " 7514/101 "),
      filing(third, "7514/102"),
    ];
    expect(stepWarnings("filed", intended, all)).toEqual([
      { about: "number", number: "7514/101", claims: ["C2-1", "C2-2"] },
      { about: "number", number: "7514/102", claims: ["C2-3", "C2-9"] },
    ]);
    // Numbers of another step, and none, say nothing.
    expect(stepWarnings("demand", [filing(one, "7514/102"), filing(other, "")], all)).toEqual([]);
    expect(stepWarnings("judgment", intended, all)).toEqual([]);
  });

  it("name a filing before the term of the demand is over, and the term", () => {
    const open = [filing(demanded("C2-1"), "1", "2026-12-10"), filing(demanded("C2-2"), "2")];
    expect(stepWarnings("filed", open, [])).toEqual([
      { about: "term", term: "2026-12-10", claims: ["C2-1"] },
    ]);
    const back = { ...demanded("C2-1"), moves: [...demanded("C2-1").moves, move("approved")] };
    expect(stepWarnings("filed", [filing(back, "1", "2026-12-01")], [])).toEqual([]);
  });
});

describe("what is blank in a step of many", () => {
  const together = { how: "", day: "2026-11-30", term: null, firstNumber: "", reason: " " };
  const row = (id: string, court: string, reference: string, needsReason = false) => ({
    ...{ claim: { id }, court, reference, needsReason },
  });

  it("is named with its claims", () => {
    const rows = [row("C2-1", "Court", "1"), row("C2-2", "", " "), row("C2-3", "Court", "", true)];
    expect(blanksOf("filed", rows, together)).toEqual([
      { field: "court", claims: ["C2-2"] },
      { field: "reference", claims: ["C2-2", "C2-3"] },
      { field: "reason", claims: [] },
    ]);
    expect(blanksOf("demand", rows.slice(0, 2), together).map(({ field }) => field)).toEqual([
      ...["how", "term"],
    ]);
    expect(blanksOf("approved", rows.slice(0, 2), together)).toEqual([]);
  });
});
