import { expect, it } from "vitest";
import { claimedOf, differenceOf, lastDecided } from "../../server/claims/figures.ts";
import type { BankTransfer, FigureDecision, ReportedTransfer } from "../../server/claims/form.ts";

const payer = { key: "V", name: null, iin: null };
const transfer = { id: "t1", from: "V", payer, amount: 100n, currency: "KZT" } as BankTransfer;
const victim = { key: "V", name: null, iin: null, account: "V" };
/** A report that names the transfer with another sum, and what was decided about it. */
function report(id: string, stated: bigint, decided?: Pick<FigureDecision, "claim" | "at">) {
  const figure = decided && { ...decided, stated, whole: 100n, reason: "said", by: "tester" };
  const one: ReportedTransfer = {
    ...{ report: id, victim, transferId: "t1", claim: null, transfer },
    ...{ stated: { amount: stated, currency: "KZT" }, figure: figure ?? null },
  };
  return { ...one, claimable: claimedOf(one, transfer) };
}
const claimed = (...all: readonly ReportedTransfer[]) =>
  lastDecided(all).map(({ claimable }) => claimable);

it("of several reports of one transfer the last decision counts for all", () => {
  const first = report("R1", 30n, { claim: "stated", at: 1 });
  expect(claimed(first, report("R2", 40n))).toEqual([30n, 30n]);
  expect(claimed(first, report("R2", 40n, { claim: "transfer", at: 2 }))).toEqual([100n, 100n]);
  expect(claimed(report("R2", 40n, { claim: "stated", at: 2 }), first)).toEqual([40n, 40n]);
  expect(claimed(report("R1", 30n), report("R2", 40n))).toEqual([100n, 100n]);
});

it("the word of somebody who did not pay is no figure of the victim's", () => {
  const other = report("R2", 20n, { claim: "stated", at: 3 });
  const stranger = { ...other, victim: { ...victim, key: "W", account: "W" } };
  expect(differenceOf(other)).not.toBeNull();
  expect(differenceOf(stranger)).toBeNull();
  expect(claimedOf(stranger, transfer)).toBe(100n);
});
