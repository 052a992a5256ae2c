import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { MeasureWanted } from "../../contract/measures.ts";
import { openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { recordPayment } from "../../server/claims/payments.store.ts";
import { refusedPath } from "../../server/loading/data-folder/folders.ts";
import { importMeasures } from "../../server/measures/importing/import.store.ts";
import { recordMeasure } from "../../server/measures/measures.store.ts";
import { totalsOf } from "../../server/measures/register.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { step } from "../support/claim-steps.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";
import { workbookFile } from "../support/office-months.ts";

/** A table refuses what the form refuses, and takes what the form takes. */

const actor = { by: "tester", at: Date.parse("2026-11-20T00:00:00Z") };
const COLUMNS = ["Что сделано", "Дата", "Сумма", "ФИО", "Счет", "Номер заявления"];
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

const returned = ["возврат заблокированных средств", "04.05.2026", "40"];

async function take(rows: readonly string[][]) {
  const file = await workbookFile(folder, "back.xlsx", { columns: COLUMNS, rows });
  const how = { kind: undefined, district: undefined, language: "ru" } as const;
  const done = await importMeasures(database, file, how, actor);
  const { rejected, sha256 } = done;
  const why = rejected > 0 ? readFileSync(refusedPath(database.dataDir, sha256), "utf8") : "";
  return { done, why };
}

const byHand = (fields: object) =>
  recordMeasure(database.queries, { day: "2026-05-04", ...fields } as MeasureWanted, actor);

/** V lost 100 to D; the bank blocked the money, and all of it came back by payments since. */
async function allBack(block: object) {
  const { queries } = database;
  const people = ["V,850312450124,СЕРІКОВА АЙГҮЛ", "D,900101300120,ПЕТРОВ ИЛЬЯ"];
  await put(
    database,
    "stolen",
    [["t1", "V", "D", "100.00", 0]],
    [reported("R1", "V", "t1")],
    people,
  );
  await byHand({ kind: "block", day: "2026-04-01", amount: "10000", account: "D", ...block });
  const caseId = (await openCase(queries, { title: "Loss", reports: ["R1"] }, start)).id;
  await openClaims(queries, caseId, start);
  const at = { caseId, claim: (await claimsOfCase(queries, caseId))[0]?.id ?? "" };
  await step(database, at, start, "review", "approved", "filed");
  const paid = { day: "2026-05-02", amount: "10000", source: "dropper", receipt: "7" } as const;
  await recordPayment(queries, at, paid, start);
  return at;
}

const victim = { name: "Серікова А.", iin: null };

it("a return to a victim who has everything back is refused in a table as at the screen", async () => {
  await allBack({ reports: ["R1"] });
  const wanted = { kind: "return", amount: "4000", account: "D" };
  for (const named of [{ reports: ["R1"] }, { persons: [victim] }])
    await expect(byHand({ ...wanted, ...named })).rejects.toMatchObject({
      code: "measure-return-above-loss",
      params: { amount: "0.00 KZT" },
    });
  const { done, why } = await take([
    [...returned, "", "D", "R1"],
    [...returned, "Серікова А.", "D", ""],
  ]);
  expect(done).toMatchObject({ read: 2, loaded: 0, rejected: 2, unjoined: 0 });
  expect(why).toContain("measure-return-above-loss");
  expect((await totalsOf(database.queries, { kind: "return" })).rows).toBe(0);
});

it("also of a block that named the victim before any loss was known", async () => {
  const { queries } = database;
  await byHand({
    kind: "block",
    day: "2026-04-01",
    amount: "9000",
    account: "D",
    persons: [victim],
  });
  await allBack({ persons: [{ name: "Бекенов Р.", iin: null }], amount: "1" });
  const wanted = { kind: "return", amount: "4000", account: "D", persons: [victim] };
  await expect(byHand(wanted)).rejects.toMatchObject({ code: "measure-return-above-loss" });
  const { done } = await take([[...returned, "Серікова А.", "D", ""]]);
  expect(done).toMatchObject({ loaded: 0, rejected: 1 });
  expect((await totalsOf(queries, { kind: "return" })).rows).toBe(0);
});

it("one that names only the holder may be another victim's: it stands without a loss in both", async () => {
  await allBack({ persons: [{ name: "Петров И.", iin: null }] });
  const holder = { persons: [{ name: "Петров И.", iin: null }] };
  const made = await byHand({ kind: "return", amount: "4000", account: "D", ...holder });
  expect(made).toMatchObject({ claim: null, withoutLoss: true });
  const { done } = await take([[...returned, "Петров И.", "D", ""]]);
  expect(done).toMatchObject({ loaded: 1, rejected: 0, unjoined: 1 });
});

it("a loss that is back on the day of a block leaves nothing to block, in both", async () => {
  await allBack({ amount: "1", reports: ["R1"] });
  const block = { kind: "block", amount: "1000", account: "D", reports: ["R1"] };
  const sameDay = { ...block, day: "2026-05-02" };
  await expect(byHand(sameDay)).rejects.toMatchObject({ code: "measure-above-loss" });
  const { done, why } = await take([["Заблокировано", "02.05.2026", "10", "", "D", "R1"]]);
  expect(done).toMatchObject({ loaded: 0, rejected: 1 });
  expect(why).toContain("measure-above-loss");
});
