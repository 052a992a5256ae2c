import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/**
 * Keeps an address that a test asked for, or what a server logged or said, for the gate's last look
 * (setup/no-iin.mjs). Outside the gate nobody looks, and nothing is kept.
 */
export function keepForTheEnd(what: "an address" | "a log", text: string): void {
  const folder = process.env.KEPT_FOR_THE_END;
  if (folder === undefined) return;
  const test = expect.getState().testPath?.replace(/^.*\/tests\//, "tests/") ?? "the set-up";
  appendFileSync(join(folder, String(process.pid)), `\u0001${what} of ${test}\n${text}\n`);
}
