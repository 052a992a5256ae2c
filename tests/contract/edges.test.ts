import { describe, expect, it } from "vitest";
import { detection } from "../../contract/detection.ts";
import { givenAmount, instant } from "../../contract/endpoint.ts";
import { exploring } from "../../contract/exploring.ts";
import { ledgers } from "../../contract/ledger.ts";
import { letters } from "../../contract/letters.ts";
import { formatInstant } from "../../server/time/instant.ts";

/** Whole numbers that no calendar has a day for. */
const NO_TIME = [2 ** 53 - 1, -(2 ** 53 - 1), 8.64e15, 8.64e15 + 1, 253_402_300_800_000];

describe("numbers at the edge", () => {
  it("are no instants where no document could write them", () => {
    for (const at of NO_TIME) {
      expect(instant.safeParse(at).success, String(at)).toBe(false);
      const wanted = [{ account: "KZ1", from: 0, until: at }];
      expect(letters.statementRequest.body.safeParse({ wanted }).success).toBe(false);
      const decided = { subject: "account", target: "KZ1", verdict: "confirmed", reason: "x" };
      const decision = { ...decided, after: null, until: at };
      expect(detection.decide.body.safeParse({ ...decision, until: null }).success).toBe(true);
      expect(detection.decide.body.safeParse(decision).success).toBe(false);
      expect(exploring.transfers.body.safeParse({ accounts: ["KZ1"], since: at }).success).toBe(
        false,
      );
    }
  });

  it("are instants up to the first and last day that every zone can write", () => {
    for (const day of ["0001-01-02T00:00:00Z", "9999-12-30T00:00:00Z"]) {
      const at = Date.parse(day);
      expect(instant.parse(at)).toBe(at);
      for (const zone of ["-12:00", "+14:00", "+05:00"])
        expect(formatInstant(at, zone)).toMatch(/^\d{4}-\d\d-\d\dT/);
    }
  });

  it("are no amounts where the database could not add them up", () => {
    expect(givenAmount.parse("999999999999999999")).toBeDefined();
    for (const amount of ["9223372036854775808", "9".repeat(40)]) {
      expect(givenAmount.safeParse(amount).success).toBe(false);
      const payment = { version: 0, day: "2026-03-04", source: "dropper", receipt: "1", amount };
      expect(ledgers.record.body.safeParse(payment).success).toBe(false);
    }
  });
});
