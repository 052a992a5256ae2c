import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { family } from "../../contract/detection.ts";
import { rulesInWords, withRules } from "../../server/detection/measuring/describe-rules.ts";
import { PARAMETERS } from "../../server/detection/parameters.ts";

const DOCUMENT = readFileSync("docs/detection.md", "utf8");

it("docs/detection.md states the figures the rules have (npm run bench -- rules writes them)", () => {
  expect(withRules(DOCUMENT)).toBe(DOCUMENT);
  expect(DOCUMENT).toContain(`${PARAMETERS.reportedPoints} points at the first hop`);
});

it("describes every family of indicators", () => {
  for (const name of family.options) expect(rulesInWords()).toMatch(new RegExp(`\\b${name}\\b`));
});
