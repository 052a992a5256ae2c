import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ClaimStatus,
  claimStatus,
  isClaimed,
  type StepFact,
  type StepFacts,
} from "../../contract/claim-steps.ts";
import {
  checkStep,
  type Standing,
  standingSteps,
  stepsFrom,
  type TakenStep,
} from "../../server/claims/steps.ts";
import { isUserError } from "../../server/errors/user-error.ts";

const NOW = Date.parse("2026-05-10T12:00:00+05:00");
const anna = { by: "anna", at: NOW, asked: 100_000n, currency: "KZT" };
const boris = { ...anna, by: "boris" };
const FACTS: Required<StepFacts> = {
  how: "by post",
  day: "2026-05-01",
  term: "2026-05-20",
  court: "Алматы қалалық соты",
  reference: "2-117/26",
  outcome: "in-part",
  sum: "70000",
  penalty: "0",
  bailiff: "Сейтов Б.",
};

/** A claim that has gone through these statuses, each with what it needs. */
function gone(...statuses: ClaimStatus[]): Standing {
  return statuses.reduce<Standing>(taken, { status: "draft", moves: [] });
}

function taken(claim: Standing, status: ClaimStatus): Standing {
  const who = status === "approved" ? boris : anna;
  const facts = checkStep(claim, { status, reason: "because", facts: FACTS }, who);
  const move: TakenStep = { from: claim.status, to: status, facts, by: who.by };
  return { status, moves: [...claim.moves, move] };
}

function codeOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (isUserError(error)) return error.code;
    throw error;
  }
  return "taken";
}

const FILED = ["review", "approved", "filed"] as const;

