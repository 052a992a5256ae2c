import { describe, expect, it } from "vitest";
import { type LedgerClaim, type LedgerPayment, ledgerOf } from "../../server/claims/ledger.ts";
import {
  refuseCrossing,
  refuseUnsettling,
  roomFor,
  squeezedBy,
} from "../../server/claims/money-change.ts";
import { uncountedReturns } from "../../server/claims/uncounted-returns.ts";

const claim = (id: string, more: Partial<LedgerClaim> = {}) => ({
  ...{ id, case: "C1", status: "filed" as const, direct: true, currency: "KZT", amount: 100n },
  ...{ origins: [{ id: `of ${id}`, stolen: 100n }], taken: [], repaid: [], judgment: null },
  ...{ filed: null, defendant: "D", debtors: [], received: [], madeGood: false },
  ...more,
});
const entry = (id: string, of: string, amount: bigint, day = 100): LedgerPayment => ({
  ...{ id, claim: of, case: "C1", currency: "KZT", amount, day, source: "block" },
  parts: [{ transferId: `of ${of}`, amount }],
});

/** The ledger of some claims with payments by hand and returns of the register, oldest first. */
function ledger(
  claims: readonly ReturnType<typeof claim>[],
  paid: readonly LedgerPayment[],
  returns: readonly LedgerPayment[],
  lost: ReadonlyMap<string, bigint> = new Map(),
  shown: ReadonlyMap<string, string> = new Map(),
) {
  const written = { measure: false, receipt: "9", at: 0, by: "tester", cancelled: null };
  const payments = paid.map((one) => ({ ...one, ...written, payer: null, penalty: 0n }));
  return { ...ledgerOf(claims, paid, returns, lost), claims: [...claims], payments, shown };
}

