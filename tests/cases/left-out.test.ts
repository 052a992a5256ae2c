import { expect, it } from "vitest";
import { leftOutLines } from "../../server/cli/claim-output.ts";

const told = (report: string, key: string, amount: string) => ({
  ...{ report, transferId: null, reason: "not-confirmed" as const, claim: null },
  described: { key, amount, currency: "KZT" },
});

it("what only the victim tells of is one line a report, with where it is confirmed", () => {
  const lines = leftOutLines([
    told("2675-1", "a", "150050"),
    { report: "2675-2", transferId: "t1", reason: "own-account", claim: null },
    told("2675-1", "b", "100"),
  ]);
  expect(lines).toEqual([
    "not claimed: 2 transfers of report 2675-1 (1501.50 KZT) are known only from the victim's " +
      "words. Confirm them on its page: /reports/2675-1",
    "not claimed: transfer t1 of report 2675-2: own-account",
  ]);
});
