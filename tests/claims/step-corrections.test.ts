import { describe, expect, it } from "vitest";
import type { ClaimStatus, StepFacts } from "../../contract/claim-steps.ts";
import { crossingPayment } from "../../server/claims/payment-sides.ts";
import { checkCorrection, checkUndo, undoneTo } from "../../server/claims/step-corrections.ts";
import { checkStep, happenedSteps, type TakenStep } from "../../server/claims/steps.ts";
import { courtFiledIn, courtOfFiling } from "../../server/dossier/filed-court.ts";
import { isUserError } from "../../server/errors/user-error.ts";

const context = {
  at: Date.parse("2026-05-10T12:00:00+05:00"),
  lastAt: Date.parse("2026-03-01T12:00:00+05:00"),
  asked: 100_000n,
  currency: "KZT",
};
const moved = (from: ClaimStatus, to: ClaimStatus, facts: StepFacts = {}): TakenStep => ({
  ...{ from, to, facts, by: "anna" },
});
const FILED = { court: "Алматы қалалық соты", reference: "2-101", day: "2026-04-10" };
const JUDGED = { outcome: "in-part", sum: "70000", reference: "5", day: "2026-05-02" } as const;
const moves = [
  moved("draft", "review"),
  moved("review", "approved"),
  moved("approved", "demand", { how: "by post", day: "2026-04-01", term: "2026-04-09" }),
  moved("demand", "filed", FILED),
  moved("filed", "judgment", JUDGED),
];
const reason = "another claim's number was typed";
const correct = (place: number, facts: StepFacts, why = reason) =>
  codeOf(() => checkCorrection(moves, place, { facts, reason: why }, context));

function codeOf(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    if (isUserError(error)) return error.code;
    throw error;
  }
}

describe("a correction of a step", () => {
  it("keeps all facts of the step as they should stand, and needs a reason and a difference", () => {
    const right = { ...FILED, reference: "2-102" };
    expect(correct(3, right)).toEqual(right);
    expect(correct(3, right, " ")).toBe("claim-correction-reason");
    expect(correct(3, FILED)).toBe("claim-correction-same");
    const { court: _court, ...lacking } = right;
    expect(correct(3, lacking)).toBe("claim-step-facts");
    expect(correct(0, {})).toBe("claim-correction-none");
    // The number of a demand may follow later, and may be taken out again.
    const numbered = { ...moves[2]?.facts, reference: "15-7/101" };
    expect(correct(2, numbered)).toEqual(numbered);
  });

  it("leaves the step between the steps before and after it", () => {
    const on = (day: string) => correct(3, { ...FILED, day });
    expect(on("2026-04-01")).toMatchObject({ day: "2026-04-01" });
    expect(on("2026-03-31")).toBe("claim-step-order");
    expect(on("2026-05-03")).toBe("claim-step-after");
    expect(correct(4, { ...JUDGED, day: "2026-05-11" })).toBe("claim-step-future");
    expect(correct(2, { ...moves[2]?.facts, day: "2026-02-01" })).toBe("claim-step-before-loss");
    expect(correct(2, { ...moves[2]?.facts, term: "2026-03-31" })).toBe("claim-step-term");
  });

  it("leaves it there over steps without a day: a claim that the court returned is filed later", () => {
    const refiled = (day: string) => moved("approved", "filed", { ...FILED, day });
    const anew = [
      ...moves.slice(0, 4),
      moved("filed", "returned", { day: "2026-04-20" }),
      moved("returned", "draft"),
      moved("draft", "review"),
      moved("review", "approved"),
    ];
    const standing = { status: "approved" as const, moves: anew };
    const file = (day: string) =>
      codeOf(() => {
        const wanted = { status: "filed" as const, facts: { ...FILED, day }, reason };
        return checkStep(standing, wanted, { ...context, by: "boris" });
      });
    expect(file("2026-04-19")).toBe("claim-step-order");
    expect(file("2026-04-20")).toMatchObject({ day: "2026-04-20" });
    const all = [...anew, refiled("2026-04-25")];
    const change = (place: number, facts: StepFacts) =>
      codeOf(() => checkCorrection(all, place, { facts, reason }, context));
    expect(change(8, { ...FILED, day: "2026-04-19" })).toBe("claim-step-order");
    expect(change(8, { ...FILED, day: "2026-04-21" })).toMatchObject({ day: "2026-04-21" });
    expect(change(4, { day: "2026-04-26" })).toBe("claim-step-after");
    // What an older version let stand may still have its number put right.
    const before = [...anew, refiled("2026-04-12")];
    const number = { ...FILED, day: "2026-04-12", reference: "2-109" };
    expect(checkCorrection(before, 8, { facts: number, reason }, context)).toEqual(number);
  });

  it("lets a step that was taken back say nothing of those after it", () => {
    const sent = (day: string) =>
      moved("approved", "demand", { how: "by post", day, term: "2026-05-09" });
    const back = moved("demand", "approved");
    const steps = [...moves.slice(0, 2), sent("2026-04-09"), back, sent("2026-04-03")];
    expect(happenedSteps(steps)).toEqual([...moves.slice(0, 2), steps[4]]);
    const filed = { facts: { ...FILED, day: "2026-04-05" }, reason };
    const all = [...steps, moved("demand", "filed", FILED)];
    expect(checkCorrection(all, 5, filed, context)).toEqual(filed.facts);
    // An appeal leaves the judgment where it was.
    const appealed = [...moves, moved("judgment", "filed")];
    const judged = { status: "judgment" as const, facts: { ...JUDGED, day: "2026-05-01" }, reason };
    const take = () =>
      checkStep({ status: "filed", moves: appealed }, judged, { ...context, by: "boris" });
    expect(codeOf(take)).toBe("claim-step-order");
  });

  it("of a judgment is held against what the court was asked for", () => {
    expect(correct(4, { ...JUDGED, sum: "60000" })).toMatchObject({ sum: "60000" });
    expect(correct(4, { ...JUDGED, sum: "100001" })).toBe("claim-step-sum");
    expect(correct(4, { ...JUDGED, outcome: "granted" })).toBe("claim-step-granted");
    expect(correct(4, { ...JUDGED, sum: "100000" })).toBe("claim-step-outcome");
  });
});

