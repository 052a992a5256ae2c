import { describe, expect, it } from "vitest";
import { type BankInFile, dumpsOf, strays } from "../../server/tracing/dump-period.ts";

const day = (number: number) => Date.UTC(2026, 4, number);
const file = (source: string, from: number, until: number, banks: Record<string, number>) =>
  Object.entries(banks).map(
    ([bank, rows]): BankInFile => ({ source, bank, from: day(from), until: day(until), rows }),
  );
const TOWN = file("town", 1, 14, { halyk: 900, kaspi: 600, small: 30 });

/** Days of the month that an account of a bank is known for. */
function known(
  files: readonly BankInFile[],
  bank: string,
  account = "",
  alone: Readonly<Record<string, string[]>> = {},
) {
  const ofStrays = Object.entries(alone).map(([number, sources]) => ({ number, sources }));
  const dates = (at: number) => new Date(at).getUTCDate();
  return dumpsOf(files, strays(files), ofStrays)
    ?.of(account, bank)
    .map(({ from, until }) => [dates(from), dates(until)]);
}

describe("the time that dumps of a bank cover", () => {
  it("does not grow by a bank's answer about other accounts, of this bank or of another one", () => {
    const answer = file("answer", 20, 25, { halyk: 40, forte: 8 });
    const files = [...TOWN, ...answer];
    expect(known(files, "halyk")).toEqual([[1, 14]]);
    expect(known(files, "kaspi")).toEqual([[1, 14]]);
    expect(strays(files).map(({ source, bank }) => `${source} ${bank}`)).toEqual([
      "answer halyk",
      "answer forte",
    ]);
  });

  it("is that of the answer for the accounts that it alone names", () => {
    const files = [...TOWN, ...file("answer", 20, 25, { halyk: 2 })];
    const alone = { new: ["answer"] };
    expect(known(files, "halyk", "new", alone)).toEqual([
      [1, 14],
      [20, 25],
    ]);
    expect(known(files, "halyk", "old", alone)).toEqual([[1, 14]]);
    expect(
      known([...TOWN, ...file("two", 20, 21, { forte: 2 })], "forte", "f", { f: ["two"] }),
    ).toEqual([[20, 21]]);
  });

  it("grows by the dump of one more day, for the banks that are in it", () => {
    const files = [...TOWN, ...file("next", 15, 16, { halyk: 70 })];
    expect(known(files, "halyk")).toEqual([[1, 16]]);
    expect(known(files, "kaspi")).toEqual([[1, 14]]);
  });

  it("leaves the days out that no file has, however small the files are", () => {
    const small = [...file("answer", 1, 10, { kaspi: 11 }), ...file("late", 29, 29, { kaspi: 1 })];
    expect(known(small, "kaspi")).toEqual([
      [1, 10],
      [29, 29],
    ]);
    // Of a bank with a row a day, a few quiet days between two files are no hole.
    const near = [...file("answer", 1, 10, { kaspi: 11 }), ...file("more", 15, 20, { kaspi: 6 })];
    expect(known(near, "kaspi")).toEqual([[1, 20]]);
    const busy = [...TOWN, ...file("more", 20, 28, { halyk: 600, kaspi: 400 })];
    expect(known(busy, "halyk")).toEqual([
      [1, 14],
      [20, 28],
    ]);
  });

  it("is its own for a small bank, however large the others are", () => {
    const files = [...TOWN, ...file("small bank", 3, 18, { small: 40 })];
    expect(known(files, "small")).toEqual([[1, 18]]);
  });

  it("is nothing where no file is a dump", () => {
    expect([dumpsOf([], [], []), strays([])]).toEqual([null, []]);
    expect(known(TOWN, "unheard")).toEqual([]);
  });
});
