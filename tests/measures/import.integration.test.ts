import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { csvFor, readCsv, type Table, writeCsv } from "../../contract/csv.ts";
import { measureTable, OFFICE_FIGURES, siteTable } from "../../fixtures/measures/office-figures.ts";
import { refusedPath } from "../../server/loading/data-folder/folders.ts";
import { importMeasures } from "../../server/measures/importing/import.store.ts";
import { listMeasures, totalsOf } from "../../server/measures/register.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";
import { workbookFile } from "../support/office-months.ts";

const actor = { by: "tester", at: Date.parse("2026-11-20T00:00:00Z") };
const NO_DEFAULTS = { kind: undefined, district: undefined };
let database: Database;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-measures-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => emptyDatabase(database));

async function fileOf(name: string, body: string | Buffer) {
  const path = join(folder, name);
  await writeFile(path, body);
  return { name, path, bytes: body.length };
}
const book = (name: string, table: Table) => workbookFile(folder, name, table);
const take = (file: { name: string; path: string; bytes: number }, options: object = {}) =>
  importMeasures(database, file, { ...NO_DEFAULTS, ...options }, actor);

describe("tables of an office", () => {
  it("come in from XLSX: 3,800 sites and 5,000 measures in under 10 s, and once", async () => {
    const sites = await book("sites.xlsx", siteTable());
    const others = await book("measures.xlsx", measureTable());
    const begun = performance.now();
    const first = await take(sites);
    const second = await take(others);
    const seconds = (performance.now() - begun) / 1_000;
    console.log(`3,800 sites and 5,000 measures: ${seconds.toFixed(1)} s`);
    expect(first).toMatchObject({ read: 3_800, loaded: 3_800, rejected: 0 });
    expect(second).toMatchObject({ read: 5_000, loaded: 5_000, rejected: 0 });
    expect(seconds).toBeLessThan(10);
    expect(await take(others)).toMatchObject({ read: 5_000, loaded: 0, duplicates: 5_000 });
    const of = (filter: object) => totalsOf(database.queries, filter);
    expect(await of({ kind: "site" })).toMatchObject({ items: OFFICE_FIGURES.sites });
    expect(await of({ kind: "block" })).toMatchObject({
      rows: 58,
      sums: [{ currency: "KZT", amount: `${OFFICE_FIGURES.blocked}00` }],
    });
    expect(await of({ kind: "loan-stopped" })).toMatchObject({
      sums: [{ amount: `${OFFICE_FIGURES.loanStopped}00` }],
    });
    for (const form of ["brochures", "posts", "meetings", "billboards", "messages"] as const)
      expect(await of({ kind: "prevention", form })).toMatchObject({ items: OFFICE_FIGURES[form] });
    expect(await of({ stage: "convicted" })).toMatchObject({ rows: 1 });
  });

  it("give back refused rows with column and reason; the corrected ones go in", async () => {
    const table = {
      columns: ["Вид", "Дата", "Сумма", "ИИН"],
      rows: [
        ["Блокировка", "05.03.2026", "1 500,50", ""],
        ["Блокировка", "31.02.2026", "100", ""],
        ["Танец", "06.03.2026", "100", ""],
        ["Блокировка", "06.03.2026", "сто", ""],
        ["Блокировка", "06.03.2026", "", ""],
        ["Возврат", "06.03.2026", "10", "850101300121"],
        ["Итого", "", "1 700,50", ""],
      ],
    };
    const file = await fileOf("answers.csv", writeCsv(table, csvFor("ru")));
    const done = await take(file);
    expect(done).toMatchObject({ read: 6, loaded: 1, rejected: 5, refused: true });
    const text = readFileSync(refusedPath(database.dataDir, done.sha256), "utf8");
    const rows = readCsv(text) ?? [];
    expect(rows.map((row) => [row.refused_file, row.refused_row, row.refused_column])).toEqual([
      ["answers.csv", "3", "Дата"],
      ["answers.csv", "4", "Вид"],
      ["answers.csv", "5", "Сумма"],
      ["answers.csv", "6", "Сумма"],
      ["answers.csv", "7", "ИИН"],
    ]);
    const corrected = text.replace("31.02.2026", "28.02.2026");
    const again = await take(await fileOf("corrected.csv", corrected));
    expect(again).toMatchObject({ read: 5, loaded: 1, rejected: 4 });
    const { rows: kept } = await listMeasures(database.queries, { limit: 10 });
    expect(kept.map(({ day, amount }) => [day, amount])).toEqual([
      ["2026-03-05", "150050"],
      ["2026-02-28", "10000"],
    ]);
    expect(kept[0]?.source).toEqual({ file: "answers.csv", row: 2 });
  });

  it("match equal rows of another file one to one, and add what is new", async () => {
    const table = (rows: string[][]) => ({ columns: ["Дата", "Вид", "Количество"], rows });
    const meeting = ["05.03.2026", "Профилактика: встречи", "1"];
    await take(await book("a.xlsx", table([meeting, meeting])));
    const more = await take(await book("b.xlsx", table([meeting, meeting, meeting])));
    expect(more).toMatchObject({ loaded: 1, duplicates: 2 });
  });

  it("keep what a person said of a column, and count without writing in a dry run", async () => {
    const table = { columns: ["Когда", "Что", "Тенге"], rows: [["2026-03-05", "блок", "100"]] };
    const file = await book("own.xlsx", table);
    const columns = { Когда: "day", Тенге: "amount", Что: "note" };
    const options = { mapping: { name: "own", columns }, kind: "block", dryRun: true };
    expect(await take(file, options)).toMatchObject({ loaded: 1 });
    expect(await totalsOf(database.queries, {})).toMatchObject({ rows: 0 });
    await take(file, { ...options, dryRun: false });
    const { rows } = await listMeasures(database.queries, { limit: 10 });
    expect(rows).toMatchObject([{ kind: "block", amount: "10000", note: "блок" }]);
  });
});
