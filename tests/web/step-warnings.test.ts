import { describe, expect, it } from "vitest";
import type { Claim } from "../../contract/claims.ts";
import { forgetForm, keepForm, readForm } from "../../web/pages/cases/kept-form.ts";
import { fieldsOf } from "../../web/pages/cases/step-fields.ts";
import { blanksOf, mendWarnings, stepWarnings } from "../../web/pages/cases/step-warnings.ts";

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
    // A demand that was sent stays sent where the claim was prepared anew.
    const anew = [...demanded("C2-1").moves, move("draft"), move("review"), move("approved")];
    const again = { ...demanded("C2-1"), moves: anew };
    expect(stepWarnings("filed", [filing(again, "1", "2026-12-01")], [])).toHaveLength(1);
  });
});

it("a minor's claim that is filed in a court that is no juvenile one is named", () => {
  const court = "Ауэзовский районный суд города Алматы";
  const intended = (id: string, facts: { court: string }, juvenile = true) => ({
    ...{ claim: demanded(id), facts, juvenile },
  });
  const juvenile = "Специализированный межрайонный суд по делам несовершеннолетних города Алматы";
  const rows = [
    intended("C3-1", { court }),
    intended("C3-2", { court }, false),
    intended("C3-3", { court: juvenile }),
    intended("C3-4", { court: "Кәмелетке толмағандардың істері жөніндегі сот" }),
  ];
  expect(stepWarnings("filed", rows, [])).toEqual([{ about: "juvenile", court, claims: ["C3-1"] }]);
  // A correction that leaves the court as it was asks nothing about it.
  const [one] = rows;
  if (one === undefined) throw new Error("no claim");
  expect(mendWarnings(move("filed", { court }), one, [])).toEqual([]);
  expect(mendWarnings(move("filed", { court: juvenile }), one, [])).toHaveLength(1);
});

describe("a correction of a step", () => {
  it("is asked about what it changes only", () => {
    const filed = move("filed", { reference: "7514/102", day: "2026-12-01" });
    const own = claim("C2-1", ...demanded("C2-1").moves, filed);
    const all = [own, claim("C2-9", move("filed", { reference: "7514/102" }))];
    const asked = (reference: string, day: string) =>
      mendWarnings(filed, filing(own, reference, day), all).map(({ about }) => about);
    expect(asked("7514/103", "2026-12-01")).toEqual([]);
    expect(asked("7514/102", "2026-12-02")).toEqual(["term"]);
    const other = claim("C2-8", move("filed", { reference: "7514/103" }));
    expect(mendWarnings(filed, filing(own, "7514/103", "2026-12-01"), [own, other])).toMatchObject([
      { about: "number", number: "7514/103" },
    ]);
  });

  it("is kept while another claim is looked at, until it is sent or closed", () => {
    const texts = new Map<string, string>();
    const storage = {
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, text: string) => void texts.set(key, text),
      removeItem: (key: string) => void texts.delete(key),
    };
    const form = { typed: { reference: "7514/103", term: null }, reason: "another number" };
    expect(readForm(storage, "C2-1 4")).toBeNull();
    keepForm(storage, "C2-1 4", form);
    expect(readForm(storage, "C2-1 4")).toEqual(form);
    forgetForm(storage, "C2-1 4");
    expect(readForm(storage, "C2-1 4")).toBeNull();
    keepForm(storage, "C2-1 4", form);
    texts.set("C2-1 4", '{"typed":1}');
    expect(readForm(storage, "C2-1 4")).toBeNull();
  });
});

it("the penalty that a court gave is asked for beside its debt", () => {
  const judgment: Parameters<typeof fieldsOf>[0] = {
    facts: ["outcome", "sum", "reference", "day"],
    optional: ["penalty"],
  };
  expect(fieldsOf(judgment, true)).toEqual(["outcome", "sum", "penalty", "reference", "day"]);
  expect(fieldsOf(judgment, false)).toEqual(["outcome", "sum", "reference", "day"]);
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
