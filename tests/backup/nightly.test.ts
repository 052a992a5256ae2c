import { describe, expect, it } from "vitest";
import { nextAt } from "../../server/backup/nightly.ts";
import { HOUR } from "../../server/time/instant.ts";

const at = (text: string) => Date.parse(text);

describe("the time of the next backup", () => {
  it.each([
    ["2026-11-29T01:59:59+05:00", "2026-11-29T02:00:00+05:00"],
    ["2026-11-29T02:00:00+05:00", "2026-11-30T02:00:00+05:00"],
    ["2026-12-31T23:00:00+05:00", "2027-01-01T02:00:00+05:00"],
    ["2026-11-28T21:30:00Z", "2026-11-30T02:00:00+05:00"],
    ["2026-11-28T20:30:00Z", "2026-11-29T02:00:00+05:00"],
  ])("after %s is %s, by the clock of Kazakhstan", (now, expected) => {
    expect(nextAt(2 * HOUR, at(now))).toBe(at(expected));
  });
});