describe("the steps of a claim", () => {
  it("go in the order of the law and in no other", () => {
    const claim = (status: ClaimStatus): Standing => ({ status, moves: [] });
    for (const from of claimStatus.options) {
      for (const to of claimStatus.options) {
        const wanted = { status: to, reason: "because", facts: FACTS };
        const code = codeOf(() => checkStep(claim(from), wanted, boris));
        const allowed = stepsFrom(claim(from)).some((next) => next.status === to);
        expect(`${from} ${to} ${code}`).toBe(`${from} ${to} ${allowed ? "taken" : "claim-move"}`);
      }
    }
    expect(stepsFrom(gone("withdrawn"))).toEqual([]);
  });

  it("lead on, to a stop or back, and only those that lead on need no reason", () => {
    const ways = (...statuses: ClaimStatus[]) =>
      Object.fromEntries(stepsFrom(gone(...statuses)).map(({ status, way }) => [status, way]));
    expect(ways("review")).toEqual({ approved: "on", draft: "back", withdrawn: "stop" });
    expect(ways("review", "approved", "demand")).toEqual({
      filed: "on",
      recovered: "on",
      approved: "back",
      draft: "back",
      withdrawn: "stop",
    });
    expect(ways(...FILED, "no-motion")).toMatchObject({ filed: "on", returned: "stop" });
    expect(ways(...FILED, "judgment")).toMatchObject({ "in-force": "on", filed: "back" });
  });

  it("reach every status from a draft", () => {
    const reached = new Set<string>();
    const open: Standing[] = [gone()];
    for (let claim = open.pop(); claim !== undefined; claim = open.pop()) {
      if (reached.has(claim.status)) continue;
      reached.add(claim.status);
      for (const next of stepsFrom(claim)) open.push(taken(claim, next.status));
    }
    expect([...reached].sort()).toEqual([...claimStatus.options].sort());
  });

  it("need what is written down of them, each fact by itself", () => {
    const steps: [ClaimStatus, readonly ClaimStatus[], readonly StepFact[]][] = [
      ["demand", ["review", "approved"], ["how", "day", "term"]],
      ["filed", ["review", "approved"], ["court", "reference", "day"]],
      ["judgment", FILED, ["outcome", "sum", "reference", "day"]],
      ["in-force", [...FILED, "judgment"], ["day"]],
      ["enforcement", [...FILED, "judgment", "in-force"], ["reference", "day", "bailiff"]],
    ];
    for (const [status, before, facts] of steps) {
      for (const missing of facts) {
        const { [missing]: _gone, ...rest } = FACTS;
        const attempt = () => checkStep(gone(...before), { status, facts: rest }, anna);
        expect(`${status} ${missing} ${codeOf(attempt)}`).toBe(
          `${status} ${missing} claim-step-facts`,
        );
      }
      const kept = checkStep(gone(...before), { status, facts: FACTS }, anna);
      // A demand may have its outgoing number, a judgment a penalty.
      const more = { demand: ["reference"], judgment: ["penalty"] }[status as "demand"] ?? [];
      expect(Object.keys(kept).sort()).toEqual([...facts, ...more].sort());
    }
    const blank = { ...FACTS, court: "\u200b" };
    const attempt = () =>
      checkStep(gone("review", "approved"), { status: "filed", facts: blank }, anna);
    expect(codeOf(attempt)).toBe("claim-step-facts");
  });

  it("lie between the step before and today, and a judgment gives no more than was asked", () => {
    const filed = gone(...FILED);
    const judged = (change: StepFacts) => () =>
      checkStep(filed, { status: "judgment", facts: { ...FACTS, ...change } }, anna);
    expect(codeOf(judged({ day: "2026-05-11" }))).toBe("claim-step-future");
    expect(codeOf(judged({ day: "2026-04-30" }))).toBe("claim-step-order");
    expect(codeOf(judged({ day: "2026-02-30" }))).toBe("claim-step-day");
    expect(codeOf(judged({ sum: "100001" }))).toBe("claim-step-sum");
    expect(codeOf(judged({ sum: "0" }))).toBe("claim-step-sum");
    expect(codeOf(judged({ sum: "100000", outcome: "granted" }))).toBe("taken");
    const demand = { status: "demand", facts: { ...FACTS, term: "2026-04-30" } } as const;
    expect(codeOf(() => checkStep(gone("review", "approved"), demand, anna))).toBe(
      "claim-step-term",
    );
  });

  it("of a demand and a filing lie before the approval only with a reason", () => {
    const approved = { at: Date.parse("2026-05-03T09:00:00+05:00") };
    const claim = gone("review", "approved");
    const dated = { ...claim, moves: claim.moves.map((move) => ({ ...move, ...approved })) };
    for (const status of ["demand", "filed"] as const) {
      const sent = (day: string, reason: string | null) => () =>
        checkStep(dated, { status, reason, facts: { ...FACTS, day, term: "2026-05-20" } }, anna);
      expect(codeOf(sent("2026-05-02", null))).toBe("claim-step-before-approval");
      expect(codeOf(sent("2026-05-02", " "))).toBe("claim-step-before-approval");
      expect(codeOf(sent("2026-05-02", "approved on paper"))).toBe("taken");
      expect(codeOf(sent("2026-05-03", null))).toBe("taken");
    }
  });

  it("are after the last stolen transfer, and an outcome goes with its sum", () => {
    const filed = gone(...FILED);
    const judged = (change: StepFacts, more: object) => () =>
      checkStep(
        filed,
        { status: "judgment", facts: { ...FACTS, ...change } },
        { ...anna, ...more },
      );
    const lastAt = Date.parse("2026-05-02T00:30:00+05:00");
    expect(codeOf(judged({ day: "2026-05-01" }, { lastAt }))).toBe("claim-step-before-loss");
    expect(codeOf(judged({ day: "2026-05-02" }, { lastAt }))).toBe("taken");
    const owing = { owed: 90_000n };
    for (const sum of ["89999", "90001", "100000"])
      expect(codeOf(judged({ outcome: "granted", sum }, owing))).toBe("claim-step-granted");
    expect(codeOf(judged({ outcome: "granted", sum: "90000" }, owing))).toBe("taken");
    // The court did not know of a payment: its own sum is taken with a reason, and none above it.
    const unaware = (sum: string) => () => {
      const facts = { ...FACTS, outcome: "granted" as const, sum };
      const wanted = { status: "judgment" as const, facts, reason: "It was paid the day before." };
      return checkStep(gone(...FILED), wanted, { ...anna, ...owing });
    };
    for (const sum of ["90001", "100000"]) expect(codeOf(unaware(sum))).toBe("taken");
    expect(codeOf(unaware("89999"))).toBe("claim-step-granted");
    expect(codeOf(unaware("100001"))).toBe("claim-step-sum");
    expect(codeOf(judged({ outcome: "in-part", sum: "100000" }, owing))).toBe("claim-step-outcome");
    expect(codeOf(judged({ outcome: "settled", sum: "100" }, owing))).toBe("taken");
    expect(codeOf(judged({ penalty: "1" }, owing))).toBe("claim-step-penalty");
  });

  it("of a judgment keep debt and penalty apart, and name what to type", () => {
    const judged =
      ({ penalty, ...change }: StepFacts, paid = 0n, reason: string | null = null) =>
      () => {
        const { penalty: _none, ...rest } = FACTS;
        const facts = { ...rest, ...change, ...(penalty !== undefined && { penalty }) };
        const owing = { owed: 90_000n, penalty: 5_000n, penaltyOwed: 5_000n - paid };
        const wanted = { status: "judgment" as const, facts, reason };
        return checkStep(gone(...FILED), wanted, { ...anna, ...owing });
      };
    const whole = { outcome: "granted", sum: "90000", penalty: "5000" } as const;
    expect(judged(whole)()).toMatchObject({ sum: "90000", penalty: "5000" });
    for (const [change, code] of [
      [{ outcome: "granted", sum: "95000" }, "claim-step-with-penalty"],
      [{ outcome: "in-part", sum: "95000" }, "claim-step-with-penalty"],
      [{ outcome: "in-part", sum: "105000" }, "claim-step-with-penalty"],
      [{ outcome: "in-part", sum: "95000", penalty: "0" }, "claim-step-above-owed"],
      [{ ...whole, sum: "95000" }, "claim-step-granted-penalty"],
      [{ ...whole, penalty: "4999" }, "claim-step-granted-penalty"],
      [{ outcome: "granted", sum: "90000" }, "claim-step-granted-penalty"],
      [{ outcome: "in-part", sum: "90000", penalty: "5001" }, "claim-step-penalty"],
      [{ outcome: "in-part", sum: "90000", penalty: "-1" }, "claim-step-penalty"],
      [{ outcome: "in-part", sum: "100000", penalty: "4000" }, "claim-step-above-owed"],
      [{ outcome: "in-part", sum: "100000", penalty: "5000" }, "claim-step-outcome"],
      [{ outcome: "in-part", sum: "50000", penalty: "100" }, "taken"],
      [{ outcome: "in-part", sum: "0", penalty: "100" }, "taken"],
      [{ outcome: "in-part", sum: "0", penalty: "5000" }, "taken"],
      [{ outcome: "in-part", sum: "0", penalty: "0" }, "claim-step-sum"],
      [{ outcome: "in-part", sum: "0" }, "claim-step-sum"],
      [{ outcome: "in-part", sum: "-1", penalty: "100" }, "claim-step-sum"],
      [{ outcome: "granted", sum: "0", penalty: "5000" }, "claim-step-granted-penalty"],
    ] as const)
      expect([change, codeOf(judged(change))]).toEqual([change, code]);
    // A court that did not know of a payment gives more than was left; a person says so.
    const why = "The receipt came after the hearing.";
    expect(codeOf(judged({ outcome: "in-part", sum: "95000", penalty: "0" }, 0n, why))).toBe(
      "taken",
    );
    // A part of the penalty was paid in the suit.
    expect(codeOf(judged({ ...whole, penalty: "4000" }, 1_000n))).toBe("taken");
    expect(codeOf(judged(whole, 1_000n))).toBe("claim-step-granted-penalty");
    expect(codeOf(judged(whole, 1_000n, why))).toBe("taken");
    const inOne = { outcome: "granted", sum: "94000" } as const;
    expect(codeOf(judged(inOne, 1_000n))).toBe("claim-step-with-penalty");
    try {
      judged({ outcome: "granted", sum: "95000" })();
    } catch (error) {
      expect(error).toMatchObject({ params: { debt: "900.00 KZT", penalty: "50.00 KZT" } });
    }
  });

  it("with a penalty in the judgment leave the way to court and back as it was", () => {
    const judged = gone(...FILED, "judgment");
    expect(judged.moves.at(-1)?.facts).toMatchObject({ penalty: "0" });
    expect(standingSteps(gone(...FILED, "judgment", "filed").moves).at(-1)?.to).toBe("filed");
    expect(standingSteps(gone(...FILED, "judgment", "filed", "judgment").moves)).toHaveLength(4);
  });

  it("are approved by another person than the one who sent the claim to review", () => {
    const approve = { status: "approved" } as const;
    expect(codeOf(() => checkStep(gone("review"), approve, anna))).toBe("approval-own-work");
    expect(codeOf(() => checkStep(gone("review"), approve, boris))).toBe("taken");
    const again = gone("review", "approved", "draft", "review");
    expect(codeOf(() => checkStep(again, approve, anna))).toBe("approval-own-work");
  });

  it("need a written reason where they go back or end the claim", () => {
    for (const reason of [null, "", "  ", "\u200b"]) {
      const attempt = () => checkStep(gone(), { status: "withdrawn", reason }, anna);
      expect(codeOf(attempt)).toBe("claim-move-needs-reason");
    }
    expect(codeOf(() => checkStep(gone(), { status: "review" }, anna))).toBe("taken");
  });

  it("go back from an end only to where the claim came from", () => {
    const next = (claim: Standing) => stepsFrom(claim).map((one) => one.status);
    expect(next(gone("review", "approved", "demand", "recovered"))).toEqual(["closed", "demand"]);
    expect(next(gone(...FILED, "judgment", "recovered", "closed"))).toEqual(["recovered"]);
    const without = { status: "recovered" as const, facts: {} };
    expect(codeOf(() => checkStep(gone("review", "approved", "demand"), without, anna))).toBe(
      "claim-step-facts",
    );
  });

  it("offer the claim's own steps again once an end was taken back, however often", () => {
    const next = (claim: Standing) => stepsFrom(claim).map((one) => one.status);
    const paid = gone("review", "approved", "demand", "recovered");
    const reopened = taken(taken(paid, "closed"), "recovered");
    expect(next(reopened)).toEqual(next(paid));
    const again = taken(taken(reopened, "closed"), "recovered");
    expect(next(taken(again, "demand"))).toEqual(next(gone("review", "approved", "demand")));
    const enforced = gone(...FILED, "judgment", "in-force", "enforcement");
    expect(next(taken(taken(enforced, "closed"), "enforcement"))).toEqual(next(enforced));
  });

  it("keep the day, court and number of an appeal, and what was filed first", () => {
    const court = "Алматы облыстық соты";
    const appeal = { court, reference: "ап-1", day: "2026-05-05" };
    const first = { ...FACTS, day: "2026-05-01" };
    for (const stopped of ["judgment", "rejected", "no-motion"] as const) {
      const claim = gone(...FILED, stopped);
      const filed = (facts: StepFacts) => () =>
        checkStep(claim, { status: "filed", reason: "appeal", facts }, anna);
      expect(filed(appeal)()).toEqual(appeal);
      expect(filed({})()).toEqual({});
      expect(codeOf(filed({ ...appeal, day: "2026-05-11" }))).toBe("claim-step-future");
      expect(codeOf(filed({ ...appeal, day: "2026-04-30" }))).toBe("claim-step-order");
      expect(codeOf(filed({ court, reference: "ап-1" }))).toBe("claim-step-facts");
      const move: TakenStep = { from: stopped, to: "filed", facts: appeal, by: "anna" };
      const appealed: Standing = { status: "filed", moves: [...claim.moves, move] };
      const standing = standingSteps(appealed.moves);
      expect(standing.at(-1)).toMatchObject({ to: "filed", facts: { day: first.day } });
      const judged = (day: string) => () =>
        checkStep(appealed, { status: "judgment", facts: { ...FACTS, day } }, anna);
      expect(codeOf(judged("2026-05-04"))).toBe("claim-step-order");
      expect(codeOf(judged("2026-05-05"))).toBe("taken");
    }
  });

  it("never leave a claim in a status without its precondition, whatever was done", () => {
    const BEFORE: Partial<Record<ClaimStatus, ClaimStatus>> = {
      demand: "approved",
      filed: "approved",
      judgment: "filed",
      "in-force": "judgment",
      enforcement: "in-force",
    };
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 25 }), (choices) => {
        let claim = gone();
        for (const choice of choices) {
          const steps = stepsFrom(claim);
          const next = steps[choice % Math.max(1, steps.length)];
          if (next === undefined) break;
          claim = taken(claim, next.status);
          const path = standingSteps(claim.moves);
          const standing = new Set(path.map((move) => move.to));
          const before = BEFORE[claim.status];
          if (isClaimed(claim.status)) expect(standing).toContain("approved");
          if (before !== undefined) expect(standing).toContain(before);
          const own = path.findLast((move) => move.to === claim.status);
          if (["filed", "judgment", "in-force", "enforcement"].includes(claim.status))
            expect(own?.facts.day).toBe(FACTS.day);
        }
      }),
    );
  });
});

describe("one person alone", () => {
  it("leads no claim from its draft to its money: every way passes the approval by another", () => {
    const reached = (without: ClaimStatus | null) => {
      const seen = new Set<ClaimStatus>(["draft"]);
      for (const status of seen)
        for (const next of stepsFrom({ status, moves: [] }))
          if (next.status !== without) seen.add(next.status);
      return seen;
    };
    expect(reached(null)).toContain("recovered");
    const alone = reached("approved");
    for (const status of ["demand", "filed", "judgment", "enforcement", "recovered"] as const)
      expect(alone).not.toContain(status);
    for (const status of claimStatus.options)
      for (const next of stepsFrom({ status, moves: [] }))
        expect([status, next.another]).toEqual([status, next.status === "approved"]);
  });
});
