import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MeasureWanted } from "../../contract/measures.ts";
import {
  type Figure,
  type FigureAmounts,
  type FigureRecord,
  figureId,
  type SummaryPeriod,
} from "../../contract/measures-summary.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import { OFFICE_DISTRICTS, OFFICE_FIGURES } from "../../fixtures/measures/office-figures.ts";
import { nothing } from "../../graph-queries/row-values.ts";
import { openWorkbook } from "../../server/evidence/reopen/office.ts";
import { head, propertiesOf } from "../../server/measures/measure-rows.ts";
import { recordsWorkbook } from "../../server/measures/summary/records-workbook.ts";
import { recordsOf, summaryOf } from "../../server/measures/summary/summary.store.ts";
import { summaryDocument } from "../../server/measures/summary/summary-document.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { dayText } from "../../server/time/day.ts";
import { docxText } from "../support/docx-text.ts";
import { parsedMeasure } from "../support/measures.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";
import { fileSuits, importOffice, OFFICE_PERIOD } from "../support/office-months.ts";

const actor = { by: "tester", at: Date.parse("2026-11-20T00:00:00Z") };
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function allRecords(period: SummaryPeriod, figure: Figure["id"]): Promise<FigureRecord[]> {
  const all: FigureRecord[] = [];
  let after: string | undefined;
  do {
    const page = await recordsOf(database.queries, { ...period, figure, after, limit: 500 });
    all.push(...page.records);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return all;
}

const added = (...all: readonly FigureAmounts[]): FigureAmounts => ({
  count: all.reduce((sum, one) => sum + one.count, 0),
  sums: sumByCurrency(all.flatMap((one) => one.sums)),
});
const shown = ({ count, sums }: FigureAmounts) => ({ count, sums });

/** Every figure is what its records add up to. */
async function expectRecords(period: SummaryPeriod, figures: readonly Figure[]) {
  for (const figure of figures) {
    const records = await allRecords(period, figure.id);
    expect(new Set(records.map((one) => one.key)).size).toBe(records.length);
    expect({ id: figure.id, ...added(...records) }).toEqual({ id: figure.id, ...shown(figure) });
  }
}

describe("the summaries of two periods", () => {
  const DAY = 20_500;
  const person = fc.constantFrom("Ахметова А.", "Ли В.", "Сериков Б.");
  const measure = fc.record({
    kind: fc.constantFrom("block", "return", "loan-suspended", "site", "fact", "prevention"),
    day: fc.nat(20),
    amount: fc.integer({ min: 1, max: 900 }),
    currency: fc.constantFrom("KZT", "USD"),
    count: fc.option(fc.integer({ min: 1, max: 9 })),
    names: fc.array(person, { maxLength: 2 }),
    district: fc.constantFrom(...OFFICE_DISTRICTS),
    struck: fc.boolean(),
  });

  it("add up to the summary of both, and records add up to each figure, by district too", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(measure, { minLength: 4, maxLength: 30 }),
        fc.nat(19),
        fc.option(fc.constantFrom(...OFFICE_DISTRICTS)),
        async (wanted, cut, district) => {
          await emptyDatabase(database);
          const measures = wanted.map(({ struck, names, day, amount, kind, ...rest }, at) => {
            const fields = parsedMeasure({
              ...rest,
              kind: kind as MeasureWanted["kind"],
              day: dayText(DAY + day),
              amount: String(amount),
              persons: names.map((name) => ({ name })),
              form: "posts",
              stage: "convicted",
              article: "232-1",
            });
            const number = BigInt(at + 1);
            return {
              ...propertiesOf(fields, number),
              ...head(number, actor),
              ...(struck ? { cancelledAt: 1n, cancelledBy: "x", cancelReason: "y" } : {}),
            };
          });
          await database.queries.write("measures/save", { measures }, nothing);
          const of = (from: number, until: number) => ({
            from: dayText(DAY + from),
            until: dayText(DAY + until),
            ...(district === null ? {} : { district }),
          });
          const { queries } = database;
          const [first, second, both] = await Promise.all(
            [of(0, cut), of(cut + 1, 20), of(0, 20)].map((period) => summaryOf(queries, period)),
          );
          for (const [at, figure] of (both ?? []).entries()) {
            const parts = added(first?.[at] as Figure, second?.[at] as Figure);
            expect({ id: figure.id, ...parts }).toEqual({ id: figure.id, ...shown(figure) });
          }
          await expectRecords(of(0, cut), first ?? []);
        },
      ),
      { numRuns: 8 },
    );
  }, 240_000);
});

describe("ten months of an office", () => {
  const M = 1_000_000;
  const tenge = (amount: number) => [{ currency: "KZT", amount: `${amount}00` }];

  it("read as it published them, each figure with its records, the Kazakh text to the letter", async () => {
    await emptyDatabase(database);
    await importOffice(database);
    await fileSuits(database);
    const { queries } = database;
    const figures = await summaryOf(queries, OFFICE_PERIOD);
    const of = new Map(figures.map((figure) => [figure.id, figure]));
    expect(of.get("claimed")?.sums).toEqual(tenge(271 * M));
    expect(of.get("recovered")?.sums).toEqual(tenge(20 * M));
    expect(of.get("suits")?.count).toBe(162);
    expect(of.get("droppers")?.count).toBe(162);
    expect(of.get("blocked")?.sums).toEqual(tenge(58 * M));
    expect(of.get("returned")?.sums).toEqual(tenge(35 * M));
    expect(of.get("loans")).toMatchObject({ count: 175, sums: tenge(175 * M) });
    expect(of.get("loans-stopped")).toMatchObject({ count: 1, sums: tenge(7 * M) });
    expect(of.get("sites")?.count).toBe(3_800);
    expect(
      ["facts", "facts-convicted", "facts-in-court"].map((id) => of.get(id as "facts")?.count),
    ).toEqual([2, 1, 1]);
    for (const id of ["brochures", "posts", "meetings", "billboards", "messages"] as const)
      expect(of.get(id)?.count).toBe(OFFICE_FIGURES[id]);
    expect(figures.map((figure) => figure.id)).toEqual(figureId.options);
    await expectRecords(OFFICE_PERIOD, figures);

    const wanted = { ...OFFICE_PERIOD, language: "kk", format: "docx" } as const;
    const { fileName, body } = await summaryDocument(database, wanted);
    expect(fileName).toBe("Қорытынды-2026-01-01-2026-10-31.docx");
    await expect(docxText(body)).toMatchFileSnapshot("golden/office-summary.kk.txt");
    const again = await summaryDocument(database, wanted);
    expect(again.body.equals(body)).toBe(true);
    for (const language of ["ru", "kk", "en"] as const)
      expect(
        (await summaryDocument(database, { ...wanted, language, format: "pdf" })).body.length,
      ).toBeGreaterThan(5_000);

    const pieces: Buffer[] = [];
    for await (const piece of await recordsWorkbook(queries, OFFICE_PERIOD, "kk"))
      pieces.push(Buffer.from(piece as Uint8Array));
    expect(openWorkbook(Buffer.concat(pieces), "records.xlsx")).toBeDefined();
  }, 400_000);
});
