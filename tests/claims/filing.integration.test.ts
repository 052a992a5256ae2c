import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StepFacts } from "../../contract/claim-steps.ts";
import type { PaperKind } from "../../contract/papers.ts";
import { nothing } from "../../graph-queries/row-values.ts";
import { openCase } from "../../server/cases/cases.store.ts";
import { dossierOf } from "../../server/claims/claim-dossiers.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { keepOldFilings } from "../../server/claims/filing.store.ts";
import { ledgerOfClaim, recordPayment, setPlan } from "../../server/claims/payments.store.ts";
import { penaltyOfClaim } from "../../server/claims/penalty.store.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import { NO_FIELDS, saveDossier } from "../../server/dossier/dossier.store.ts";
import { peopleOfCase, savePerson } from "../../server/dossier/people.store.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import { writtenDay } from "../../server/evidence/words/dates.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { dayOf, dayText } from "../../server/time/day.ts";
import { factsOn, step } from "../support/claim-steps.ts";
import { docxText } from "../support/docx-text.ts";
import { exported, put, reported, actor as start } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";
import { writPaid } from "../support/writ-paid.ts";

/** What was filed stays; money that becomes known later changes what is outstanding. */

/** After all transfers of the tests. */
const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
const later = { ...actor, at: Date.parse("2026-06-20T00:00:00Z") };
let database: Database;
let folder: string;
let at: { caseId: string; claim: string };

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-filing-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** V paid D 100; D paid 30 back before the claim was filed on 1 June. */
beforeEach(async () => {
  await emptyDatabase(database);
  await put(database, "stolen", [["t1", "V", "D", "100.00", 0]], [reported("R1", "V", "t1")]);
  const { queries } = database;
  const caseId = (await openCase(queries, { title: "Filed", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const [claim] = await claimsOfCase(queries, caseId);
  at = { caseId, claim: claim?.id ?? "" };
  await step(database, at, actor, "review", "approved", "demand");
  await recordPayment(queries, at, paid("3000", "2026-05-01", "first"), actor);
  await step(database, at, actor, "filed");
});

const paid = (amount: string, day: string, receipt: string) => ({
  ...{ day, amount, receipt, source: "dropper" as const },
});

/** The words of a paper of the claim, made now. */
async function paper(kind: PaperKind): Promise<string> {
  const options = { kinds: [kind], language: "ru", formats: ["docx"], by: "tester" } as const;
  const made = await papersOfCase(database, at.caseId, { ...options, claims: [at.claim] });
  return docxText(made.get(at.claim)?.[0]?.body ?? Buffer.of());
}

describe("a claim that was filed", () => {
  it("keeps what the court was asked for when earlier money becomes known; the page is told both", async () => {
    const { queries } = database;
    const before = await dossierOf(database, at);
    expect(before).toMatchObject({ asked: 7000n, askedByData: 7000n, price: 7000n });
    await expect(paper("claim-reduction")).rejects.toMatchObject({ code: "paper-not-reduced" });
    await recordPayment(queries, at, paid("1000", "2026-05-10", "late"), later);
    await put(database, "back", [["t9", "D", "V", "5.00", 60]]);
    expect(await ledgerOfClaim(queries, at)).toMatchObject({ outstanding: "5500" });
    const after = await dossierOf(database, at);
    expect(after).toMatchObject({ asked: 7000n, askedByData: 5500n, price: 7000n });
    expect(after.fee).toEqual(before.fee);
  });

  it("keeps its statement, calculation and list; newer letters follow today's ledger", async () => {
    await recordPayment(database.queries, at, paid("1000", "2026-05-10", "late"), later);
    for (const kind of ["claim-statement", "calculation", "transfers-list"] as const) {
      const text = await paper(kind);
      expect(text, kind).toContain("по состоянию на 01.06.2026");
      expect(text, kind).toContain("Возвращено: 30,00 тенге");
      expect(text, kind).toContain("Остаток: 70,00 тенге");
      expect(text, kind).not.toMatch(/late|40,00|60,00/);
    }
    const today = `по состоянию на ${writtenDay(dayText(dayOf(Date.now())))}`;
    for (const kind of ["freeze-request", "return-notice"] as const) {
      const text = await paper(kind);
      expect(text, kind).toContain(today);
      expect(text, kind).toMatch(/озвращено: 40,00|Возвращено потерпевшему: 40,00/);
      expect(text, kind).toContain("60,00 тенге");
      expect(text, kind).not.toMatch(/30,00|70,00/);
    }
    // Paid in full, the paper in the court's file can still be made.
    await recordPayment(database.queries, at, paid("6000", "2026-06-19", "last"), later);
    expect(await paper("claim-statement")).toContain("Цена иска: 70,00");
    const { table } = await exported(database, folder, at.caseId);
    expect(table("2-calculation/claims.csv")[0]).toMatchObject({ outstanding: "0,00" });
  });

  it("keeps the words of its papers; an older filing has those that were approved", async () => {
    const { queries } = database;
    const change = async (court: string, name: string) => {
      const fields = { ...NO_FIELDS, court, circumstances: "Иные обстоятельства." };
      await saveDossier(database, at, fields, later);
      const { proposed } = await peopleOfCase(queries, at.caseId);
      const victim = proposed.find(({ role }) => role === "victim");
      if (victim === undefined) throw new Error("no victim is proposed");
      const person = { ...victim, name, address: "г. Астана" };
      await savePerson(queries, at.caseId, { id: null, person }, later);
    };
    const filed = await paper("claim-statement");
    await change("Другой суд", "Новое Имя");
    expect(await paper("claim-statement")).toBe(filed);
    expect(await paper("demand")).toContain("Новое Имя");
    // As an older version kept it: no words.
    await queries.transaction((transaction) =>
      transaction.run("support/forget-filings-for-tests", {}, nothing),
    );
    expect(await keepOldFilings(database, later.at)).toBe(1);
    expect(await paper("claim-statement")).toBe(filed);
  });

  it("and returned by the court is prepared anew, with the sums of today", async () => {
    const facts = factsOn("returned", later.at);
    const step = { status: "returned" as const, facts, reason: "no receipt of the fee" };
    await takeStep(database, at, step, { ...later, role: "head" });
    await recordPayment(database.queries, at, paid("6000", "2026-06-19", "since"), later);
    expect(await dossierOf(database, at)).toMatchObject({
      ...{ asked: 1000n, askedByData: 1000n, price: 1000n, filedOn: null, filing: null },
    });
    const text = await paper("claim-statement");
    expect(text).toContain("Цена иска: 10,00");
    // Of that day is the demand, too; the sums are not.
    expect(text).not.toContain("состоянию на 01.06.2026");
    expect(text).toContain("направлена ответчику 01.06.2026");
    // The package and its own check follow.
    const { table } = await exported(database, folder, at.caseId);
    expect(table("2-calculation/claims.csv")[0]).toMatchObject({ outstanding: "10,00" });
  });

  it("is judged by what was asked, whatever became known since", async () => {
    await recordPayment(database.queries, at, paid("1000", "2026-05-10", "late"), later);
    const judged = (sum: string, reason: string | null = null) => {
      const facts = { ...factsOn("judgment", later.at), outcome: "granted" as const, sum };
      const wanted = { status: "judgment" as const, facts, reason };
      return takeStep(database, at, wanted, { ...later, role: "head" });
    };
    // Granted is what was owed on the day of the judgment, not what was asked before.
    await expect(judged("7000")).rejects.toMatchObject({
      code: "claim-step-granted",
      params: { sum: "60.00 KZT" },
    });
    await judged("6000");
    expect(await ledgerOfClaim(database.queries, at)).toMatchObject({ outstanding: "6000" });
    // A court that knew nothing of the thousand gave all; no more is owed than was lost.
    await step(database, at, later, "filed");
    await judged("7000", "The court did not know of the payment.");
    expect(await ledgerOfClaim(database.queries, at)).toMatchObject({
      outstanding: "6000",
      awarded: { sum: "7000" },
    });
    await exported(database, folder, at.caseId);
  });

  it("and withdrawn still says what the victim lost and got back", async () => {
    const over = { status: "withdrawn" as const, reason: "She took it back" };
    await takeStep(database, at, over, { ...later, role: "head" });
    expect(await ledgerOfClaim(database.queries, at)).toMatchObject({
      loss: "10000",
      recovered: "3000",
      outstanding: "0",
    });
  });

  it("of an older version is given its facts once, and says when they were worked out", async () => {
    await database.queries.transaction((transaction) =>
      transaction.run("support/forget-filings-for-tests", {}, nothing),
    );
    expect(await keepOldFilings(database, later.at)).toBe(1);
    await recordPayment(database.queries, at, paid("1000", "2026-05-10", "late"), later);
    expect(await dossierOf(database, at)).toMatchObject({
      asked: 7000n,
      askedByData: 6000n,
      filing: { workedOutAt: later.at, price: 7000n },
    });
    expect(await keepOldFilings(database, later.at)).toBe(0);
  });
});

describe("the penalty of article 353", () => {
  const terms = { from: "2026-03-10", until: "2026-05-31", rateDay: "2026-05-31" };
  /** 100 for 53 days, then 70 for 30 days, at 18 % a year: 2.61 + 1.04. */
  const SPANS = [
    { from: "2026-03-10", until: "2026-05-01", days: 53, principal: 10_000n, penalty: 261n },
    { from: "2026-05-02", until: "2026-05-31", days: 30, principal: 7_000n, penalty: 104n },
  ];

  const write = (penalty: typeof terms | null) =>
    saveDossier(database, at, { ...NO_FIELDS, penalty }, { by: "assistant", at: later.at });
  const take = (status: "demand" | "filed" | "judgment", change: StepFacts = {}, who = actor) => {
    const facts = { ...factsOn(status, who.at), ...change };
    return takeStep(database, at, { status, facts, reason: "said" }, { ...who, role: "head" });
  };

  /** The same claim before it is filed, with the penalty asked for. */
  async function asking(penalty = terms) {
    await emptyDatabase(database);
    await put(database, "stolen", [["t1", "V", "D", "100.00", 0]], [reported("R1", "V", "t1")]);
    const { queries } = database;
    const caseId = (await openCase(queries, { title: "Penalty", reports: ["R1"] }, actor)).id;
    await openClaims(queries, caseId, actor);
    const [claim] = await claimsOfCase(queries, caseId);
    at = { caseId, claim: claim?.id ?? "" };
    await write(penalty);
    await step(database, at, actor, "review", "approved", "demand");
    await recordPayment(queries, at, paid("3000", "2026-05-01", "first"), actor);
  }

  it("is asked in price, fee, statement and calculation once a person decides so", async () => {
    await asking();
    const dossier = await dossierOf(database, at);
    expect(dossier.penalty).toMatchObject({ amount: 365n, spans: SPANS });
    expect(dossier).toMatchObject({ asked: 7_000n, price: 7_365n });
    expect(dossier.readiness.find((one) => one.code === "penalty")).toMatchObject({
      state: "there",
    });
    const statement = await paper("claim-statement");
    expect(statement).toContain("Цена иска: 73,65 тенге");
    expect(statement).toContain("неустойка с 10.03.2026 по 31.05.2026: 3,65 тенге");
    expect(statement).toContain("взыскать с ответчика в пользу истца неустойку 3,65 тенге");
    expect(statement).not.toContain("не включена");
    const calculation = await paper("calculation");
    expect(calculation).toMatch(
      /10\.03\.2026[\s|]+01\.05\.2026[\s|]+53[\s|]+100,00 тенге[\s|]+18 %[\s|]+2,61 тенге/,
    );
    expect(calculation).toMatch(
      /02\.05\.2026[\s|]+31\.05\.2026[\s|]+30[\s|]+70,00 тенге[\s|]+18 %[\s|]+1,04 тенге/,
    );
    expect(calculation).toContain("Вместе с остатком: 73,65 тенге");
    const { table } = await exported(database, folder, at.caseId);
    expect(table("2-calculation/penalty.csv")).toMatchObject([
      { claim_id: at.claim, days: "53", principal: "100,00", rate: "18,00", penalty: "2,61" },
      { claim_id: at.claim, days: "30", principal: "70,00", rate: "18,00", penalty: "1,04" },
    ]);
  });

  it("stays as it was filed, and is not asked for days after the filing", async () => {
    await asking({ ...terms, until: "2026-06-10" });
    await expect(take("filed")).rejects.toMatchObject({ code: "penalty-after-filing" });
    // Other days are other money: a second person approves it again.
    await write(terms);
    const refused = { code: "step-price-changed", params: { parts: "penalty" } };
    await expect(take("filed")).rejects.toMatchObject(refused);
    await step(database, at, actor, "approved", "draft", "review", "approved");
    await write(null);
    await expect(take("demand")).rejects.toMatchObject(refused);
    await write(terms);
    await step(database, at, actor, "demand", "filed");
    await recordPayment(database.queries, at, paid("1000", "2026-05-10", "late"), later);
    const dossier = await dossierOf(database, at);
    expect(dossier).toMatchObject({
      ...{ asked: 7_000n, askedByData: 6_000n, price: 7_365n },
      ...{ penaltyByData: 354n, priceByData: 6_354n },
    });
    expect(dossier.penalty).toMatchObject({ amount: 365n, spans: SPANS });
    expect(await paper("claim-statement")).toContain("Цена иска: 73,65 тенге");
    const reduced = /late.*с 70,00 тенге до 60,00 .*с 3,65 тенге до 3,54 .*иска 63,54 тенге/s;
    expect(await paper("claim-reduction")).toMatch(reduced);
    await exported(database, folder, at.caseId);
    // By the data of today less is owed: 2.61 + 0.31 + 0.62.
    const today = await penaltyOfClaim(database, at, terms);
    expect(today.penalty).toBe("354");

    // The judgment keeps debt and penalty apart, and so do ledger and package.
    const judged = (sums: { sum: string; penalty?: string }) => {
      const facts = { ...factsOn("judgment", later.at), outcome: "granted" as const, ...sums };
      const step = { status: "judgment" as const, facts, reason: "read out" };
      return takeStep(database, at, step, { ...later, role: "head" });
    };
    await expect(judged({ sum: "7365" })).rejects.toMatchObject({
      code: "claim-step-with-penalty",
      params: { debt: "60.00 KZT", penalty: "3.65 KZT" },
    });
    await judged({ sum: "6000", penalty: "365" });
    expect(await ledgerOfClaim(database.queries, at)).toMatchObject({
      outstanding: "6000",
      awarded: { sum: "6000", penalty: "365", together: "6365", refused: "0" },
    });
    const { table } = await exported(database, folder, at.caseId);
    expect(table("2-calculation/claims.csv")[0]).toMatchObject({
      outstanding: "60,00",
      awarded: "60,00",
      awarded_penalty: "3,65",
    });
    await writPaid(database, at, later);
    const { table: written } = await exported(database, folder, at.caseId);
    const sums = { penalty_due: "3,65", penalty_paid: "3,65", penalty_outstanding: "0,00" };
    expect(written("2-calculation/claims.csv")[0]).toMatchObject({ outstanding: "0,00", ...sums });
    expect(written("2-calculation/payments.csv").map((one) => [one.paid, one.penalty])).toEqual([
      ...[
        ["30,00", ""],
        ["10,00", ""],
        ["0,35", "0,65"],
        ["59,65", "0,05"],
        ["0,00", "2,95"],
      ],
    ]);
  });

  it("of another rate is not filed again on the old approval after a return", async () => {
    await asking();
    await step(database, at, actor, "filed", "returned");
    await write({ ...terms, rateDay: "2025-10-01" });
    const refused = { code: "step-price-changed", params: { parts: "penalty" } };
    await expect(take("filed")).rejects.toMatchObject(refused);
    // Another day of the same rate asks for the same money.
    await write({ ...terms, rateDay: "2026-03-10" });
    await step(database, at, actor, "filed");
  });

  it("is asked for less what was paid of it, when the claim is filed again", async () => {
    await asking();
    await step(database, at, actor, "filed");
    const part = { ...paid("65", "2026-06-01", "penalty"), penalty: "65" };
    await recordPayment(database.queries, at, part, actor);
    const plan = (amount: string) =>
      setPlan(database.queries, at, [{ day: "2026-07-01", amount }], actor);
    expect((await plan("7300")).plan).toEqual([{ day: "2026-07-01", amount: "7300" }]);
    await expect(plan("7301")).rejects.toMatchObject({ code: "payment-above" });
    await step(database, at, actor, "returned", "filed");
    const dossier = await dossierOf(database, at);
    expect(dossier).toMatchObject({ price: 7_300n, penalty: { amount: 300n, paid: 65n } });
    expect(dossier.filing?.penalty).toMatchObject({ amount: 300n, paid: 65n });
    const { penalty } = await ledgerOfClaim(database.queries, at);
    expect(penalty).toEqual({ due: "300", paid: "65", outstanding: "300" });
    const { table } = await exported(database, folder, at.caseId);
    expect(table("2-calculation/claims.csv")[0]).toMatchObject({
      ...{ penalty_off: "0,65", penalty_due: "3,00", penalty_paid: "0,65" },
      ...{ penalty_outstanding: "3,00", filed_penalty: "3,00" },
    });
    const said = "3,65 тенге (три тенге 65 тиын). Из неё уже уплачено 0,65 тенге";
    expect(await paper("claim-statement")).toContain(said);
    expect(await paper("calculation")).toContain("Осталось взыскать неустойку: 3,00 тенге");
  });

  it("may be given alone, where the debt was paid during the suit", async () => {
    await asking();
    await step(database, at, actor, "filed");
    await recordPayment(database.queries, at, paid("7000", "2026-06-10", "rest"), later);
    const only = { outcome: "in-part", sum: "0" } as const;
    await expect(take("judgment", only, later)).rejects.toMatchObject({ code: "claim-step-sum" });
    await take("judgment", { ...only, penalty: "200" }, later);
    const ledger = {
      outstanding: "0",
      awarded: { sum: "0", penalty: "200", together: "200", refused: "0" },
    };
    expect(await ledgerOfClaim(database.queries, at)).toMatchObject(ledger);
    // The package agrees with its own recomputation, else it would not be made.
    const { table } = await exported(database, folder, at.caseId);
    expect(table("2-calculation/claims.csv")[0]).toMatchObject({
      outstanding: "0,00",
      awarded: "0,00",
      awarded_penalty: "2,00",
    });
    await step(database, at, later, "in-force", "enforcement");
    expect(await ledgerOfClaim(database.queries, at)).toMatchObject(ledger);
  });

  it("and the claim are asked of nobody once all was paid back", async () => {
    await asking();
    await step(database, at, actor, "approved");
    await recordPayment(database.queries, at, paid("7000", "2026-05-20", "rest"), actor);
    for (const status of ["demand", "filed"] as const)
      await expect(take(status)).rejects.toMatchObject({ code: "claim-paid" });
    expect((await claimsOfCase(database.queries, at.caseId))[0]?.status).toBe("approved");
    // A demand that was made earlier asked for what was owed then.
    await take("demand", { day: "2026-05-19" });
    await step(database, at, actor, "recovered");
  });

  it("is asked only for days that have been, at rates that are known", async () => {
    const ask = (penalty: typeof terms) =>
      saveDossier(database, at, { ...NO_FIELDS, penalty }, { by: "assistant", at: actor.at });
    for (const [change, code] of [
      [{ until: "2026-06-30" }, "penalty-to-come"],
      [{ from: "2026-06-01" }, "penalty-terms"],
      [{ rateDay: "2001-01-01" }, "penalty-rate-unknown"],
    ] as const)
      await expect(ask({ ...terms, ...change })).rejects.toMatchObject({ code });
  });
});
