import { describe, expect, it } from "vitest";
import { penaltyOf, proposedPenalty } from "../../server/claims/penalty-paid.ts";

const filed = { facts: { penalty: { amount: 365n } } };
const judgment = { sum: 6_000n, penalty: 300n, day: 1 };
const claim = { id: "C1-1", status: "enforcement", judgment, filed } as const;
const paid = [{ claim: "C1-1", penalty: 100n }, { claim: "C1-1" }, { claim: "C1-2", penalty: 50n }];

describe("the penalty beside the debt", () => {
  it("is what the court gave of it, before a judgment what the filing asks for", () => {
    expect(penaltyOf(claim, paid)).toEqual({ due: 300n, paid: 100n, outstanding: 200n });
    const before = { ...claim, status: "filed", judgment: null } as const;
    expect(penaltyOf(before, [])).toEqual({ due: 365n, paid: 0n, outstanding: 365n });
    expect(penaltyOf({ ...before, filed: null }, [])).toMatchObject({ due: 0n, outstanding: 0n });
  });

  it("is asked for no more where the claim is over, and never below nothing", () => {
    expect(penaltyOf({ ...claim, status: "rejected" }, []).outstanding).toBe(0n);
    const less = { ...claim, judgment: { ...judgment, penalty: 50n } };
    expect(penaltyOf(less, paid)).toEqual({ due: 50n, paid: 100n, outstanding: 0n });
  });

  it("is paid by what is left of a sum once the debt is paid, and by no more", () => {
    const owed = { debt: 6_000n, penalty: 365n };
    expect([1n, 6_000n, 6_100n, 6_365n, 9_000n].map((sum) => proposedPenalty(sum, owed))).toEqual([
      ...[0n, 0n, 100n, 365n, 365n],
    ]);
  });
});
