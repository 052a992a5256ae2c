import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import PizZip from "pizzip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isClaimed } from "../../contract/claim-steps.ts";
import { paymentSource } from "../../contract/ledger.ts";
import { addAccounts, listCases, openCase } from "../../server/cases/cases.store.ts";
import { dossierOf } from "../../server/claims/claim-dossiers.store.ts";
import { claimsOfCase, listClaims, moveClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { setJoint } from "../../server/claims/joint.store.ts";
import {
  cancelPayment,
  ledgerOfClaim,
  recordPayment,
  setPlan,
} from "../../server/claims/payments.store.ts";
import { recoveredOfCase } from "../../server/claims/recovered.store.ts";
import { reworkAllDrafts } from "../../server/claims/rework.store.ts";
import { standingSteps } from "../../server/claims/steps.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import { claimsToday } from "../../server/claims/today.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import { peopleOfCase } from "../../server/dossier/people.store.ts";
import { isUserError } from "../../server/errors/user-error.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import { recordMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { deadlines } from "../../server/overview/deadlines.store.ts";
import { summary } from "../../server/overview/overview.store.ts";
import { factsOn, step } from "../support/claim-steps.ts";
import { exported, put, reported, actor as start, takeOut } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

/** After all transfers of the tests. */
const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
const DAY = "2026-05-01";
let database: Database;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-ledger-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** V pays D 100 and D2 30; D passes 60 on to E. One case claims directly, one by a rule. */
async function losses() {
  await emptyDatabase(database);
  const rows = [
    ["t1", "V", "D", "100.00", 0],
    ["t2", "D", "E", "60.00", 5],
    ["t3", "V", "D2", "30.00", 9],
  ] as const;
  await put(database, "stolen", rows, [reported("R1", "V", "t1"), reported("R2", "V", "t3")]);
  const { queries } = database;
  const wanted = { title: "Loss", reports: ["R1", "R2"] };
  const direct = (await openCase(queries, wanted, actor)).id;
  await openClaims(queries, direct, actor);
  const further = (await openCase(queries, wanted, actor)).id;
  await addAccounts(queries, further, ["E"], actor);
  await openTracedClaims(database, further, "fifo", actor);
  return { direct, further };
}

const claimAt = async (caseId: string, account: string) => {
  const found = (await claimsOfCase(database.queries, caseId)).find((one) =>
    one.defendant.accounts.includes(account),
  );
  return { caseId, claim: found?.id ?? "" };
};
const paid = (amount: string, more: object = {}) => ({
  day: DAY,
  amount,
  source: "dropper" as const,
  receipt: "12",
  ...more,
});

describe("a judgment after a part payment", () => {
  it("gives at most what the court was asked for, all of it is no part, and pays from its day on", async () => {
    const { queries } = database;
    const { direct } = await losses();
    const d = await claimAt(direct, "D");
    await step(database, d, actor, "review", "approved");
    await recordPayment(queries, d, paid("3000"), actor);
    await step(database, d, actor, "filed");
    const judged = (outcome: "granted" | "in-part", sum: string) =>
      takeStep(
        database,
        d,
        {
          status: "judgment",
          reason: "said in a sentence",
          facts: { ...factsOn("judgment", actor.at), outcome, sum },
        },
        { ...actor, role: "head" },
      ).then(
        () => "taken",
        (error: { code?: string }) => error.code,
      );
    expect(await judged("granted", "10000")).toBe("claim-step-sum");
    expect(await judged("in-part", "7000")).toBe("claim-step-outcome");
    expect(await judged("granted", "7000")).toBe("taken");
    const early = { source: "judgment", day: "2026-05-31" } as const;
    await expect(recordPayment(queries, d, paid("100", early), actor)).rejects.toMatchObject({
      code: "payment-source",
    });
    const later = { source: "judgment", day: "2026-06-01" } as const;
    await recordPayment(queries, d, paid("100", later), actor);
    expect(await ledgerOfClaim(queries, d)).toMatchObject({ outstanding: "6900" });
  });
});

describe("payments on a loss", () => {
  it("are taken off every claim for it, across cases and sources, and never above it", async () => {
    const { queries } = database;
    const { direct, further } = await losses();
    const [d, e] = [await claimAt(direct, "D"), await claimAt(further, "E")];
    await expect(recordPayment(queries, d, paid("1"), actor)).rejects.toMatchObject({
      code: "payment-status",
    });
    for (const at of [d, e]) await step(database, at, actor, "review", "approved", "filed");
    const unread = paid("6000", { receipt: " \u200b" });
    await expect(recordPayment(queries, e, unread, actor)).rejects.toMatchObject({
      code: "payment-needs-receipt",
    });
    await recordPayment(queries, e, paid("6000"), actor);
    expect(await ledgerOfClaim(queries, d)).toMatchObject({
      loss: "10000",
      recovered: "6000",
      outstanding: "4000",
      alternatives: [e.claim],
      payments: [],
    });
    expect(await ledgerOfClaim(queries, e)).toMatchObject({ outstanding: "0" });
    await expect(recordPayment(queries, e, paid("1"), actor)).rejects.toMatchObject({
      code: "payment-above",
      status: 409,
    });
    const bank = paid("2500", { source: "bank" });
    const { payments, outstanding } = await recordPayment(queries, d, bank, actor);
    expect([outstanding, payments.map((one) => one.source)]).toEqual(["1500", ["bank"]]);
    await expect(
      moveClaim(queries, d, { status: "recovered", facts: factsOn("recovered", actor.at) }, actor),
    ).rejects.toMatchObject({
      code: "claim-outstanding",
    });
    await recordPayment(queries, d, paid("1500"), actor);
    const done = await moveClaim(
      queries,
      d,
      { status: "recovered", facts: factsOn("recovered", actor.at) },
      actor,
    );
    expect(done.status).toBe("recovered");
    const [first] = (await ledgerOfClaim(queries, e)).payments;
    const taken = cancelPayment(queries, { ...e, payment: first?.id ?? "" }, "a mistake", actor);
    await expect(taken).rejects.toMatchObject({ code: "payment-settled" });
    expect(await summary(queries, {})).toMatchObject({
      recovered: [{ currency: "KZT", amount: "10000" }],
    });
    const { table } = await exported(database, folder, direct);
    expect(table("2-calculation/payments.csv").map((row) => [row.paid, row.source])).toEqual([
      ["25,00", "bank"],
      ["15,00", "dropper"],
    ]);
    const claims = table("2-calculation/claims.csv");
    expect(claims.find((row) => row.claim_id === d.claim)?.alternative_to).toBe(e.claim);
  });

  it("of two people at once one succeeds, and both together are never above the loss", async () => {
    const { queries } = database;
    const { direct, further } = await losses();
    const [d, e] = [await claimAt(direct, "D"), await claimAt(further, "E")];
    for (const at of [d, e]) await step(database, at, actor, "review", "approved", "filed");
    const both = await Promise.allSettled([
      recordPayment(queries, d, paid("10000"), actor),
      recordPayment(queries, e, paid("6000"), actor),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("lower the price of a claim that is not filed yet; one in court keeps the price of its day", async () => {
    const { queries } = database;
    const { direct } = await losses();
    const d = await claimAt(direct, "D");
    await step(database, d, actor, "review", "approved", "demand");
    await setPlan(queries, d, [{ day: "2026-07-01", amount: "10000" }], actor);
    await recordPayment(queries, d, paid("4000"), actor);
    expect(await dossierOf(database, d)).toMatchObject({ price: 6000n, filedOn: null });
    // The term of the demand and the part of the plan that is left have their days on Today.
    const due = await deadlines(database, actor.at);
    expect(due.map((one) => [one.kind, one.day, one.sum?.amount ?? null])).toEqual([
      ["demand-term", "2026-06-11", null],
      ["instalment", "2026-07-01", "6000"],
    ]);
    await step(database, d, actor, "filed");
    const later = { ...actor, at: Date.parse("2026-06-20T00:00:00Z") };
    await recordPayment(queries, d, paid("1000", { day: "2026-06-15" }), later);
    expect(await ledgerOfClaim(queries, d)).toMatchObject({ outstanding: "5000" });
    expect(await dossierOf(database, d)).toMatchObject({
      price: 6000n,
      asked: 6000n,
      sum: 10000n,
      filedOn: "2026-06-01",
    });
    const paper = await papersOfCase(database, direct, {
      claims: [d.claim],
      kinds: ["claim-statement"],
      language: "ru",
      formats: ["docx"],
      by: "tester",
    });
    const zip = new PizZip(paper.get(d.claim)?.[0]?.body ?? "");
    const text =
      zip
        .file("word/document.xml")
        ?.asText()
        .replace(/<[^>]+>/g, "") ?? "";
    expect(text.includes("Цена иска: 60,00")).toBe(true);
  });

  it("are the bank's rows too: one that is there already is not written down again", async () => {
    const { queries } = database;
    const { direct } = await losses();
    const d = await claimAt(direct, "D");
    await step(database, d, actor, "review", "approved", "filed");
    await put(database, "back", [["t9", "D", "V", "40.00", 60]]);
    const same = paid("4000", { day: "2026-03-06" });
    await expect(recordPayment(queries, d, same, actor)).rejects.toMatchObject({
      ...{ code: "payment-in-data", params: { file: "back.csv", row: "2", transfer: "t9" } },
    });
    // Written down first and loaded later, the rest of the loss bounds both.
    await recordPayment(queries, d, paid("6000"), actor);
    await put(database, "again", [["t10", "D", "V", "60.00", 90]]);
    expect(await ledgerOfClaim(queries, d)).toMatchObject({ recovered: "10000", outstanding: "0" });
  });

  it("are in the package where a late row shows more than was still lost after a return", async () => {
    const { queries } = database;
    const { direct } = await losses();
    const d = await claimAt(direct, "D");
    await step(database, d, actor, "review", "approved", "filed");
    const block = { kind: "block", day: DAY, amount: "10000", transfer: "t1" } as const;
    const made = await recordMeasure(queries, block, actor);
    const back = { kind: "return", day: DAY, amount: "10000", block: made.id } as const;
    await recordMeasure(queries, back, actor);
    await put(database, "late", [["t9", "D", "V", "30.00", 60]]);
    expect(await ledgerOfClaim(queries, d)).toMatchObject({ recovered: "10000", outstanding: "0" });
    const { table } = await exported(database, folder, direct);
    expect(table("2-calculation/payments.csv").map((row) => row.paid)).toEqual(["100,00"]);
  });

  it("by a holder further on lower his claim and the loss behind it, from the draft on", async () => {
    const { direct, further } = await losses();
    const [d, e] = [await claimAt(direct, "D"), await claimAt(further, "E")];
    await put(database, "home", [["t9", "E", "V", "25.00", 60]]);
    const outstanding = async () => {
      const both = [d, e].map((one) => ledgerOfClaim(database.queries, one));
      return (await Promise.all(both)).map((one) => one.outstanding);
    };
    expect(await outstanding()).toEqual(["7500", "3500"]);
    await step(database, e, actor, "review", "approved", "filed");
    expect(await outstanding()).toEqual(["7500", "3500"]);
    const [state] = await claimsToday(database, further);
    expect(state?.repaid.map((one) => one.transfer.id)).toEqual(["t9"]);
    expect(await dossierOf(database, e)).toMatchObject({ asked: 3500n, sum: 6000n });
    const { table } = await exported(database, folder, further);
    expect(table("2-calculation/repayments.csv")[0]).toMatchObject({ repaid: "25,00" });
  });

  it("are taken back with a reason, and a plan divides no more than is outstanding", async () => {
    const { queries } = database;
    const { direct } = await losses();
    const d = await claimAt(direct, "D");
    await step(database, d, actor, "review", "approved", "filed");
    const { payments } = await recordPayment(queries, d, paid("10000"), actor);
    const at = { ...d, payment: payments[0]?.id ?? "" };
    await expect(cancelPayment(queries, at, "\u200b", actor)).rejects.toMatchObject({
      code: "payment-needs-reason",
    });
    const { outstanding } = await cancelPayment(queries, at, "another victim's money", actor);
    expect(outstanding).toBe("10000");
    const plan = [
      { day: "2026-07-01", amount: "4000" },
      { day: "2026-08-01", amount: "6000" },
    ];
    expect((await setPlan(queries, d, plan, actor)).plan).toEqual(plan);
    await expect(setPlan(queries, d, [...plan].reverse(), actor)).rejects.toMatchObject({
      code: "plan-order",
    });
    const more = [{ day: "2026-07-01", amount: "10001" }];
    await expect(setPlan(queries, d, more, actor)).rejects.toMatchObject({ code: "payment-above" });
    // Payments cover the first parts; the plan is never above what is outstanding, and ends with
    // it.
    const left = [{ day: "2026-08-01", amount: "5500" }];
    expect((await recordPayment(queries, d, paid("4500"), actor)).plan).toEqual(left);
    const whole = await recordPayment(queries, d, paid("5500"), actor);
    expect([whole.outstanding, whole.plan]).toEqual(["0", []]);
    const last = { ...d, payment: whole.payments.at(-1)?.id ?? "" };
    expect((await cancelPayment(queries, last, "a mistake", actor)).plan).toEqual(left);
    expect((await setPlan(queries, d, [], actor)).plan).toEqual([]);
  });
});

type Attempt = readonly [what: number, which: number, amount: number];
const attempts = fc.array(fc.tuple(fc.nat(11), fc.nat(), fc.integer({ min: 1, max: 11_000 })), {
  minLength: 4,
  maxLength: 14,
});

/** One thing that an office may do, or that may come from a bank; most of it may be refused. */
async function attempt([what, which, amount]: Attempt, number: number): Promise<void> {
  const { queries } = database;
  const cases = (await listCases(queries)).map((one) => one.id);
  const caseId = cases[which % cases.length] ?? "";
  const claims = await listClaims(queries, caseId);
  const claim = claims[which % Math.max(1, claims.length)];
  if (what === 0) return put(database, `row${number}`, [[`b${number}`, "D", "V", "20.00", 60]]);
  if (what === 1) return takeOut(database, "row0.csv");
  if (what === 2) return void (await openClaims(queries, caseId, actor));
  if (claim === undefined) return;
  const at = { caseId, claim: claim.id };
  if (what >= 10) {
    const { people, proposed } = await peopleOfCase(queries, caseId);
    expect(people).toEqual([]);
    const keys = proposed.flatMap((one) => (one.role === "dropper" ? (one.holderKey ?? []) : []));
    const others = keys.filter((_, place) => (amount >> place) % 2 === 1);
    return void (await setJoint(queries, at, { others, why: "one group" }, actor));
  }
  if (what <= 5) {
    const source = paymentSource.options[amount % 5] ?? "dropper";
    const { debtors } = await ledgerOfClaim(queries, at);
    const payer = debtors[amount % Math.max(1, debtors.length)]?.key ?? null;
    return void (await recordPayment(queries, at, paid(`${amount}`, { source, payer }), actor));
  }
  if (what === 6) {
    const { payments } = await ledgerOfClaim(queries, at);
    const payment = payments[amount % Math.max(1, payments.length)]?.id ?? "";
    return void (await cancelPayment(queries, { ...at, payment }, "a mistake", actor));
  }
  const next = claim.next[amount % Math.max(1, claim.next.length)];
  if (next !== undefined) await step(database, at, actor, next.status);
}

/** Lines, claims, case and summary agree; nothing came back twice; no state without its ground. */
async function checkAll(tookOut: boolean): Promise<void> {
  const { queries } = database;
  const all = BigInt((await summary(queries, {})).recovered[0]?.amount ?? 0);
  expect(all <= 13_000n).toBe(true);
  for (const { id } of await listCases(queries)) {
    const states = await claimsToday(database, id);
    const back = await recoveredOfCase(queries, id, await claimsOfCase(queries, id));
    const own = BigInt(back[0]?.amount ?? 0);
    expect(own <= all).toBe(true);
    for (const { claim, loss, recovered, outstanding } of states) {
      expect(claim.amount).toBe(claim.lines.reduce((sum, line) => sum + line.amount, 0n));
      expect(outstanding >= 0n && outstanding + recovered <= loss).toBe(true);
      expect(outstanding <= claim.amount).toBe(true);
      const shown = await ledgerOfClaim(queries, { caseId: id, claim: claim.id });
      expect([shown.loss, shown.recovered, shown.outstanding].map(BigInt)).toEqual([
        loss,
        recovered,
        outstanding,
      ]);
      const path = standingSteps(claim.moves).map((one) => one.to);
      if (isClaimed(claim.status)) expect(path).toContain("approved");
      if (claim.status === "recovered" && !tookOut) expect(outstanding).toBe(0n);
    }
  }
}

describe("whatever is claimed, paid, loaded late and taken out", () => {
  it("agrees everywhere, brings no loss back twice, and every package recomputes", async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async (history) => {
        const { direct } = await losses();
        for (const [number, one] of history.entries()) {
          try {
            await attempt(one, number);
            await reworkAllDrafts(database, actor);
          } catch (error) {
            if (!isUserError(error)) throw error;
          }
          await checkAll(history.some(([what]) => what === 1));
        }
        await exported(database, folder, direct).catch((error: unknown) => {
          if (!isUserError(error) || error.code !== "claims-differ") throw error;
        });
      }),
      { numRuns: 8 },
    );
  }, 300_000);
});
