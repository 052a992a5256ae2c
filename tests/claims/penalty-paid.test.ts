import { describe, expect, it } from "vitest";
import {
  penaltyOf,
  penaltyOwedOn,
  penaltyPaidBy,
  penaltyRoom,
  proposedPenalty,
} from "../../server/claims/penalty-paid.ts";

const filed = { day: 1, at: 1, facts: { penalty: { amount: 365n, paid: 0n } } };
const judgment = { sum: 6_000n, penalty: 300n, day: 1 };
const claim = { id: "C1-1", status: "enforcement", judgment, filed } as const;
const day = 5;
const paid = [
  { claim: "C1-1", penalty: 100n, day },
  { claim: "C1-1", day },
  { claim: "C1-2", penalty: 50n, day },
];

describe("the penalty beside the debt", () => {
  it("is what the court gave of it, before a judgment what the filing asks for", () => {
    expect(penaltyOf(claim, paid)).toEqual({
      ...{ due: 300n, paid: 100n, before: 0n, outstanding: 200n, gone: 0n, above: 0n },
    });
    const before = { ...claim, status: "filed", judgment: null } as const;
    expect(penaltyOf(before, [])).toMatchObject({ due: 365n, paid: 0n, outstanding: 365n });
    expect(penaltyOf({ ...before, filed: null }, [])).toMatchObject({ due: 0n, outstanding: 0n });
  });

  it("is asked for no more where the claim is over, and never below nothing", () => {
    expect(penaltyOf({ ...claim, status: "rejected" }, []).outstanding).toBe(0n);
    const less = { ...claim, judgment: { ...judgment, penalty: 50n } };
    expect(penaltyOf(less, paid)).toMatchObject({
      ...{ due: 50n, paid: 100n, outstanding: 0n, above: 50n },
    });
  });

  it("is less by what was paid since the judgment: the court's sum has the rest off", () => {
    const judged = { ...claim, judgment: { ...judgment, day: 10, at: 1_000 } };
    const money = (on: number, at: number) => ({ claim: "C1-1", penalty: 20n, day: on, at });
    const [before, thatDay] = [money(9, 2_000), money(10, 500)];
    const [executing, later] = [money(10, 1_500), money(12, 2_000)];
    expect(penaltyOf(judged, [before, thatDay])).toMatchObject({ paid: 40n, outstanding: 300n });
    expect(penaltyOf(judged, [executing, later])).toMatchObject({ paid: 40n, outstanding: 260n });
    // After an appeal the first judgment counts.
    const appealed = { ...judged, judgment: { ...judged.judgment, day: 20, since: 10 } };
    expect(penaltyOf(appealed, [later]).outstanding).toBe(280n);
    const all = [before, thatDay, executing, later];
    expect(penaltyOwedOn(claim, all, { day: 10, at: 1_000 })).toBe(325n);
  });

  it("that was paid on a withdrawn claim is paid on the claim that goes on for its losses", () => {
    const before = [{ claim: "C1-0", goesOn: "C1-1", penalty: 65n, day: 0 }];
    expect(penaltyOf({ ...claim, judgment: null }, before)).toEqual({
      ...{ due: 365n, paid: 65n, before: 65n, outstanding: 300n, gone: 0n, above: 0n },
    });
  });

  it("that was paid before the filing is off what it asks for, and counts once", () => {
    const [earlier, since] = [
      { claim: "C1-0", goesOn: "C1-1", penalty: 65n, day: 0, at: 1 },
      { claim: "C1-1", penalty: 20n, day: 7, at: 9 },
    ];
    const all = [earlier, since];
    const filing = { day: 5, at: 5, facts: { penalty: { amount: 300n, paid: 65n } } };
    expect(penaltyPaidBy("C1-1", all, filing)).toBe(65n);
    expect(penaltyPaidBy("C1-1", all, null)).toBe(85n);
    const anew = { ...claim, judgment: null, filed: filing };
    expect(penaltyOf(anew, all)).toEqual({
      ...{ due: 300n, paid: 85n, before: 65n, outstanding: 280n, gone: 0n, above: 0n },
    });
    // A judgment that gives all of it: what came since is off.
    expect(penaltyOf({ ...anew, judgment: { ...judgment, day: 6 } }, all).outstanding).toBe(280n);
    expect(penaltyOwedOn(anew, all, { day: 6, at: 6 })).toBe(300n);
  });

  it("stays as it was filed where a payment before it is taken back, and is never above that", () => {
    const filing = { day: 5, at: 5, facts: { penalty: { amount: 300n, paid: 65n } } };
    const anew = { ...claim, judgment: null, filed: filing };
    expect(penaltyOf(anew, [])).toMatchObject({
      due: 300n,
      paid: 0n,
      outstanding: 300n,
      gone: 65n,
    });
    const since = { claim: "C1-1", penalty: 300n, day: 7, at: 9 };
    expect(penaltyOf(anew, [since])).toMatchObject({ paid: 300n, outstanding: 0n, gone: 65n });
    // Written down again with its own day, it takes its place; on a later day nothing is owed.
    const again = { claim: "C1-1", penalty: 65n, day: 4, at: 20 };
    expect(penaltyRoom(anew, [since], again.day)).toBe(65n);
    expect(penaltyRoom(anew, [since], 8)).toBe(0n);
    expect(penaltyOf(anew, [since, again])).toMatchObject({
      paid: 365n,
      outstanding: 0n,
      gone: 0n,
    });
    // A judgment says what is owed from its day on.
    const judged = { ...anew, judgment: { ...judgment, day: 6 } };
    expect(penaltyOf(judged, [])).toMatchObject({ due: 300n, outstanding: 300n, gone: 65n });
    expect(penaltyRoom(judged, [], again.day)).toBe(300n);
  });

  it("is paid by what is left of a sum once the debt is paid, and by no more", () => {
    const owed = { debt: 6_000n, penalty: 365n };
    expect([1n, 6_000n, 6_100n, 6_365n, 9_000n].map((sum) => proposedPenalty(sum, owed))).toEqual([
      ...[0n, 0n, 100n, 365n, 365n],
    ]);
  });
});
