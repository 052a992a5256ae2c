import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hasValidCheckDigit } from "../../contract/holder-number.ts";
// @ts-expect-error plain JavaScript: the gate runs it beside the tests
import * as noIin from "../../setup/no-iin.mjs";
import { keepForTheEnd } from "../support/kept-for-the-end.ts";

type IsNumber = (digits: string) => boolean;
const iinsIn: (text: string, isNumber: IsNumber) => string[] = noIin.iinsIn;
const lookThrough: (folder: string, isNumber: IsNumber) => { texts: number; found: string[] } =
  noIin.lookThrough;

const IIN = "030740001404";

describe("the gate's last look at addresses and logs", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "dropper-graph-kept-test-"));
    vi.stubEnv("KEPT_FOR_THE_END", folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const look = () => lookThrough(folder, hasValidCheckDigit);

  it("passes what has none", () => {
    keepForTheEnd("an address", "/api/measures?search=Omarov");
    keepForTheEnd("a log", '{"level":30,"time":"2026-11-30T10:00:00.123Z"}\n{"level":30}');
    expect(look()).toEqual({ texts: 2, found: [] });
  });

  it.each([
    ["an address", `/api/measures?search=${IIN}`],
    ["an address", `/watching?q=%D0%9E%D0%BC%D0%B0%D1%80%D0%BE%D0%B2%20${IIN}`],
    ["an address", `/api/people/${IIN}/card`],
    ["a log", `{"level":30}\n{"level":50,"message":"no holder ${IIN}"}`],
  ] as const)("fails where an IIN stands in %s: %s", (what, text) => {
    keepForTheEnd("a log", "before");
    keepForTheEnd(what, text);
    keepForTheEnd("a log", "after");
    const { texts, found } = look();
    expect(texts).toBe(3);
    expect(found).toEqual([`${IIN} in ${what} of tests/http/no-iin.test.ts`]);
  });

  it("takes no other number for one", () => {
    for (const other of [
      "030740001405",
      // A crime report of the demo; its last digit would fit.
      "260059987008",
      "KZ867220000000000001",
      "1780000000000",
      `a${IIN}`,
      `${IIN}f`,
      `3f0c9a52-1b2c-4d5e-8f90-${IIN}`,
      "2026-11-30T10:00:00.123Z",
    ])
      expect(iinsIn(other, hasValidCheckDigit), other).toEqual([]);
  });

  it("keeps nothing outside of the gate", () => {
    vi.stubEnv("KEPT_FOR_THE_END", undefined);
    keepForTheEnd("an address", IIN);
    expect(look()).toEqual({ texts: 0, found: [] });
  });
});
