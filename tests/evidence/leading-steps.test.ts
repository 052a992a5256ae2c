import { expect, it } from "vitest";
import { stepsLeadingTo } from "../../server/evidence/papers/leading-steps.ts";

it("the working of a traced claim has only the steps that lead to its transfers", () => {
  const step = (transferId: string, from: string, to: string) => ({ transferId, from, to });
  const steps = [
    step("theft", "V", "a"),
    step("other", "V", "z"),
    step("onward", "a", "b"),
    step("cash", "a", "EXIT:cash:722"),
    step("claimed", "b", "D"),
    step("left", "D", "EXIT:cash:722"),
    step("later theft", "V", "a"),
    step("back", "D", "V"),
  ];
  const found = stepsLeadingTo(new Set(["claimed"]), steps).map((one) => one.transferId);
  expect(found).toEqual(["theft", "onward", "claimed"]);
});
