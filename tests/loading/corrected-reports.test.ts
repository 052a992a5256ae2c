import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  correctedSums,
  joinReports,
  type ReportFacts,
  reportProperties,
  wordTaken,
} from "../../server/loading/record/report-facts.ts";
import type { SourceFacts } from "../../server/loading/record/source-facts.ts";

const row = (amount: string): ReportFacts => ({
  weight: 1,
  stolen: [{ id: "t1", amount, currency: "KZT" }],
});

/** Loads a table of one row; null where the row is refused. */
function loaded(
  sources: readonly SourceFacts<ReportFacts>[],
  table: { readonly sequence: number; readonly amount: string; readonly corrects: boolean },
) {
  const facts = wordTaken(row(table.amount), sources, table);
  const own = sources.find(({ sequence }) => sequence === table.sequence);
  if (facts === null) return null;
  const joined = own === undefined ? facts : joinReports(own.facts, facts);
  return [...sources.filter((one) => one !== own), { sequence: table.sequence, facts: joined }];
}

const statedBy = (sources: readonly SourceFacts<ReportFacts>[]) =>
  sources.length === 0 ? [] : reportProperties("R1", sources).properties.stated;

describe("a table of reports that states another sum than one before it", () => {
  const first = loaded([], { sequence: 1, amount: "100", corrects: false }) ?? [];

  it("is refused, unless a person says that it corrects; the earlier sum is kept beside it", () => {
    expect(loaded(first, { sequence: 2, amount: "30", corrects: false })).toBeNull();
    const both = loaded(first, { sequence: 2, amount: "30", corrects: true }) ?? [];
    expect(statedBy(both)).toEqual(["30 KZT"]);
    expect(correctedSums(both)).toMatchObject([
      { was: { amount: "100", sequence: 1 }, now: { amount: "30", sequence: 2 } },
    ]);
    // Without the table that corrects, the earlier one stands again; without that one, it stays.
    expect(statedBy(both.filter(({ sequence }) => sequence === 1))).toEqual(["100 KZT"]);
    expect(statedBy(both.filter(({ sequence }) => sequence === 2))).toEqual(["30 KZT"]);
    // Neither the old sum again nor two rows of one table are taken on a guess.
    expect(loaded(both, { sequence: 3, amount: "100", corrects: false })).toBeNull();
    expect(loaded(both, { sequence: 2, amount: "40", corrects: true })).toBeNull();
  });

  it("counts alone, whatever is loaded, corrected and taken out, in whatever order", () => {
    const table = fc.record({
      sequence: fc.integer({ min: 1, max: 6 }),
      amount: fc.constantFrom("10", "20", "30"),
      corrects: fc.boolean(),
    });
    const step = fc.oneof(table, fc.record({ out: fc.integer({ min: 1, max: 6 }) }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let sources: readonly SourceFacts<ReportFacts>[] = [];
        // The tables in the order of their words: those at the end have the last one.
        let words: { sequence: number; amount: string }[][] = [];
        for (const one of steps) {
          if ("out" in one) {
            sources = sources.filter(({ sequence }) => sequence !== one.out);
            words = words
              .map((word) => word.filter(({ sequence }) => sequence !== one.out))
              .filter((word) => word.length > 0);
            expect(statedBy(sources)).toEqual(
              words
                .at(-1)
                ?.slice(0, 1)
                .map(({ amount }) => `${amount} KZT`) ?? [],
            );
            continue;
          }
          // A file is loaded once.
          if (sources.some(({ sequence }) => sequence === one.sequence)) continue;
          const standing = words.at(-1)?.[0]?.amount;
          const next = loaded(sources, one);
          const isOther = standing !== undefined && standing !== one.amount;
          expect(next === null).toBe(isOther && !one.corrects);
          if (next === null) continue;
          sources = next;
          if (standing === undefined || isOther) words.push([one]);
          else words.at(-1)?.push(one);
          expect(statedBy(sources)).toEqual([`${one.amount} KZT`]);
          expect(
            correctedSums(sources)
              .map(({ was }) => was.sequence)
              .sort(),
          ).toEqual(
            words
              .slice(0, -1)
              .flat()
              .map(({ sequence }) => sequence)
              .sort(),
          );
        }
      }),
    );
  });
});

