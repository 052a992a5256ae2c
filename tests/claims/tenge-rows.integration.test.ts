import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { cancelPayment, ledgerOfClaim, recordPayment } from "../../server/claims/payments.store.ts";
import { reworkDrafts } from "../../server/claims/rework.store.ts";
import { cancelMeasure, recordMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { step } from "../support/claim-steps.ts";
import { exported, put, type Row, reported, actor as start } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

/** Tenge that come back on a claim in another currency, in a bank's file or through the register. */

const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
const NOT_COUNTED = "2-calculation/tenge-not-counted.csv";
const rate = { rate: "540,00", day: "2026-03-05", source: "Ұлттық Банк" };
let database: Database;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-tenge-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** V paid D 2,000 dollars, and these transfers more; the claim in dollars is approved. */
async function dollars(more: readonly Row[] = []) {
  await emptyDatabase(database);
  const { queries } = database;
  const rows: Row[] = [["u1", "V", "D", "2000.00", 0, "USD"], ...more];
  const reports = rows.map(([id, from], at) => reported(`R${at + 1}`, from, id));
  await put(database, "stolen", rows, reports);
  const named = reports.map((_, at) => `R${at + 1}`);
  const caseId = (await openCase(queries, { title: "Dollars", reports: named }, actor)).id;
  await openClaims(queries, caseId, actor);
  const all = await claimsOfCase(queries, caseId);
  const of = (currency: string) => ({
    caseId,
    claim: all.find((one) => one.currency === currency)?.id ?? "",
  });
  await step(database, of("USD"), actor, "review", "approved");
  return { usd: of("USD"), kzt: of("KZT") };
}
const pay = (at: { caseId: string; claim: string }, amount: string, more: object = {}) =>
  recordPayment(
    database.queries,
    at,
    {
      ...{ day: "2026-03-06", amount: null, tenge: { ...rate, amount }, source: "dropper" },
      ...{ receipt: "12", ...more },
    },
    actor,
  );
/** D pays V 54,000 tenge back, a hundred dollars at the rate. */
const BACK = [["b1", "D", "V", "54000.00", 60 * 24]] as const;
const ledgerOf = (at: { caseId: string; claim: string }) => ledgerOfClaim(database.queries, at);
const FOUND = { id: "b1", amount: "5400000", day: "2026-03-06" };

it("a bank's row in tenge is proposed on a claim in dollars, and shows the payment that is written down", async () => {
  const { usd } = await dollars();
  await put(database, "row", BACK);
  // Nobody has stated a rate, so it counts nowhere yet.
  expect(await ledgerOf(usd)).toMatchObject({
    ...{ recovered: "0", outstanding: "200000", payments: [] },
    tengeFound: [{ ...FOUND, bankRow: { transferId: "b1", file: "row.csv", row: 2 } }],
  });
  const before = await exported(database, folder, usd.caseId);
  expect(before.table(NOT_COUNTED)).toMatchObject([
    { claim_id: usd.claim, record_id: "b1", by: "bank-row", tenge: "54000,00" },
  ]);
  expect(await pay(usd, "5400000")).toMatchObject({
    ...{ recovered: "10000", outstanding: "190000", tengeFound: [] },
    payments: [{ amount: "10000", bankRow: { transferId: "b1" } }],
  });
  const { table } = await exported(database, folder, usd.caseId);
  expect(table(NOT_COUNTED)).toEqual([]);
  expect(table("2-calculation/payments.csv")).toMatchObject([{ bank_row: "b1", paid: "100,00" }]);
  expect(table("1-facts/transfers.csv").map((one) => one.transfer_id)).toContain("b1");
});

it("a bank's row in tenge shows a payment that was written down before it came", async () => {
  const { usd } = await dollars();
  await pay(usd, "5400000");
  await put(database, "row", BACK);
  const { payments, ...ledger } = await ledgerOf(usd);
  expect(payments).toMatchObject([{ bankRow: { transferId: "b1", file: "row.csv" } }]);
  expect(ledger).toMatchObject({ recovered: "10000", tengeFound: [] });
  // Taken back, the payment leaves the row to be written down again.
  const payment = payments[0]?.id ?? "";
  await cancelPayment(database.queries, { ...usd, payment }, "a mistake", actor);
  expect(await ledgerOf(usd)).toMatchObject({ recovered: "0", tengeFound: [FOUND] });
  // Another payment of that sum leaves the row where it is.
  const other = await pay(usd, "5400000", { apart: "Cash, receipt 7" });
  expect(other).toMatchObject({ recovered: "10000", tengeFound: [FOUND] });
  expect(other.payments.filter((one) => one.bankRow !== null)).toEqual([]);
});

it("what a claim in tenge counts of a row is not proposed on the claim in dollars", async () => {
  const { usd, kzt } = await dollars([["k1", "V", "D", "30000.00", 1]]);
  await step(database, kzt, actor, "review", "approved");
  await put(database, "row", BACK);
  expect(await ledgerOf(kzt)).toMatchObject({ recovered: "3000000", tengeFound: [] });
  const rest = { ...FOUND, amount: "2400000" };
  expect(await ledgerOf(usd)).toMatchObject({ recovered: "0", tengeFound: [rest] });
  await exported(database, folder, usd.caseId);
  expect(await pay(usd, "2400000")).toMatchObject({ recovered: "4444", tengeFound: [] });
  await exported(database, folder, usd.caseId);
});

it("a row that shows a payment on a claim in dollars pays no draft in tenge", async () => {
  const { usd, kzt } = await dollars([["k1", "V", "D", "1000000.00", 1]]);
  await pay(usd, "5400000");
  await put(database, "row", BACK);
  for (const _again of [1, 2]) {
    await reworkDrafts(database, usd.caseId, actor);
    const claims = await claimsOfCase(database.queries, usd.caseId);
    const draft = claims.find(({ id }) => id === kzt.claim);
    expect(draft?.lines.map(({ amount }) => amount)).toEqual([100_000_000n]);
  }
});

it("a row of as many minor units in another currency shows no payment", async () => {
  const { usd } = await dollars();
  await recordPayment(
    database.queries,
    usd,
    { day: "2026-03-06", amount: "10000", source: "dropper", receipt: "1" },
    actor,
  );
  await put(database, "row", [["b1", "D", "V", "100.00", 60 * 24]]);
  const { payments, tengeFound } = await ledgerOf(usd);
  expect(payments).toMatchObject([{ bankRow: null }]);
  expect(tengeFound).toMatchObject([{ id: "b1", amount: "10000" }]);
});

it("blocked money that was returned in tenge follows the same rule: proposed, then written down once", async () => {
  const { usd } = await dollars();
  const near = { day: "2026-03-06", amount: "5400000", currency: "KZT" };
  const block = { kind: "block", ...near, account: "D" } as const;
  const { id } = await recordMeasure(database.queries, block, actor);
  const back = { kind: "return", ...near, block: id } as const;
  const returned = await recordMeasure(database.queries, back, actor);
  const found = { id: returned.id, amount: "5400000", day: "2026-03-06", bankRow: null };
  expect(await ledgerOf(usd)).toMatchObject({ recovered: "0", tengeFound: [found] });
  const { table } = await exported(database, folder, usd.caseId);
  expect(table(NOT_COUNTED)).toMatchObject([{ record_id: returned.id, by: "return" }]);
  // The bank's file has the same money: one row says it.
  await put(database, "row", BACK);
  expect((await ledgerOf(usd)).tengeFound).toMatchObject([FOUND]);
  expect(await pay(usd, "5400000", { source: "block" })).toMatchObject({
    ...{ recovered: "10000", tengeFound: [] },
    payments: [{ bankRow: { transferId: "b1" } }],
  });
  await exported(database, folder, usd.caseId);
  await cancelMeasure(database.queries, returned.id, "A mistake", actor);
  expect(await ledgerOf(usd)).toMatchObject({ recovered: "10000", tengeFound: [] });
});
