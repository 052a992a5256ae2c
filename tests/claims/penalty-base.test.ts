import { describe, expect, it } from "vitest";
import { type LedgerClaim, type LedgerPayment, ledgerOf } from "../../server/claims/ledger.ts";
import { type PenaltyClaim, penaltyBase } from "../../server/claims/penalty-base.ts";
import { instantOfDay } from "../../server/time/day.ts";

/** A stolen payment of 100 on day 1; the direct claim, and one by a rule for 40 of it on day 2. */
const claim = (id: string, amount: bigint, day: number): PenaltyClaim => ({
  id,
  case: "C1",
  status: "approved",
  direct: id === "direct",
  currency: "KZT",
  amount,
  origins: [{ id: "t1", stolen: 100n }],
  taken: [],
  repaid: [],
  judgment: null,
  filed: null,
  received: [{ amount, at: instantOfDay(day) }],
});
const CLAIMS = [claim("direct", 100n, 1), claim("further", 40n, 2)] as const;
const paid = (of: LedgerClaim, amount: bigint, day: number): LedgerPayment => ({
  id: `P${day}`,
  claim: of.id,
  case: "C1",
  currency: "KZT",
  amount,
  day,
  source: "dropper",
  parts: [{ transferId: "t1", amount }],
});

/** What is owed at the end of a day. */
function owed(of: PenaltyClaim, payments: readonly LedgerPayment[], day: number): bigint {
  return penaltyBase(of, ledgerOf(CLAIMS, payments))
    .filter((one) => one.day <= day)
    .reduce((sum, one) => sum + one.amount, 0n);
}

describe("the money on which a penalty runs", () => {
  it("begins with what came, and falls by what is paid on the claim", () => {
    const payments = [paid(CLAIMS[0], 30n, 5), paid(CLAIMS[0], 20n, 9)];
    expect([0, 1, 4, 5, 9].map((day) => owed(CLAIMS[0], payments, day))).toEqual([
      0n,
      100n,
      100n,
      70n,
      50n,
    ]);
  });

  it("is never more than is left of the loss, whoever paid it", () => {
    // 80 by the first holder: of the 40 that went further only 20 can still be owed.
    const payments = [paid(CLAIMS[0], 50n, 5), paid(CLAIMS[0], 30n, 9)];
    expect([2, 5, 9].map((day) => owed(CLAIMS[1], payments, day))).toEqual([40n, 40n, 20n]);
  });

  it("ends with what the claim may still ask for, in any order of payments", () => {
    const payments = [paid(CLAIMS[1], 15n, 7), paid(CLAIMS[0], 70n, 3)];
    const { balances } = ledgerOf(CLAIMS, payments);
    for (const one of CLAIMS) expect(owed(one, payments, 10)).toBe(balances.get(one.id)?.notBack);
  });
});
