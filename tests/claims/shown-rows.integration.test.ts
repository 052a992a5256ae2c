import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PizZip from "pizzip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Measure } from "../../contract/measures.ts";
import { listCases, openCase } from "../../server/cases/cases.store.ts";
import { dossierOf } from "../../server/claims/claim-dossiers.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { cancelPayment, ledgerOfClaim, recordPayment } from "../../server/claims/payments.store.ts";
import { recoveredWithin } from "../../server/claims/recovered.store.ts";
import { reworkDrafts } from "../../server/claims/rework.store.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import { NO_FIELDS, saveDossier } from "../../server/dossier/dossier.store.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import { listSources } from "../../server/loading/sources/sources.store.ts";
import { measuresHandlers } from "../../server/measures/measures.handlers.ts";
import { recordMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { deadlines } from "../../server/overview/deadlines.store.ts";
import { summary } from "../../server/overview/overview.store.ts";
import { askedInReport } from "../../server/reports/asked-in-report.store.ts";
import { movedOnIn } from "../../server/reports/moved-on.store.ts";
import { factsOn, step } from "../support/claim-steps.ts";
import { exported, put, reported, actor as start } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

/** After all transfers of the tests. */
const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
const near = { day: "2026-03-06" };
let database: Database;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-shown-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** V pays D 100, and a case claims it. */
async function loss() {
  await emptyDatabase(database);
  const { queries } = database;
  await put(database, "stolen", [["t1", "V", "D", "100.00", 0]], [reported("R1", "V", "t1")]);
  const caseId = (await openCase(queries, { title: "Loss", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const [claim] = await claimsOfCase(queries, caseId);
  return { caseId, claim: claim?.id ?? "" };
}
const paid = (amount: string, more: object = {}) => ({
  ...{ amount, source: "dropper" as const, receipt: "12" },
  ...near,
  ...more,
});

it("money that came back before the suit is not claimed by it, in the case and in the month", async () => {
  const { queries } = database;
  const at = await loss();
  await step(database, at, actor, "review", "approved");
  await recordPayment(queries, at, paid("3000"), actor);
  await step(database, at, actor, "filed");
  const seventy = [{ currency: "KZT", amount: "7000" }];
  const [own] = await listCases(queries);
  expect(own).toMatchObject({ sums: [{ currency: "KZT", amount: "10000" }], claimed: seventy });
  expect(await summary(queries, {})).toMatchObject({ claimed: seventy });
  // The part of the seventy that the court did not give is said.
  const part = { ...factsOn("judgment", actor.at), outcome: "in-part" as const, sum: "5000" };
  const judgment = { status: "judgment" as const, facts: part };
  await takeStep(database, at, judgment, { ...actor, role: "head" });
  expect(await ledgerOfClaim(queries, at)).toMatchObject({
    ...{ outstanding: "5000", awarded: { sum: "5000", refused: "2000" } },
  });
});

it("a repayment is money back for its claim, and moved on for nobody, whatever comes first", async () => {
  await emptyDatabase(database);
  const { queries } = database;
  const rows = [
    ["t1", "V", "D", "100.00", 0],
    ["t2", "W", "D", "50.00", 5],
  ] as const;
  await put(database, "both", rows, [reported("R1", "V", "t1"), reported("R2", "W", "t2")]);
  const caseId = (await openCase(queries, { title: "Two", reports: ["R1", "R2"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const ofSecond = (await claimsOfCase(queries, caseId)).find(({ reports }) =>
    reports.includes("R2"),
  );
  await step(database, { caseId, claim: ofSecond?.id ?? "" }, actor, "review", "approved", "filed");
  // By first in, first out the forty are the first victim's.
  await put(database, "back", [["t3", "D", "W", "40.00", 60]]);
  const file = (await listSources(queries)).find(({ fileName }) => fileName === "back.csv");
  expect(await movedOnIn(database, [file?.id ?? ""])).toMatchObject([
    { report: "R2", account: "D", amount: "4000", back: true, count: 1 },
  ]);
});

describe("payments that a bank's row shows", () => {
  it("count once where their bank rows are loaded later, unless a person says why they are two", async () => {
    const { queries } = database;
    const d = await loss();
    await step(database, d, actor, "review", "approved", "filed");
    await recordPayment(queries, d, paid("3000"), actor);
    await put(database, "late", [["t9", "D", "V", "30.00", 60]]);
    expect(await ledgerOfClaim(queries, d)).toMatchObject({
      ...{
        recovered: "3000",
        outstanding: "7000",
        payments: [{ bankRow: { transferId: "t9", file: "late.csv", row: 2 }, apart: null }],
      },
    });
    const { table } = await exported(database, folder, d.caseId);
    expect(table("2-calculation/payments.csv").map((row) => row.bank_row)).toEqual(["t9"]);
    // The row shows one payment, so another of that sum is written down as it is.
    await recordPayment(queries, d, paid("3000"), actor);
    await put(database, "later", [["t10", "D", "V", "5.00", 60]]);
    const five = paid("500");
    await expect(recordPayment(queries, d, five, actor)).rejects.toMatchObject({
      code: "payment-in-data",
    });
    await recordPayment(queries, d, { ...five, apart: "Cash, receipt 7." }, actor);
    expect(await ledgerOfClaim(queries, d)).toMatchObject({
      recovered: "7000",
      payments: [
        { bankRow: { transferId: "t9" } },
        { bankRow: null },
        { bankRow: null, apart: "Cash, receipt 7." },
      ],
    });
  });

  it("have one day in every figure: their own, not that of the row", async () => {
    const { queries } = database;
    const d = await loss();
    await step(database, d, actor, "review", "approved");
    const later = { ...actor, at: Date.parse("2026-06-20T00:00:00Z") };
    const head = { ...later, role: "head" as const };
    const day = "2026-06-02";
    const filed = { ...factsOn("filed", later.at), day };
    await takeStep(database, d, { status: "filed", facts: filed }, head);
    await recordPayment(queries, d, paid("3000", { day: "2026-06-03" }), later);
    // The row is of the day before the filing.
    await put(database, "row", [["t9", "D", "V", "30.00", 60 * 24 * 88]]);
    expect(await dossierOf(database, d)).toMatchObject({ asked: 10_000n, askedByData: 10_000n });
    const part = { ...factsOn("judgment", later.at), outcome: "in-part" as const, sum: "5000" };
    await takeStep(database, d, { status: "judgment", facts: { ...part, day } }, head);
    expect(await ledgerOfClaim(queries, d)).toMatchObject({
      ...{ outstanding: "2000", awarded: { sum: "5000", refused: "5000" } },
      payments: [{ bankRow: { transferId: "t9" } }],
    });
    // Taken back, the payment would leave its place to the row, before the judgment.
    const [entry] = (await ledgerOfClaim(queries, d)).payments;
    const takeBack = cancelPayment(queries, { ...d, payment: entry?.id ?? "" }, "No", later);
    await expect(takeBack).rejects.toMatchObject({ code: "payment-row-crosses", status: 409 });
    await exported(database, folder, d.caseId);
  });

  it("leave the lines of a returned claim alone: debt and penalty are in the entry", async () => {
    const { queries } = database;
    const d = await loss();
    const terms = { from: "2026-03-10", until: "2026-05-31", rateDay: "2026-03-10" };
    await saveDossier(database, d, { ...NO_FIELDS, penalty: terms }, actor);
    await step(database, d, actor, "review", "approved", "filed");
    const fine = { day: "2026-05-30", penalty: "50" };
    await recordPayment(queries, d, paid("3050", fine), actor);
    await step(database, d, actor, "returned", "draft");
    await put(database, "row", [["t9", "D", "V", "30.50", 60 * 24 * 86]]);
    await reworkDrafts(database, d.caseId, actor);
    await reworkDrafts(database, d.caseId, actor);
    const [claim] = await claimsOfCase(queries, d.caseId);
    expect(claim?.lines.map(({ amount }) => amount)).toEqual([10_000n]);
    expect(await ledgerOfClaim(queries, d)).toMatchObject({
      ...{ recovered: "3000", outstanding: "7000", payments: [{ bankRow: { transferId: "t9" } }] },
    });
    await step(database, d, actor, "review", "approved", "filed");
    const { table } = await exported(database, folder, d.caseId);
    expect(table("2-calculation/claims.csv")[0]).toMatchObject({ filed_asked: "70,00" });
    // The payment is taken back after the filing: what was filed of debt and penalty stays.
    const { penalty, payments } = await ledgerOfClaim(queries, d);
    const entry = { ...d, payment: payments[0]?.id ?? "" };
    expect(await cancelPayment(queries, entry, "A mistake", actor)).toMatchObject({
      ...{ outstanding: "6950", penalty: { ...penalty, paid: "0", outstanding: penalty.due } },
    });
    expect(await dossierOf(database, d)).toMatchObject({
      ...{ asked: 7_000n, askedByData: 6_950n, penalty: { amount: BigInt(penalty.due) } },
    });
    const { table: without } = await exported(database, folder, d.caseId);
    expect(without("2-calculation/claims.csv")[0]).toMatchObject({
      ...{ penalty_off: "0,50", penalty_off_gone: "0,50", filed_asked: "70,00" },
    });
    // All that was filed is paid; the payment still finds its place by its own day.
    const rest = { penalty: penalty.due, day: "2026-06-01", receipt: "13" };
    await recordPayment(queries, d, paid(penalty.due, rest), actor);
    const again = await recordPayment(queries, d, paid("50", fine), actor);
    expect(again.penalty).toMatchObject({ due: penalty.due, outstanding: "0" });
    await exported(database, folder, d.caseId);
  });

  it("of blocked money that a row shows are returned, and not recovered beside it", async () => {
    const { queries } = database;
    const d = await loss();
    await step(database, d, actor, "review", "approved", "filed");
    await put(database, "row", [["t9", "D", "V", "30.00", 60]]);
    const recovered = () => recoveredWithin(queries, { from: null, until: null });
    expect(await recovered()).toEqual([{ currency: "KZT", amount: "3000" }]);
    const block = { kind: "block", ...near, amount: "3000", transfer: "t1" } as const;
    const made = await recordMeasure(queries, block, actor);
    const back = { kind: "return", ...near, amount: "3000", block: made.id } as const;
    await recordMeasure(queries, back, actor);
    expect(await recovered()).toEqual([]);
    expect(await ledgerOfClaim(queries, d)).toMatchObject({
      ...{
        recovered: "3000",
        outstanding: "7000",
        payments: [{ bankRow: { transferId: "t9" }, measure: true }],
      },
    });
    await exported(database, folder, d.caseId);
  });
});

const amounts = async (caseId: string) =>
  (await claimsOfCase(database.queries, caseId))
    .filter(({ status }) => status !== "withdrawn")
    .map(({ lines }) => lines.map((line) => line.amount));
const back = [["t9", "D", "V", "30.00", 60]] as const;

it("a return that is entered, or struck out, reworks the draft whose row it takes over, at once", async () => {
  const d = await loss();
  await put(database, "row", back);
  await reworkDrafts(database, d.caseId, actor);
  const lines = async () => (await amounts(d.caseId))[0];
  expect(await lines()).toEqual([10_000n, -3_000n]);
  const { record, cancel } = measuresHandlers({ database, askedInReport });
  const asker = { login: "tester", role: "head", hidden: { cases: new Map(), reports: new Map() } };
  const asked = (one: object) => ({ asker, ...one }) as never;
  const enter = async (entry: object) =>
    (await record(asked({ body: { ...near, amount: "3000", ...entry } }))) as Measure;
  const { id: block } = await enter({ kind: "block", transfer: "t1" });
  const { id, version } = await enter({ kind: "return", block });
  expect(await lines()).toEqual([10_000n]);
  await cancel(asked({ params: { id }, body: { version, reason: "A mistake" } }));
  expect(await lines()).toEqual([10_000n, -3_000n]);
});

describe("a payment on a withdrawn claim that a bank's row shows", () => {
  for (const first of ["the row", "the withdrawal", "the next claim"])
    it(`is taken off no line of the next claim, where ${first} comes first`, async () => {
      const { queries } = database;
      const d = await loss();
      await step(database, d, actor, "review", "approved", "filed");
      await recordPayment(queries, d, paid("3000"), actor);
      const opens = async () => {
        await step(database, d, actor, "withdrawn");
        if (first !== "the withdrawal") await openClaims(queries, d.caseId, actor);
      };
      if (first === "the next claim") await opens();
      await put(database, "late", back);
      if (first !== "the next claim") await opens();
      await openClaims(queries, d.caseId, actor);
      await reworkDrafts(database, d.caseId, actor);
      expect(await amounts(d.caseId)).toEqual([[10_000n]]);
      const next = (await claimsOfCase(queries, d.caseId)).find((one) => one.status === "draft");
      const at = { caseId: d.caseId, claim: next?.id ?? "" };
      expect(await ledgerOfClaim(queries, at)).toMatchObject({
        ...{ recovered: "3000", outstanding: "7000" },
      });
      // The dropper's payment restarts the limitation, by its own day and not by that of its row.
      const due = await deadlines(database, Date.parse("2029-03-01T00:00:00Z"));
      expect(due.map(({ kind, day }) => [kind, day])).toEqual([["limitation", "2029-03-06"]]);
      await step(database, at, actor, "review", "approved", "filed");
      await exported(database, folder, d.caseId);
    });

  it("pays no other claim of the two", async () => {
    const { queries } = database;
    const d = await loss();
    await step(database, d, actor, "review", "approved", "filed");
    await put(database, "other", [["t2", "V", "D", "50.00", 5]], [reported("R2", "V", "t2")]);
    const second = (await openCase(queries, { title: "Other", reports: ["R2"] }, actor)).id;
    await openClaims(queries, second, actor);
    await recordPayment(queries, d, paid("3000"), actor);
    await put(database, "late", back);
    await step(database, d, actor, "withdrawn");
    await reworkDrafts(database, second, actor);
    expect(await amounts(second)).toEqual([[5_000n]]);
  });
});

/**
 * V pays D 2,000.02 dollars and 1,000,000 tenge; both claims are approved, at 540; or one only.
 */
async function dollars(only?: "USD") {
  await emptyDatabase(database);
  const rows = [
    ["u1", "V", "D", "2000.02", 0, "USD"],
    ["k1", "V", "D", "1000000.00", 1],
  ] as const;
  await put(database, "both", rows, [reported("R1", "V", "u1"), reported("R2", "V", "k1")]);
  const { queries } = database;
  const caseId = (await openCase(queries, { title: "Dollars", reports: ["R1", "R2"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const all = await claimsOfCase(queries, caseId);
  const of = (currency: string) => ({
    caseId,
    claim: all.find((one) => one.currency === currency)?.id ?? "",
  });
  const [usd, kzt] = [of("USD"), of("KZT")];
  const rate = { rate: "540,00", day: "2026-03-05", source: "Ұлттық Банк" };
  await saveDossier(database, usd, { ...NO_FIELDS, rate }, actor);
  for (const at of only ? [usd] : [usd, kzt]) await step(database, at, actor, "review", "approved");
  const tenge = (amount: string, more = {}) => ({ ...rate, amount, ...more });
  const pay = (amount: string, more = {}) =>
    recordPayment(queries, usd, paid("0", { amount: null, tenge: tenge(amount), ...more }), actor);
  return { usd, kzt, tenge, pay };
}

describe("a payment in tenge on a claim in dollars", () => {
  it("keeps both sums; the whole price settles the claim exactly, in parts too", async () => {
    const { queries } = database;
    const { usd, pay, tenge } = await dollars();
    expect(await pay("50000000")).toMatchObject({
      outstanding: "107409",
      payments: [
        { amount: "92593", tenge: { amount: "50000000", rate: "540.00", source: "Ұлттық Банк" } },
      ],
    });
    await step(database, usd, actor, "filed");
    await expect(pay("100000000")).rejects.toMatchObject({
      code: "payment-above-tenge",
      params: { paid: "1851.85 USD", amount: "1074.09 USD" },
    });
    await expect(recordPayment(queries, usd, paid("50000000"), actor)).rejects.toMatchObject({
      code: "payment-above-currency",
    });
    await expect(pay("1000000", { amount: "1900" })).rejects.toMatchObject({
      code: "payment-rate-sum",
      params: { proposed: "18.51 USD" },
    });
    for (const wrong of [{ rate: "0" }, { source: "\u200b" }, { day: "2026-06-02" }])
      await expect(pay("1", { tenge: tenge("100", wrong) })).rejects.toMatchObject({
        code: "payment-rate",
      });
    const { table } = await exported(database, folder, usd.caseId);
    const [row] = table("2-calculation/payments.csv");
    expect(row).toMatchObject({ paid: "925,93", tenge: "500000,00", rate: "540,00" });
    const how = { kinds: ["calculation" as const], formats: ["docx" as const], by: "tester" };
    for (const [language, said] of [
      ["ru", "получено 500 000,00 тенге по курсу 540,00 тенге за 1 USD на"],
      ["kk", "1 USD үшін 540,00 теңге, 500 000,00 теңге түсті; бағамның көзі: Ұлттық Банк"],
    ] as const) {
      const made = await papersOfCase(database, usd.caseId, {
        ...{ ...how, language, claims: [usd.claim] },
      });
      const zip = new PizZip(made.get(usd.claim)?.[0]?.body ?? "");
      const text = zip.file("word/document.xml")?.asText() ?? "";
      expect(text.replace(/<[^>]+>/g, "").replaceAll("\u00a0", " ")).toContain(said);
    }
    await pay("20000000");
    expect(await pay("38001080")).toMatchObject({ outstanding: "0" });
    expect(await recoveredWithin(queries, { from: null, until: null })).toEqual([
      { currency: "USD", amount: "200002" },
    ]);
  });

  it("and the bank's row of it in tenge are one payment, in either order", async () => {
    const { queries } = database;
    const { usd, kzt, pay, tenge } = await dollars();
    await pay("5400000");
    await put(database, "row", [["b1", "D", "V", "54000.00", 60 * 24]]);
    expect(await ledgerOfClaim(queries, kzt)).toMatchObject({ recovered: "0" });
    const { payments } = await ledgerOfClaim(queries, usd);
    expect(payments).toMatchObject([{ amount: "10000", bankRow: { transferId: "b1" } }]);
    await exported(database, folder, usd.caseId);
    await cancelPayment(queries, { ...usd, payment: payments[0]?.id ?? "" }, "a mistake", actor);
    expect(await ledgerOfClaim(queries, kzt)).toMatchObject({ recovered: "5400000" });
    await expect(pay("5400000")).rejects.toMatchObject({ code: "payment-in-data" });
    expect(await pay("5400000", { apart: "two receipts" })).toMatchObject({ recovered: "10000" });
    const rated = paid("100", { tenge: tenge("100") });
    await expect(recordPayment(queries, kzt, rated, actor)).rejects.toMatchObject({
      code: "payment-no-rate-needed",
    });
  });

  it("and the bank's row of it leave a draft in tenge as it is", async () => {
    const { usd, kzt, pay } = await dollars("USD");
    await pay("5400000");
    await put(database, "row", [["b1", "D", "V", "54000.00", 60 * 24]]);
    for (const _again of [1, 2]) {
      await reworkDrafts(database, usd.caseId, actor);
      const draft = (await claimsOfCase(database.queries, usd.caseId)).find(
        ({ id }) => id === kzt.claim,
      );
      expect(draft?.lines.map(({ amount }) => amount)).toEqual([100_000_000n]);
    }
  });
});
