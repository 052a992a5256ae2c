import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { csvFor, readCsv, type Table, writeCsv } from "../../contract/csv.ts";
import { measureTable, OFFICE_FIGURES, siteTable } from "../../fixtures/measures/office-figures.ts";
import { openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { ledgerOfClaim, recordPayment } from "../../server/claims/payments.store.ts";
import { refusedPath } from "../../server/loading/data-folder/folders.ts";
import { importMeasures } from "../../server/measures/importing/import.store.ts";
import { correctMeasure } from "../../server/measures/measures.store.ts";
import { listMeasures, totalsOf } from "../../server/measures/register.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { step } from "../support/claim-steps.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";
import { workbookFile } from "../support/office-months.ts";

const actor = { by: "tester", at: Date.parse("2026-11-20T00:00:00Z") };
const NO_DEFAULTS = { kind: undefined, district: undefined, language: "ru" } as const;
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
    const ofKind = async (filter: object) => (await of(filter)).kinds[0];
    expect(await ofKind({ kind: "site" })).toMatchObject({ items: OFFICE_FIGURES.sites });
    expect(await ofKind({ kind: "block" })).toMatchObject({
      rows: 58,
      sums: [{ currency: "KZT", amount: `${OFFICE_FIGURES.blocked}00` }],
    });
    expect(await ofKind({ kind: "loan-stopped" })).toMatchObject({
      sums: [{ amount: `${OFFICE_FIGURES.loanStopped}00` }],
    });
    for (const form of ["brochures", "posts", "meetings", "billboards", "messages"] as const)
      expect(await ofKind({ kind: "prevention", form })).toMatchObject({
        items: OFFICE_FIGURES[form],
      });
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

  it("say why rows were refused in the person's language, in the order of the table", async () => {
    const stolen = [["w1", "W", "D", "40000.00", 0] as const];
    await put(database, "words", stolen, [reported("RW", "W", "w1")]);
    const table = {
      columns: ["Вид", "Дата", "Сумма", "Перевод"],
      rows: [
        // Refused by the register, after the rows that cannot be understood.
        ["Блокировка", "05.03.2026", "100", "t-none"],
        ["Танец", "06.03.2026", "100", ""],
        ["Блокировка", "31.02.2026", "100", ""],
        ["Блокировка", "06.03.2026", "сто", ""],
        ["Блокировка", "06.03.2026", "50 000", "w1"],
        ["Блокировка", "04.03.2026", "100", "w1"],
      ],
    };
    const words = {
      ru: [
        "Перевода t-none нет в данных.",
        "Слово неизвестно",
        "Такого дня нет.",
        "Это не сумма.",
        "40 000,00 тенге",
        "05.03.2026",
      ],
      kk: [
        "t-none аударымы деректерде жоқ.",
        "Сөз белгісіз",
        "Мұндай күн жоқ.",
        "Бұл сома емес.",
        "40 000,00 теңге",
        "05.03.2026",
      ],
      en: [
        "no transfer t-none",
        "The word is not known",
        "There is no such day.",
        "no sum",
        "40,000.00 tenge",
        "05.03.2026",
      ],
    };
    for (const language of ["ru", "kk", "en"] as const) {
      const done = await take(await fileOf("words.csv", writeCsv(table, csvFor("ru"))), {
        language,
      });
      const text = readFileSync(refusedPath(database.dataDir, done.sha256), "utf8");
      const rows = readCsv(text) ?? [];
      expect(rows.map((row) => row.refused_row)).toEqual(["2", "3", "4", "5", "6", "7"]);
      for (const [at, word] of words[language].entries())
        expect(rows[at]?.refused_reason?.replaceAll("\u00a0", " ")).toContain(word);
      const foreign = language === "en" ? /[а-яәғқңөұүһі]/i : /[a-z]{4,}/i;
      expect(
        rows.map((row) => row.refused_remedy).filter((text) => foreign.test(text ?? "")),
      ).toEqual([]);
    }
  });

  it("never count a return that a payment written by hand counts already", async () => {
    const { queries } = database;
    await put(database, "stolen", [["t1", "V", "D", "100.00", 0]], [reported("R1", "V", "t1")]);
    const caseId = (await openCase(queries, { title: "Loss", reports: ["R1"] }, start)).id;
    await openClaims(queries, caseId, start);
    const claim = (await claimsOfCase(queries, caseId))[0]?.id ?? "";
    const at = { caseId, claim };
    await step(database, at, start, "review", "approved", "filed");
    const paid = { day: "2026-05-02", amount: "500", source: "block", receipt: "7" } as const;
    await recordPayment(queries, at, paid, start);
    const table = {
      columns: ["Вид", "Дата", "Сумма", "Перевод"],
      rows: [
        ["Блокировка", "01.05.2026", "70", "t1"],
        ["Возврат", "03.05.2026", "5", "t1"],
        ["Возврат", "04.05.2026", "6", "t1"],
      ],
    };
    const file = await book("returns.xlsx", table);
    const wanted = { read: 3, loaded: 2, rejected: 1 };
    expect(await take(file, { dryRun: true })).toMatchObject(wanted);
    const done = await take(file);
    expect(done).toMatchObject(wanted);
    const text = readFileSync(refusedPath(database.dataDir, done.sha256), "utf8");
    expect(readCsv(text)).toMatchObject([{ refused_row: "1!3" }]);
    expect(text).toContain("measure-paid-already");
    expect((await ledgerOfClaim(queries, at)).recovered).toBe("1100");
    const [late] = (await listMeasures(queries, { kind: "return", limit: 5 })).rows;
    const fields = { kind: "return", day: "2026-05-03", amount: "500", transfer: "t1" } as const;
    const corrected = correctMeasure(queries, late?.id ?? "", { reason: "A slip", fields }, actor);
    await expect(corrected).rejects.toMatchObject({ code: "measure-paid-already" });
  });

  it("join a return to the one block and claim of its account and person, and list the others", async () => {
    const { queries } = database;
    const people = ["D,900101300120,ПЕТРОВ ИЛЬЯ"];
    await put(
      database,
      "stolen",
      [["t1", "V", "D", "100.00", 0]],
      [reported("R1", "V", "t1")],
      people,
    );
    const caseId = (await openCase(queries, { title: "Loss", reports: ["R1"] }, start)).id;
    await openClaims(queries, caseId, start);
    const claim = (await claimsOfCase(queries, caseId))[0]?.id ?? "";
    const at = { caseId, claim };
    await step(database, at, start, "review", "approved", "filed");
    const table = {
      columns: ["Что сделано", "Дата", "Сумма", "ФИО", "Счет"],
      rows: [
        ["возврат заблокированных средств", "04.05.2026", "30", "Петров И.", "D"],
        ["возврат заблокированных средств", "03.05.2026", "20", "Сидоров П.", "D"],
        ["возврат заблокированных средств", "05.05.2026", "90", "Петров И.", "D"],
        ["Заблокировано", "01.05.2026", "500", "Петров И.", "D"],
      ],
    };
    const file = await book("joined.xlsx", table);
    // The block is more than anybody lost: it stands, and no loss is held to it.
    const wanted = { read: 4, loaded: 4, rejected: 0, unjoined: 3 };
    expect(await take(file, { dryRun: true })).toMatchObject(wanted);
    expect(await take(file)).toMatchObject(wanted);
    expect((await ledgerOfClaim(queries, at)).recovered).toBe("3000");
    const { rows, totals } = await listMeasures(queries, { unjoined: "yes", limit: 5 });
    expect(rows.map(({ amount, claim: of }) => [amount, of])).toEqual([
      ["9000", null],
      ["2000", null],
      ["50000", null],
    ]);
    expect(totals).toMatchObject({ rows: 3, unjoined: 3 });
    expect(await totalsOf(queries, {})).toMatchObject({ rows: 4, unjoined: 3 });
    // A row that names the report is held to its loss, as the same entry at the screen is.
    const told = ["Заблокировано", "02.05.2026", "60", "D", "R1"];
    const more = ["Заблокировано", "03.05.2026", "50", "D", "R1"];
    const columns = ["Что сделано", "Дата", "Сумма", "Счет", "Номер заявления"];
    const second = await take(await book("told.xlsx", { columns, rows: [told, more] }));
    expect(second).toMatchObject({ loaded: 1, rejected: 1, unjoined: 0 });
    const [first] = (await listMeasures(queries, { kind: "block", limit: 1 })).rows;
    expect(first).toMatchObject({ amount: "6000", transfer: "t1", withoutLoss: false });
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
