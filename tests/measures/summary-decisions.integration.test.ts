import { readXlsx } from "hucre";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { recordPayment } from "../../server/claims/payments.store.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import { recordsWorkbook } from "../../server/measures/summary/records-workbook.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { factsOn, step } from "../support/claim-steps.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

/** Money that a court gave names the decision in the Excel file of the summary. */

const actor = { ...start, at: Date.parse("2026-06-20T00:00:00Z") };
const at = (day: string) => ({ ...actor, at: Date.parse(`${day}T00:00:00Z`) });
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  await emptyDatabase(database);
});
afterAll(() => database.close());

it("the records of a claim name court, number and day of its decision, once it was given", async () => {
  const { queries } = database;
  await put(database, "stolen", [["t1", "V", "D", "100.00", 0]], [reported("R1", "V", "t1")]);
  const caseId = (await openCase(queries, { title: "Judged", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const [claim] = await claimsOfCase(queries, caseId);
  const of = { caseId, claim: claim?.id ?? "" };
  await step(database, of, at("2026-05-03"), "review", "approved", "filed");
  const judged = {
    outcome: "granted",
    sum: "10000",
    reference: "2-117",
    day: "2026-06-10",
  } as const;
  const wanted = { status: "judgment", facts: judged } as const;
  await takeStep(database, of, wanted, { ...actor, role: "head" });
  const paid = { amount: "10000", day: "2026-06-15", source: "judgment", receipt: "7" } as const;
  await recordPayment(queries, of, paid, actor);
  const rowsOf = async (from: string, until: string) => {
    const book = await recordsWorkbook(database, { from, until }, "ru", actor);
    const [heads = [], ...rows] = (await readXlsx(book)).sheets[1]?.rows ?? [];
    const cells = ["Показатель", "Суд, вынесший решение", "Номер решения", "Дата решения"];
    return rows
      .filter((row) => row[heads.indexOf("Иск")] === of.claim)
      .map((row) => cells.map((head) => row[heads.indexOf(head)] ?? ""));
  };
  const { court } = factsOn("filed", actor.at);
  const decision = [court, "2-117", new Date("2026-06-10T00:00:00Z")];
  const june = await rowsOf("2026-06-01", "2026-06-30");
  expect(june.length).toBeGreaterThan(0);
  for (const [, ...named] of june) expect(named).toEqual(decision);
  // At the end of May no court had decided.
  const may = await rowsOf("2026-05-01", "2026-05-31");
  expect(may.length).toBeGreaterThan(0);
  for (const [, ...named] of may) expect(named).toEqual(["", "", ""]);
});
