import fc from "fast-check";
import { readXlsx } from "hucre";
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
import { addAccounts, openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase, moveClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { recordPayment } from "../../server/claims/payments.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import { COURTS } from "../../server/dossier/tables/courts.ts";
import { openWorkbook } from "../../server/evidence/reopen/office.ts";
import { recordsWithCourts } from "../../server/measures/courts.store.ts";
import { head, propertiesOf } from "../../server/measures/measure-rows.ts";
import { correctMeasure, recordMeasure } from "../../server/measures/measures.store.ts";
import { listMeasures } from "../../server/measures/register.store.ts";
import { recordsWorkbook } from "../../server/measures/summary/records-workbook.ts";
import { recordsOf, summaryOf } from "../../server/measures/summary/summary.store.ts";
import { summaryDocument } from "../../server/measures/summary/summary-document.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { summary as overviewOf } from "../../server/overview/overview.store.ts";
import { dayText } from "../../server/time/day.ts";
import { step } from "../support/claim-steps.ts";
import { docxText } from "../support/docx-text.ts";
import { put, reported } from "../support/late-money.ts";
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
            // Pending suits are a state: the second period ends where both end.
            const parts =
              figure.id === "suits"
                ? shown(second?.[at] as Figure)
                : added(first?.[at] as Figure, second?.[at] as Figure);
            expect({ id: figure.id, ...parts }).toEqual({ id: figure.id, ...shown(figure) });
          }
          await expectRecords(of(0, cut), first ?? []);
        },
      ),
      { numRuns: 8 },
    );
  }, 240_000);
});

it("a court stands in the records by both its names: of the claim, else of the table", async () => {
  await emptyDatabase(database);
  await database.queries.schema([
    "CREATE (:Claim {id: 'C1-1'})-[:DOSSIER]->(:Dossier {court: 'Суд Н', courtKk: 'Н соты'})",
  ]);
  const [known] = COURTS;
  const record = (claim: string, court: string) =>
    ({ claim, court: { ru: court, kk: court } }) as FigureRecord;
  const wanted = [
    record("C1-1", "Н соты"),
    record("C1-2", "Н соты"),
    record("C1-2", known?.ru ?? ""),
  ];
  expect((await recordsWithCourts(database, wanted)).map(({ court }) => court)).toEqual([
    { ru: "Суд Н", kk: "Н соты" },
    { ru: "Н соты", kk: "Н соты" },
    { ru: known?.ru, kk: known?.kk },
  ]);
});

