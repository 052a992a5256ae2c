import { readFileSync, writeFileSync } from "node:fs";
import { withRules } from "./describe-rules.ts";

const PATH = "docs/detection.md";

/** `npm run bench -- rules`: writes the figures of the rules into docs/detection.md. */
export async function bench(): Promise<void> {
  writeFileSync(PATH, withRules(readFileSync(PATH, "utf8")));
}
