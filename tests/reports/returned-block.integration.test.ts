import { afterAll, beforeAll, expect, it } from "vitest";
import type { MeasureWanted } from "../../contract/measures.ts";
import { recordMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { measuresOfReport } from "../../server/reports/deadlines.store.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";

const actor = { ...start, at: Date.parse("2026-03-10T09:00:00+05:00") };
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  await put(database, "stolen", [["t1", "V", "D", "100.00", 0]], [reported("R1", "V", "t1")]);
});
afterAll(() => database.close());

it("the page of a report counts no days of a block of which everything was returned", async () => {
  const record = (fields: object) =>
    recordMeasure(database.queries, fields as MeasureWanted, actor);
  const money = { kind: "block", day: "2026-03-06", due: "2026-03-13", currency: "KZT" };
  const block = await record({ ...money, amount: "9000", transfer: "t1", reports: ["R1"] });
  const due = async () =>
    (await measuresOfReport(database, "R1", actor.at)).find(({ id }) => id === block.id);
  expect(await due()).toMatchObject({ due: "2026-03-13", workingDaysLeft: 3 });
  const back = { kind: "return", day: "2026-03-09", block: block.id, currency: "KZT" };
  await record({ ...back, amount: "4000" });
  expect(await due()).toMatchObject({ due: "2026-03-13" });
  await record({ ...back, amount: "5000" });
  expect(await due()).toMatchObject({ due: null, daysLeft: null, workingDaysLeft: null });
});