describe("suits and recoveries of a period", () => {
  it("stay what they were, whenever the period is asked for; recovered means one sum", async () => {
    await emptyDatabase(database);
    const { queries } = database;
    const rows = [["t1", "V", "D", "100.00", 0] as const, ["t2", "W", "E", "50.00", 0] as const];
    await put(database, "stolen", rows, [reported("R1", "V", "t1"), reported("R2", "W", "t2")]);
    const on = (day: string) => ({ by: "tester", at: Date.parse(`${day}T12:00:00+05:00`) });
    const opened = on("2026-04-01");
    const caseId = (await openCase(queries, { title: "Two", reports: ["R1", "R2"] }, opened)).id;
    await openClaims(queries, caseId, opened);
    const [first, second] = (await claimsOfCase(queries, caseId)).map(({ id }) => id);
    const at = (claim = "") => ({ caseId, claim });
    const endOf = async (until: string) => {
      const period = { from: `${until.slice(0, 8)}01`, until };
      const figures = await summaryOf(queries, period);
      await expectRecords(period, figures);
      const suits = figures.find(({ id }) => id === "suits");
      return [suits?.count, suits?.sums[0]?.amount ?? "0"];
    };
    await step(database, at(first), on("2026-04-10"), "review", "approved", "filed");
    await step(database, at(second), on("2026-05-10"), "review", "approved", "filed");
    const ends = ["2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31"];
    expect(await Promise.all(ends.map(endOf))).toEqual([
      [1, "10000"],
      ...Array(3).fill([2, "15000"]),
    ]);
    await step(database, at(first), on("2026-06-05"), "no-motion", "filed", "judgment");
    await step(database, at(second), on("2026-07-05"), "returned");
    expect(await Promise.all(ends.map(endOf))).toEqual([
      [1, "10000"],
      [2, "15000"],
      [1, "5000"],
      [0, "0"],
    ]);

    // July has a withdrawal and no claim: two figures, and none below zero.
    const july = await summaryOf(queries, { from: "2026-07-01", until: "2026-07-31" });
    const claimedIn = (name: Figure["id"]) => shown(july.find(({ id }) => id === name) as Figure);
    expect(claimedIn("claimed")).toEqual({ count: 0, sums: [] });
    expect(claimedIn("withdrawn")).toEqual({
      count: 1,
      sums: [{ currency: "KZT", amount: "5000" }],
    });
    // The claim is filed again: another figure, and the old months stay what they were.
    await step(database, at(second), on("2026-08-05"), "filed");
    const august = await summaryOf(queries, { from: "2026-08-01", until: "2026-08-31" });
    const inAugust = (["claimed", "withdrawn", "claimed-again"] as const).map((name) =>
      shown(august.find(({ id }) => id === name) as Figure),
    );
    const none = { count: 0, sums: [] };
    expect(inAugust).toEqual([none, none, claimedIn("withdrawn")]);
    expect(await summaryOf(queries, { from: "2026-07-01", until: "2026-07-31" })).toEqual(july);
    const paid = { day: "2026-05-20", amount: "1000", source: "dropper", receipt: "5" } as const;
    await recordPayment(queries, at(second), paid, on("2026-07-06"));
    const block = { kind: "block", day: "2026-05-01", amount: "900", transfer: "t1" } as const;
    const asked = { ...block, kind: "block-asked" as const, bank: "722", paper: "2-11" };
    // The receipt that the person wrote, and no number of ours.
    const inMay = { from: "2026-05-01", until: "2026-05-31", limit: 5 };
    const { records } = await recordsOf(queries, { ...inMay, figure: "recovered" });
    expect(records).toMatchObject([{ paper: "5", claim: second }]);
    await recordMeasure(queries, { ...asked, transfer: null, reports: ["R1"] }, actor);
    const { id } = await recordMeasure(queries, { ...block, bank: "722" }, actor);
    const back = { kind: "return", day: "2026-05-02", amount: "700", block: id } as const;
    await recordMeasure(queries, back, actor);
    // The block names its bank, and the letter that asked for it.
    const { sheets } = await readXlsx(
      await recordsWorkbook(database, { from: inMay.from, until: inMay.until }, "ru", actor),
    );
    const listed = sheets[1]?.rows ?? [];
    const heads = listed[0] ?? [];
    const blocked = listed.find((row) => row[heads.indexOf("Мера")] === id) ?? [];
    expect(["Банк", "Письмо в банк"].map((head) => blocked[heads.indexOf(head)])).toEqual([
      "Kaspi Bank",
      "№ 2-11 от 01.05.2026",
    ]);
    const may = await summaryOf(queries, { from: "2026-05-01", until: "2026-05-31" });
    const sumOf = (name: Figure["id"]) => may.find((one) => one.id === name)?.sums;
    const tenge = (amount: string) => [{ currency: "KZT", amount }];
    expect([sumOf("recovered"), sumOf("returned")]).toEqual([tenge("1000"), tenge("700")]);
    const older = await overviewOf(queries, {
      from: on("2026-05-01").at,
      until: on("2026-06-01").at,
    });
    expect(older.recovered).toEqual(tenge("1000"));

    const reversed = { from: "2026-05-31", until: "2026-05-01" };
    const refusal = { code: "period-reversed" };
    await expect(summaryOf(queries, reversed)).rejects.toMatchObject(refusal);
    await expect(
      recordsOf(queries, { ...reversed, figure: "claimed", limit: 5 }),
    ).rejects.toMatchObject(refusal);
    await expect(listMeasures(queries, { ...reversed, limit: 5 })).rejects.toMatchObject(refusal);
    await expect(overviewOf(queries, { from: 2, until: 1 })).rejects.toMatchObject(refusal);
  });
});

