import { describe, expect, it } from "vitest";
import { dumpPeriod } from "../../server/tracing/dump-period.ts";

const day = (number: number) => Date.UTC(2026, 4, number);

describe("the time that dumps of whole banks cover", () => {
  it("does not grow by a file of two rows", () => {
    const dump = { from: day(1), until: day(14), rows: 1_500 };
    const stray = { from: day(20), until: day(21), rows: 2 };
    expect(dumpPeriod([dump, stray])).toEqual({ from: day(1), until: day(14) });
  });

  it("grows by the dump of one more day, and by that of a smaller bank", () => {
    const dump = { from: day(1), until: day(14), rows: 1_300 };
    const next = { from: day(15), until: day(16), rows: 90 };
    const smaller = { from: day(3), until: day(18), rows: 600 };
    expect(dumpPeriod([dump, next])).toEqual({ from: day(1), until: day(16) });
    expect(dumpPeriod([dump, smaller])).toEqual({ from: day(1), until: day(18) });
  });

  it("is nothing where no file is a dump", () => {
    expect(dumpPeriod([])).toBeNull();
  });
});
