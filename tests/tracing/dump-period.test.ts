import { describe, expect, it } from "vitest";
import { type DumpFile, dumpPeriod, sparseFiles } from "../../server/tracing/dump-period.ts";

const day = (number: number) => Date.UTC(2026, 4, number);

/** Asked as the store asks: of the sparse files, how many accounts are in others too. */
function period(files: Record<string, Omit<DumpFile, "source"> & { elsewhere?: number }>) {
  const named = Object.entries(files).map(([source, file]) => ({ source, ...file }));
  const sparse = sparseFiles(named).map(({ source, elsewhere = 0 }) => ({
    source,
    accounts: 4,
    elsewhere,
  }));
  return dumpPeriod(named, sparse);
}

describe("the time that dumps of whole banks cover", () => {
  const dump = { from: day(1), until: day(14), rows: 1_500 };

  it("does not grow by two rows of accounts that the dump knows", () => {
    const stray = { from: day(20), until: day(21), rows: 2, elsewhere: 3 };
    expect(period({ dump, stray })).toEqual({ from: day(1), until: day(14) });
  });

  it("grows by a small file of other accounts: it is all there is of them", () => {
    const other = { from: day(20), until: day(21), rows: 2, elsewhere: 1 };
    expect(period({ dump, other })).toEqual({ from: day(1), until: day(21) });
  });

  it("grows by the dump of one more day, and by that of a smaller bank", () => {
    const next = { from: day(15), until: day(16), rows: 90, elsewhere: 4 };
    const smaller = { from: day(3), until: day(18), rows: 600, elsewhere: 4 };
    expect(period({ dump, next })).toEqual({ from: day(1), until: day(16) });
    expect(period({ dump, smaller })).toEqual({ from: day(1), until: day(18) });
  });

  it("is nothing where no file is a dump", () => {
    expect(period({})).toBeNull();
  });
});
