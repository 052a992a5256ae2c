import { expect, it } from "vitest";
import { withTerm } from "../../server/measures/terms.ts";

const isWeekend = (day: number) => [2, 3].includes(day % 7);

it("a block ends after five working days and a restriction after ten, unless a person says when", () => {
  const block = { kind: "block", day: "2026-11-26", amount: "100" } as const;
  expect(withTerm(block, isWeekend).due).toBe("2026-12-03");
  expect(withTerm({ ...block, kind: "restriction" }, isWeekend).due).toBe("2026-12-06");
  expect(withTerm({ ...block, due: "2026-12-01" }, isWeekend).due).toBe("2026-12-01");
  expect(withTerm({ ...block, kind: "site" }, isWeekend).due).toBeUndefined();
  expect(withTerm({ ...block, day: "no day" }, isWeekend).due).toBeUndefined();
});
