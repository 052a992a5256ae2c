import { expect, it } from "vitest";
import { leastSum } from "../../server/claims/record.ts";

it("a smallest sum is tenge and leaves out no claim in another currency", () => {
  expect(leastSum(10_000, "KZT")).toBe(1_000_000n);
  // 2,500.50 dollars are more than a million tenge.
  expect(250_050n < leastSum(10_000, "USD")).toBe(false);
});