describe("a change of money, judged by the ledger after it", () => {
  it("has no room where it leaves none for a return of a later day", () => {
    const claims = [claim("C1-1")];
    const paid = [entry("P1", "C1-1", 8n)];
    const late = entry("M2", "C1-1", 77n, 120);
    const before = ledger(claims, paid, [late]);
    const after = ledger(claims, paid, [entry("M3", "C1-1", 22n, 110), late]);
    const squeezed = squeezedBy(before, after);
    expect(squeezed.map(({ entry: { id }, short }) => [id, short])).toEqual([["M2", 7n]]);
    expect(roomFor(22n, squeezed)).toBe(15n);
    // A sum that counted for less before the change is not its fault.
    expect(squeezedBy(after, after)).toEqual([]);
  });

  it("blames the return that leaves the other no room, of several in a table the last", () => {
    const claims = [claim("C1-1"), claim("C1-2")];
    const late = entry("M2", "C1-1", 77n, 120);
    const [first, next] = [entry("M3", "C1-1", 10n, 110), entry("M4", "C1-1", 20n, 111)];
    const other = entry("M5", "C1-2", 100n, 112);
    const before = ledger(claims, [], [late]);
    const after = ledger(claims, [], [first, next, other, late]);
    expect(uncountedReturns(before, after, ["M3", "M4", "M5"])).toEqual([
      { measure: "M4", claim: "C1-1", than: "loss", left: "0.13 KZT" },
    ]);
  });

  it("leaves a bank row what it brought back, unless the row becomes known after the return", () => {
    const row = { transferId: "b1", amount: 40n, at: 0, day: 90 };
    const paidBack = claim("C1-1", { repaid: [row] });
    const returned = entry("M1", "C1-1", 70n);
    const [before, after] = [ledger([paidBack], [], []), ledger([paidBack], [], [returned])];
    expect(uncountedReturns(before, after, ["M1"])).toEqual([
      { measure: "M1", claim: "C1-1", than: "loss", left: "0.60 KZT" },
    ]);
    expect(squeezedBy(ledger([claim("C1-1")], [], [returned]), after)).toEqual([]);
  });

  it("lets a return take the place of the bank row that shows it", () => {
    const row = { transferId: "b1", amount: 70n, at: 0, day: 99 };
    const before = ledger([claim("C1-1", { repaid: [row] })], [], []);
    const paidBack = claim("C1-1", { repaid: [{ ...row, shows: "M1" }] });
    const returned = entry("M1", "C1-1", 70n);
    const shown = new Map([["M1", "b1"]]);
    const after = ledger([paidBack], [], [returned], new Map(), shown);
    expect(after.recoveries).toMatchObject([{ id: "M1", by: "return", amount: 70n }]);
    expect(uncountedReturns(before, after, ["M1"])).toEqual([]);
  });

  it("takes no more on a claim than it asks, or than a court gave of it", () => {
    const further = claim("C1-1", { direct: false, amount: 60n });
    const judgment = { sum: 40n, day: 90 };
    for (const [asking, left] of [
      [further, "0.60"],
      [claim("C1-1", { judgment }), "0.40"],
    ] as const) {
      const before = ledger([asking], [], []);
      const of = (amount: bigint) => ledger([asking], [], [entry("M1", "C1-1", amount)]);
      expect(uncountedReturns(before, of(70n), ["M1"])).toEqual([
        { measure: "M1", claim: "C1-1", than: "claim", left: `${left} KZT` },
      ]);
      expect(uncountedReturns(before, of(40n), ["M1"])).toEqual([]);
      // A claim that asks less by now was paid before.
      expect(uncountedReturns(of(70n), of(70n), ["M1"])).toEqual([]);
    }
  });

  it("knows the loss behind a withdrawn claim that was paid", () => {
    const paid = [entry("P1", "C1-1", 100n)];
    const lost = new Map([["of C1-1", 100n]]);
    const before = ledger([], paid, [], lost);
    const after = ledger([], paid, [entry("M1", "C1-1", 40n)], lost);
    expect(squeezedBy(before, after).map(({ short }) => short)).toEqual([40n]);
  });

  it("leaves a recovered claim recovered, and asks that only of claims which it touches", () => {
    const recovered = { status: "recovered" as const, madeGood: true };
    const bare = claim("C1-1", recovered);
    const claims = [bare, claim("C1-2", recovered), claim("C1-3")];
    const [own, other] = [entry("M1", "C1-2", 100n), entry("M2", "C1-3", 40n)];
    const before = ledger(claims, [], [own, other]);
    // C1-1 was outstanding before: its bank rows are gone.
    expect(() => refuseUnsettling(before, ledger(claims, [], [own]))).not.toThrow();
    expect(() => refuseUnsettling(before, ledger(claims, [], [other]))).toThrow("C1-2");
    expect(() => refuseUnsettling(before, before, "M2")).not.toThrow();
    expect(() => refuseUnsettling(before, before, "M1")).toThrow("C1-2");
  });

  it("moves no money over a judgment where a bank's row takes the place of its entry", () => {
    const onClaim = (judged: number | null, row: number) => [
      claim("C1-1", {
        judgment: judged === null ? null : { sum: 50n, day: judged },
        repaid: [{ transferId: "b1", amount: 30n, at: row, day: row, shows: "P1" }],
      }),
    ];
    const takenBack = (claims: readonly ReturnType<typeof claim>[]) => () => {
      const shown = new Map([["P1", "b1"]]);
      const before = ledger(claims, [entry("P1", "C1-1", 30n)], [], new Map(), shown);
      refuseCrossing(before, ledger(claims, [], []));
    };
    const refused = expect.objectContaining({ code: "payment-row-crosses" });
    expect(takenBack(onClaim(101, 102))).toThrow(refused);
    expect(takenBack(onClaim(100, 98))).toThrow(refused);
    // On one side, or before no judgment, the row just counts.
    expect(takenBack(onClaim(99, 102))).not.toThrow();
    expect(takenBack(onClaim(103, 102))).not.toThrow();
    expect(takenBack(onClaim(null, 102))).not.toThrow();
  });
});