describe("a table of reports that describes its transfers", () => {
  const told = (amount: string, more: object = {}): ReportFacts => ({
    weight: 1,
    stolen: [{ id: null, amount, currency: "KZT", at: 1, account: "KZ1", ...more }],
  });
  type Sources = readonly SourceFacts<ReportFacts>[];
  /** Loads rows of one table; the rows that were refused are counted. */
  const load = (sources: Sources, sequence: number, rows: ReportFacts[], corrects = false) => {
    let refused = 0;
    let all = sources;
    for (const row of rows) {
      const facts = wordTaken(row, all, { sequence, corrects });
      const own = all.find((one) => one.sequence === sequence);
      if (facts === null) refused += 1;
      else
        all = [
          ...all.filter((one) => one !== own),
          { sequence, facts: own === undefined ? facts : joinReports(own.facts, facts) },
        ];
    }
    return { sources: all, refused };
  };
  const shown = (sources: Sources) => {
    const { amount, reportedKeys, reportedStated } = reportProperties("R1", sources).properties;
    return { amount, keys: reportedKeys, sums: reportedStated };
  };
  const first = load([], 1, [told("100"), told("7", { at: 2 })]).sources;
  const [key, other] = shown(first).keys ?? [];

  it("states another sum for the same time and recipient: refused, unless it corrects", () => {
    expect(load(first, 2, [told("30")])).toEqual({ sources: first, refused: 1 });
    const { sources } = load(first, 2, [told("30")], true);
    // Decisions about the transfer hold, also once the first table is taken out.
    const [corrected, whole] = [{ keys: [other, key], sums: ["7 KZT", "30 KZT"] }, shown(sources)];
    expect(whole).toEqual({ amount: 37n, ...corrected });
    expect(shown(sources.filter(({ sequence }) => sequence === 2)).keys).toEqual([key]);
    expect(shown(sources.filter(({ sequence }) => sequence === 1))).toEqual(shown(first));
    expect(correctedSums(sources)).toMatchObject([
      {
        was: { transferId: null, told: { at: 1, recipient: "KZ1" }, amount: "100", sequence: 1 },
        now: { amount: "30", sequence: 2 },
      },
    ]);
    // The same row again, and a third table with the corrected sum, add nothing.
    for (const sequence of [2, 3])
      expect(shown(load(sources, sequence, [told("30")]).sources)).toEqual(whole);
    expect(load(sources, 3, [told("100")]).refused).toBe(1);
  });

  it("says the same with more words, or of more transfers", () => {
    const more = load(first, 2, [told("100", { name: "Olim" }), told("100", { at: 3 })]);
    expect(more.refused).toBe(0);
    expect(shown(more.sources)).toMatchObject({ amount: 207n, sums: { length: 3 } });
    expect(shown(more.sources).keys?.slice(0, 2)).toEqual([key, other]);
  });

  it("may tell of two payments to one person at one time, and no other table says which", () => {
    const two = load([], 1, [told("100"), told("40"), told("40")]);
    expect([two.refused, shown(two.sources).amount]).toEqual([0, 140n]);
    const again = load(two.sources, 2, [told("40"), told("100"), told("35")], true);
    expect([again.refused, shown(again.sources)]).toEqual([1, shown(two.sources)]);
    const twice = load(first, 2, [told("30"), told("60")], true);
    expect([twice.refused, shown(twice.sources).amount]).toEqual([0, 97n]);
    expect(new Set(shown(twice.sources).keys).size).toBe(3);
  });
});
