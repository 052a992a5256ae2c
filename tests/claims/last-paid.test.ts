import { expect, it } from "vitest";
import { lastPaid, refuseBeforeMoney } from "../../server/claims/last-paid.ts";
import type { LedgerNow } from "../../server/claims/ledger.store.ts";
import { dayNumber, dayText } from "../../server/time/day.ts";

const on = (day: string, more: object = {}) => ({
  ...{ claim: "C1-1", day: dayNumber(day), cancelled: null },
  ...more,
});
const money = {
  recoveries: [on("2026-11-20"), on("2026-11-29", { claim: "C1-2" })],
  payments: [
    on("2026-11-25"),
    on("2026-11-28", { cancelled: { reason: "a slip", at: 0, by: "anna" } }),
  ],
} as unknown as Pick<LedgerNow, "recoveries" | "payments">;

it("a claim is recovered in full on the day its last money came, or later", () => {
  expect(dayText(lastPaid(money, "C1-1") ?? 0)).toBe("2026-11-25");
  expect(lastPaid(money, "C1-3")).toBeNull();
  expect(() => refuseBeforeMoney(money, "C1-1", "2026-11-24")).toThrow(
    "2026-11-24 lies before 2026-11-25",
  );
  for (const day of ["2026-11-25", "2026-11-26"]) refuseBeforeMoney(money, "C1-1", day);
});