describe("a payment", () => {
  const filed = { number: 4, day: 10, at: 10 };
  const claim = { id: "C1-1", filed, judgment: { sum: 90n, penalty: 5n, day: 20, at: 20 } };
  const paid = (day: number, at: number, penalty = 0n, of = "C1-1") => ({
    ...{ id: `P${day}`, claim: of, day, at, penalty },
  });
  const judgedOn = (day: number) => ({ ...claim, judgment: { ...claim.judgment, day } });
  const filedOn = (day: number) => ({ ...claim, filed: { ...filed, day } });
  const crosses = (after: typeof claim, one: ReturnType<typeof paid> & { goesOn?: string }) =>
    crossingPayment(claim, after, [one]) !== undefined;

  it("executes a judgment or came before it, and is not moved to the other side", () => {
    expect(crosses(judgedOn(26), paid(25, 30))).toBe(true);
    expect(crosses(judgedOn(25), paid(25, 30))).toBe(false);
    expect(crosses(judgedOn(15), paid(17, 18))).toBe(true);
    expect(crosses(judgedOn(17), paid(17, 18))).toBe(false);
    // Of the very day, but written down before the judgment.
    expect(crosses(judgedOn(18), paid(20, 19))).toBe(true);
    expect(crosses(judgedOn(26), paid(25, 30, 0n, "C1-2"))).toBe(false);
    expect(crosses(judgedOn(26), { ...paid(25, 30, 0n, "C1-0"), goesOn: "C1-1" })).toBe(true);
  });

  it("of a penalty, or of a filed claim, is not moved across the filing", () => {
    expect(crosses(filedOn(14), paid(12, 15, 1n))).toBe(true);
    expect(crosses(filedOn(14), paid(12, 15))).toBe(true);
    expect(crosses(filedOn(6), paid(8, 9, 1n))).toBe(true);
    // The debt is asked for as it was on the day.
    expect(crosses(filedOn(6), paid(8, 9))).toBe(false);
    expect(crosses(filedOn(14), paid(15, 16, 1n))).toBe(false);
  });
});

describe("a step that never happened", () => {
  it("leaves the claim where it stood before; a way back and a withdrawal have ways of their own", () => {
    expect(checkUndo(moves, reason)).toBe("filed");
    expect(undoneTo(moves.slice(0, 4))).toBe("demand");
    expect(undoneTo(moves.slice(0, 3))).toBe("approved");
    expect(undoneTo(moves.slice(0, 2))).toBeNull();
    expect(undoneTo([...moves, moved("judgment", "filed")])).toBe("judgment");
    expect(undoneTo([...moves, moved("filed", "withdrawn")])).toBeNull();
    expect(undoneTo([...moves, moved("judgment", "recovered")])).toBeNull();
    expect(codeOf(() => checkUndo(moves, ""))).toBe("claim-correction-reason");
    expect(codeOf(() => checkUndo(moves.slice(0, 2), reason))).toBe("claim-undo-none");
  });
});

describe("the court of a filing", () => {
  const wrong = "Ауэзовский районный суд города Алматы";
  const written = { court: wrong, courtKk: "Әуезов аудандық соты" };
  const juvenile = { ru: "Суд для детей", kk: "Балалар соты" };
  const courtIn = (court: string, at = written) => {
    const found = courtFiledIn(court, at, [juvenile]);
    return found && [found.court, found.courtKk];
  };

  it("is the court of papers made afterwards, in Kazakh where the table has it", () => {
    const other = "Бостандыкский районный суд города Алматы";
    const kazakh = "Алматы қаласы Бостандық аудандық соты";
    for (const typed of [other, kazakh]) expect(courtIn(typed)).toEqual([other, kazakh]);
    expect(courtIn("Суд Конаева")).toEqual(["Суд Конаева", null]);
    // The court that the claim had keeps the names that a person wrote down.
    expect(courtIn(wrong)).toEqual([wrong, written.courtKk]);
    // An office's own table has its courts in both languages too.
    expect(courtIn(juvenile.kk)).toEqual([juvenile.ru, juvenile.kk]);
    expect(courtFiledIn(undefined, written)).toBeNull();
  });

  it("outside the tables has the name that a person wrote down beside it", () => {
    const own = { court: "Суд Конаева", courtKk: "Қонаев соты" };
    for (const typed of [own.court, own.courtKk])
      expect(courtIn(typed, own)).toEqual([own.court, own.courtKk]);
    // The same of a court that nobody corrected: its name in Kazakh was added after the filing.
    const filed = { fields: { court: own.court, courtKk: null }, filedCourt: null };
    expect(courtOfFiling(filed, own)).toEqual(own);
    expect(courtOfFiling(filed, written)).toEqual(filed.fields);
    const kazakh = { fields: { court: null, courtKk: own.courtKk }, filedCourt: null };
    expect(courtOfFiling(kazakh, own)).toEqual(own);
    expect(courtOfFiling({ ...filed, filedCourt: written }, own)).toEqual(written);
  });
});
