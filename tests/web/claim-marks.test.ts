import { expect, it } from "vitest";
import type { ClaimStatus } from "../../contract/claim-steps.ts";
import type { ClaimToday } from "../../contract/claims.ts";
import { claimMarks } from "../../web/pages/cases/claim-marks.ts";

const today = (claim: string, more: Partial<ClaimToday>) =>
  ({
    ...{ claim, change: null, tellCourt: false, moneyGone: false },
    ...{ outstanding: "100", recovered: "0", ...more },
  }) as ClaimToday;
const back = { outstanding: "0", recovered: "100" };

it("claims that are paid back, or of which the court is to be told, are marked in the list", () => {
  const claims: { id: string; status: ClaimStatus }[] = [
    ...(["C1-1", "C1-2", "C1-3"] as const).map((id) => ({ id, status: "filed" as const })),
    { id: "C1-4", status: "recovered" },
  ];
  const marks = claimMarks(claims, [
    today("C1-1", back),
    today("C1-2", { ...back, tellCourt: true }),
    today("C1-3", {}),
    // The status says so itself.
    today("C1-4", back),
  ]);
  expect([...marks]).toEqual([
    ["C1-1", ["paidBack"]],
    ["C1-2", ["tellCourt", "paidBack"]],
  ]);
});