describe("the summary of a district", () => {
  it("has the measures of its cases, unless a measure names a district of its own", async () => {
    await emptyDatabase(database);
    const { queries } = database;
    await put(database, "stolen", [["t1", "V", "D", "100.00", 0]], [reported("R1", "V", "t1")]);
    const caseId = (await openCase(queries, { title: "One", reports: ["R1"] }, actor)).id;
    const day = "2026-05-01";
    const record = (wanted: MeasureWanted) => recordMeasure(queries, wanted, actor);
    const block = await record({ kind: "block", day, amount: "7000", case: caseId });
    await record({ kind: "return", day, amount: "2000", block: block.id });
    await record({ kind: "loan-suspended", day, amount: "5", case: caseId });
    const own = { kind: "block", day, amount: "30", case: caseId, district: "Медеуский" } as const;
    const other = await record(own);
    await record({ kind: "return", day, amount: "10", block: other.id });
    // The district of the case is said after its measures were written down.
    await queries.write("measures/set-district", { id: caseId, district: "Абайский" }, nothing);
    const sumsIn = async (district: string) => {
      const figures = await summaryOf(queries, { from: day, until: day, district });
      await expectRecords({ from: day, until: day, district }, figures);
      const of = (id: Figure["id"]) => figures.find((one) => one.id === id)?.sums[0]?.amount ?? "0";
      const { totals } = await listMeasures(queries, { district, limit: 10 });
      return [of("blocked"), of("returned"), of("loans"), totals?.rows];
    };
    expect(await sumsIn("Абайский")).toEqual(["7000", "2000", "5", 3]);
    expect(await sumsIn("Медеуский")).toEqual(["30", "10", "0", 2]);
    // A return goes with its block, also where the block is corrected later.
    const fields = { ...own, district: "Абай" };
    await correctMeasure(queries, other.id, { reason: "A slip", fields }, actor);
    expect(await sumsIn("Медеуский")).toEqual(["0", "0", "0", 0]);
    expect(await sumsIn("Абай")).toEqual(["30", "10", "0", 2]);
  });

  it("keeps a block of the case whose claim asked for its money first", async () => {
    await emptyDatabase(database);
    const { queries } = database;
    const rows = [["t1", "V", "D", "100.00", 0] as const, ["t2", "D", "E", "60.00", 1] as const];
    await put(database, "stolen", rows, [reported("R1", "V", "t1")]);
    const opened = async (title: string, district: string) => {
      const made = await openCase(queries, { title, reports: ["R1"] }, actor);
      await queries.write("measures/set-district", { id: made.id, district }, nothing);
      return made.id;
    };
    const first = await opened("One", "Абайский");
    await addAccounts(queries, first, ["E"], actor);
    await openTracedClaims(database, first, "fifo", actor);
    const day = "2026-05-01";
    await recordMeasure(queries, { kind: "block", day, amount: "4000", transfer: "t2" }, actor);
    const period = { from: day, until: day };
    const blocked = async (district: string) => {
      const figures = await summaryOf(queries, { ...period, district });
      await expectRecords({ ...period, district }, figures);
      return figures.find(({ id }) => id === "blocked")?.sums[0]?.amount ?? "0";
    };
    expect(await blocked("Абайский")).toBe("4000");
    const claim = (await claimsOfCase(queries, first))[0]?.id ?? "";
    const ended = { status: "withdrawn", reason: "opened in the other district" } as const;
    await moveClaim(queries, { caseId: first, claim }, ended, actor);
    expect(await blocked("Абайский")).toBe("4000");
    const next = await opened("Two", "Медеуский");
    await addAccounts(queries, next, ["E"], actor);
    await openTracedClaims(database, next, "fifo", { ...actor, at: actor.at + 1 });
    expect([await blocked("Абайский"), await blocked("Медеуский")]).toEqual(["4000", "0"]);
  });
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
    const { fileName, body } = await summaryDocument(database, wanted, "2026-11-30");
    expect(fileName).toBe("Қорытынды-2026-01-01-2026-10-31.docx");
    await expect(docxText(body)).toMatchFileSnapshot("golden/office-summary.kk.txt");
    const again = await summaryDocument(database, wanted, "2026-11-30");
    expect(again.body.equals(body)).toBe(true);
    for (const language of ["ru", "kk", "en"] as const)
      expect(
        (await summaryDocument(database, { ...wanted, language, format: "pdf" })).body.length,
      ).toBeGreaterThan(5_000);

    const book = await recordsWorkbook(database, OFFICE_PERIOD, "kk", {
      by: "Асанов А. (asan)",
      at: Date.parse("2026-11-30T12:00:00+05:00"),
    });
    expect(openWorkbook(book, "records.xlsx")).toBeDefined();
    const { sheets } = await readXlsx(book);
    const head = sheets[0]?.rows ?? [];
    expect(head.slice(1, 6).map(([, said]) => said)).toEqual([
      "01.01.2026 – 31.10.2026",
      "01.03.2025 – 31.12.2025",
      "барлық аудан",
      "Асанов А. (asan)",
      new Date("2026-11-30T12:00:00Z"),
    ]);
    // Each figure stands beside what its records add up to.
    const totals = head.filter((row) => row[2] && row[3] === "KZT");
    expect(totals.length).toBeGreaterThan(5);
    for (const [, number, sum, , before, sumBefore, ...rest] of totals) {
      const [change, sumChange, listed, added] = rest;
      expect([listed, added]).toEqual([number, sum]);
      expect([before, sumBefore, change, sumChange]).toEqual([0, 0, number, sum]);
    }
    const [, days, , , amounts] = [0, 1, 2, 3, 4].map((at) => sheets[1]?.rows[1]?.[at]);
    expect([days instanceof Date, typeof amounts]).toEqual([true, "number"]);
  }, 400_000);
});
