import { afterAll, beforeAll, expect, it } from "vitest";
import { addAccounts, openCase, updateCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { cancelPayment, ledgerOfClaim, recordPayment } from "../../server/claims/payments.store.ts";
import { reworkAllDrafts } from "../../server/claims/rework.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import { cancelMeasure, recordMeasure } from "../../server/measures/measures.store.ts";
import { listMeasures } from "../../server/measures/register.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { step } from "../support/claim-steps.ts";
import { fileAll, put, reported, actor as start, takeOut } from "../support/late-money.ts";
import { described, lossesUnderMoney } from "../support/losses.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
const DAY = "2026-05-01";
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("a return takes nothing from what a bank's row brought back before it", async () => {
  const { queries } = database;
  const rows = [["t1", "V", "D", "100.00", 0] as const, ["t2", "D", "V", "40.00", 60] as const];
  await put(database, "stolen", rows, [reported("R1", "V", "t1")]);
  const caseId = (await openCase(queries, { title: "Row", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  await fileAll(database, caseId);
  const block = { kind: "block", day: "2026-03-05", amount: "10000", transfer: "t1" } as const;
  const { id } = await recordMeasure(queries, block, actor);
  const back = { kind: "return", day: DAY, block: id } as const;
  await expect(recordMeasure(queries, { ...back, amount: "6001" }, actor)).rejects.toMatchObject({
    code: "measure-return-above-loss",
    params: { amount: "60.00 KZT" },
  });
  await recordMeasure(queries, { ...back, amount: "6000" }, actor);
  const claim = (await claimsOfCase(queries, caseId))[0]?.id ?? "";
  expect(await ledgerOfClaim(queries, { caseId, claim })).toMatchObject({
    recovered: "10000",
    outstanding: "0",
  });
  await emptyDatabase(database);
});

it("a return takes from the holder further on no more than the claim asks of him", async () => {
  const { queries } = database;
  const rows = [
    ["t1", "V", "D", "30.00", 0] as const,
    ["t2", "W", "D", "50.00", 1] as const,
    ["t3", "D", "E", "60.00", 2] as const,
  ];
  await put(database, "stolen", rows, [reported("R1", "V", "t1"), reported("R2", "W", "t2")]);
  const wanted = { title: "Mixed", reports: ["R1", "R2"] };
  const caseId = (await openCase(queries, wanted, actor)).id;
  await addAccounts(queries, caseId, ["E"], actor);
  await openTracedClaims(database, caseId, "pro-rata", actor);
  await fileAll(database, caseId);
  const claim = (await claimsOfCase(queries, caseId)).find(({ amount }) => amount === 2_250n);
  const block = { kind: "block", day: DAY, amount: "6000", transfer: "t3" } as const;
  const { id } = await recordMeasure(queries, block, actor);
  const back = { kind: "return", day: DAY, block: id, claim: claim?.id ?? "" } as const;
  await expect(recordMeasure(queries, { ...back, amount: "2251" }, actor)).rejects.toMatchObject({
    code: "measure-return-above-claim",
    params: { amount: "22.50 KZT" },
  });
  await recordMeasure(queries, { ...back, amount: "2250" }, actor);
  await emptyDatabase(database);
});

it("a return of a block that names no loss is of the one claim it fits, as from a table", async () => {
  const { queries } = database;
  // The bank blocks the money before its statement is loaded: no loss is known yet.
  const persons = [{ name: "Иванова А.", iin: null }];
  const block = { kind: "block", day: DAY, amount: "4000", account: "D", persons } as const;
  const { id } = await recordMeasure(queries, block, actor);
  const rows = [["t1", "V", "D", "100.00", 0] as const];
  const people = ["V,,ИВАНОВА АННА", "D,,ПЕТРОВ ИЛЬЯ"];
  await put(database, "stolen", rows, [reported("R1", "V", "t1")], people);
  const caseId = (await openCase(queries, { title: "Early", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  await fileAll(database, caseId);
  const at = { caseId, claim: (await claimsOfCase(queries, caseId))[0]?.id ?? "" };
  const back = { kind: "return", day: DAY, amount: "1000", block: id } as const;
  const returned = await recordMeasure(queries, back, actor);
  expect(returned).toMatchObject({ claim: at.claim, case: caseId });
  expect(await ledgerOfClaim(queries, at)).toMatchObject({ recovered: "1000" });

  // Money that came back on a closed claim, or in a closed case, is neither corrected nor struck out.
  const paid = { day: DAY, amount: "500", source: "dropper", receipt: "9" } as const;
  const payment = (await recordPayment(queries, at, paid, actor)).payments.find(
    (one) => !one.measure,
  );
  const both = [
    () => cancelMeasure(queries, returned.id, "A slip", actor),
    () => cancelPayment(queries, { ...at, payment: payment?.id ?? "" }, "A slip", actor),
  ];
  await step(database, at, actor, "judgment", "in-force", "enforcement", "closed");
  for (const strike of both)
    await expect(strike()).rejects.toMatchObject({ code: "payment-status" });
  await step(database, at, actor, "enforcement");
  await updateCase(queries, caseId, { status: "closed" }, actor);
  const codes = ["measure-case-closed", "case-closed"];
  for (const [place, strike] of both.entries())
    await expect(strike()).rejects.toMatchObject({ code: codes[place] });
  await emptyDatabase(database);
});

it("no confirmation is taken back, and no table of reports taken out, under money", async () => {
  const { queries } = database;
  const rows = [["t1", "V", "D", "100.00", 0] as const, ["t2", "W", "D", "50.00", 1] as const];
  await put(database, "stolen", rows, [reported("R1", "W", "t2")]);
  const decide = await described(database, "R2", ["V", "D", "100.00"]);
  await decide("t1", true);
  const wanted = { title: "Both", reports: ["R1", "R2"] };
  const caseId = (await openCase(queries, wanted, actor)).id;
  await openClaims(queries, caseId, actor);
  const fields = { kind: "block", day: DAY, amount: "6000", transfer: "t1" } as const;
  const block = await recordMeasure(queries, fields, actor);
  for (const same of [null, false])
    await expect(decide("t1", same)).rejects.toMatchObject({
      code: "figure-below-block",
      params: { transfer: "t1", amount: "0.00 KZT", blocks: block.id },
    });
  await cancelMeasure(queries, block.id, "A slip", actor);
  const claims = await claimsOfCase(queries, caseId);
  const claimOf = (id: string) => ({
    caseId,
    claim: claims.find(({ lines }) => lines[0]?.transferId === id)?.id ?? "",
  });
  const paid = { day: DAY, amount: "2000", source: "dropper", receipt: "1" } as const;
  for (const [id, change] of [
    ["t1", () => decide("t1", null)],
    ["t2", () => takeOut(database, "stolen-reports.csv")],
  ] as const) {
    const at = claimOf(id);
    await step(database, at, actor, "review");
    const [payment] = (await recordPayment(queries, at, paid, actor)).payments;
    await step(database, at, actor, "draft");
    await expect(change()).rejects.toMatchObject({
      code: "figure-below-back",
      params: { transfer: id, amount: "0.00 KZT", entries: payment?.id },
    });
  }
  // Another table that says the same takes its place.
  await put(database, "corrected", [], [reported("R1", "W", "t2"), reported("R3", "V", "t1")]);
  await takeOut(database, "stolen-reports.csv");
  await expect(takeOut(database, "corrected-reports.csv")).rejects.toMatchObject({
    code: "figure-below-back",
  });
  // Another report names the transfer as well.
  await decide("t1", null);
  await emptyDatabase(database);
});

it("money of a bank's file that was taken out stays in sight: uncounted, and without a loss", async () => {
  const { queries } = database;
  const rows = [["t1", "V", "D", "100.00", 0] as const];
  await put(database, "stolen", rows, [reported("R1", "V", "t1")]);
  const caseId = (await openCase(queries, { title: "Gone", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const at = { caseId, claim: (await claimsOfCase(queries, caseId))[0]?.id ?? "" };
  const block = {
    kind: "block",
    day: DAY,
    amount: "6000",
    transfer: "t1",
    claim: at.claim,
  } as const;
  const { id } = await recordMeasure(queries, block, actor);
  await step(database, at, actor, "review");
  const back = await recordMeasure(
    queries,
    { kind: "return", day: DAY, amount: "1000", block: id },
    actor,
  );
  await step(database, at, actor, "draft");
  const entries = async () => {
    const { rows: all } = await listMeasures(queries, { limit: 10 });
    return all.map((one) => [one.id, one.withoutLoss]);
  };
  expect(await entries()).toEqual([
    [back.id, false],
    [id, false],
  ]);
  await takeOut(database, "stolen.csv");
  await reworkAllDrafts(database, actor);
  expect(await ledgerOfClaim(queries, at)).toMatchObject({
    recovered: "0",
    payments: [{ id: back.id, amount: "1000", uncounted: "1000" }],
  });
  expect(await entries()).toEqual([
    [back.id, true],
    [id, true],
  ]);
  await emptyDatabase(database);
});

const seeds = (process.env.HISTORIES ?? "5").split(",").map(Number);
it.each(seeds)(
  "whatever happens, money is counted or shown as uncounted: seed %d",
  async (seed) => {
    await lossesUnderMoney(database, seed, actor);
    await emptyDatabase(database);
  },
);
