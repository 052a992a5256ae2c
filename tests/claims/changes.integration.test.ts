import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ClaimStatus } from "../../contract/claim-steps.ts";
import { unclaimedLoss } from "../../contract/not-claimed.ts";
import { type TraceMethod, traceMethod } from "../../contract/tracing.ts";
import { addAccounts, addReports, openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { notClaimedIn, openClaims } from "../../server/claims/direct.store.ts";
import { leaveDraft, reworkAllDrafts } from "../../server/claims/rework.store.ts";
import { stepsFrom } from "../../server/claims/steps.ts";
import { acceptDifference, claimsToday } from "../../server/claims/today.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { step } from "../support/claim-steps.ts";
import { docxText } from "../support/docx-text.ts";
import {
  actor,
  exported as exportInto,
  fileAll as fileInto,
  put as putInto,
  type Row,
  reported,
  takeOut,
} from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const folder = mkdtempSync(join(tmpdir(), "claims-changes-"));
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => emptyDatabase(database));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

/** Steps that take an approved claim to the debtor or the court. */
const OUT: readonly ClaimStatus[] = ["demand", "filed"];

const put = (name: string, rows: readonly Row[], reports: readonly string[] = []) =>
  putInto(database, name, rows, reports);
const exported = (caseId: string) => exportInto(database, folder, caseId);
const fileAll = (caseId: string) => fileInto(database, caseId);

async function newCase(method: TraceMethod) {
  await put(
    "first",
    [
      ["t1", "V", "D", "100.00", 0],
      ["t2", "D", "E", "60.00", 5],
    ],
    [reported("R1", "V", "t1")],
  );
  const { id } = await openCase(database.queries, { title: "Changes" }, actor);
  await addAccounts(database.queries, id, ["D", "E"], actor);
  await addReports(database.queries, id, ["R1"], actor);
  await openClaims(database.queries, id, actor);
  await openTracedClaims(database, id, method, actor);
  return id;
}

const amounts = async (id: string) =>
  (await claimsOfCase(database.queries, id)).map((claim) => [claim.method, claim.amount]);

describe("a loss that no claim asks for", () => {
  it("is named with its reason as long as that holds", async () => {
    const id = await newCase("pro-rata");
    const { queries } = database;
    const unclaimed = async () => {
      const { left, sums } = unclaimedLoss(await notClaimedIn(queries, id));
      return { why: left.map(({ report, reason }) => `${report} ${reason}`).sort(), sums };
    };
    expect(await unclaimed()).toEqual({ why: [], sums: [] });
    // Two more victims; for the second one another person paid.
    const paid = [
      ["t3", "W", "D", "20.00", 8],
      ["t4", "X", "D", "7.50", 9],
    ] as const;
    await put("more", paid, [reported("R2", "W", "t3"), reported("R3", "Y", "t4")]);
    await addReports(queries, id, ["R2", "R3"], actor);
    const kzt = (amount: string) => [{ currency: "KZT", amount }];
    expect(await unclaimed()).toEqual({
      ...{ why: ["R2 not-opened", "R3 not-paid-by-victim"], sums: kzt("2750") },
    });
    await openClaims(queries, id, actor);
    expect(await unclaimed()).toEqual({ why: ["R3 not-paid-by-victim"], sums: kzt("750") });
    // Money that went back in whole before a claim was prepared is owed by nobody.
    const back = [
      ["t5", "Z", "D", "9.00", 11],
      ["t6", "D", "Z", "9.00", 12],
    ] as const;
    await put("back", back, [reported("R4", "Z", "t5")]);
    await addReports(queries, id, ["R4"], actor);
    expect(await unclaimed()).toEqual({ why: ["R3 not-paid-by-victim"], sums: kzt("750") });
  });
});

describe("a claim and data that change", () => {
  it("a draft follows the data: older own money, a report taken out and brought back", async () => {
    const id = await newCase("pro-rata");
    expect(await amounts(id)).toEqual([
      ["direct", 100_00n],
      ["pro-rata", 60_00n],
    ]);
    await put("older", [["t0", "F", "D", "300.00", -600]]);
    await reworkAllDrafts(database, actor);
    expect(await amounts(id)).toEqual([
      ["direct", 100_00n],
      ["pro-rata", 15_00n],
    ]);
    await exported(id);
    await takeOut(database, "older.csv");
    // The export itself brings the drafts up to date.
    await exported(id);
    expect(await amounts(id)).toContainEqual(["pro-rata", 60_00n]);
  });

  it("a draft that fell behind does not leave the office unseen", async () => {
    const id = await newCase("pro-rata");
    await put("older", [["t0", "F", "D", "300.00", -600]]);
    const at = { caseId: id, claim: `${id}-2` };
    await expect(leaveDraft(database, at, actor)).rejects.toMatchObject({ code: "draft-reworked" });
    await leaveDraft(database, at, actor);
    expect(await amounts(id)).toContainEqual(["pro-rata", 15_00n]);
  });

  it("a filed claim says what changed and why; no package until a person accepts it with a reason", async () => {
    const id = await newCase("pro-rata");
    await fileAll(id);
    expect((await claimsToday(database, id)).every((one) => one.change === null)).toBe(true);
    await put("older", [["t0", "F", "D", "300.00", -600]]);
    await reworkAllDrafts(database, actor);
    expect(await amounts(id)).toContainEqual(["pro-rata", 60_00n]);
    const stateOf = async () =>
      (await claimsToday(database, id)).find((one) => one.claim.method === "pro-rata");
    const state = await stateOf();
    // Whatever lay on D before is not known, and the sum rests on it.
    expect(state?.openingsUnknown).toEqual(["D"]);
    expect(state?.change).toMatchObject({
      claimed: 60_00n,
      byData: 15_00n,
      lines: [{ transferId: "t2", claimed: 60_00n, byData: 15_00n, why: "traced-otherwise" }],
      files: expect.arrayContaining([expect.objectContaining({ name: "older.csv" })]),
      accepted: null,
    });
    await expect(exported(id)).rejects.toMatchObject({ code: "claims-differ" });
    // Papers of the other claim are made; those of this one are not, and the archive says so.
    const wanted = { kinds: ["calculation"], language: "ru", formats: ["docx"], by: "t" } as const;
    const papers = await papersOfCase(database, id, { ...wanted, claims: [] });
    expect([...papers].map(([claim, files]) => [claim, files.map((one) => one.fileName)])).toEqual([
      [`${id}-1`, ["расчёт.docx"]],
      [`${id}-2`, ["не-составлено.txt"]],
    ]);
    await expect(
      papersOfCase(database, id, { ...wanted, claims: [`${id}-2`] }),
    ).rejects.toMatchObject({ code: "claims-differ", params: { claims: `${id}-2` } });
    const at = { caseId: id, claim: state?.claim.id ?? "" };
    const difference = state?.change?.difference ?? "";
    const accept = (named: string, reason: string) =>
      acceptDifference(database, at, { difference: named, reason }, actor);
    await expect(accept("0", "any")).rejects.toMatchObject({ code: "difference-changed" });
    await expect(accept(difference, " ")).rejects.toMatchObject({
      code: "difference-needs-reason",
    });
    await accept(difference, "The court has the earlier calculation.");
    // Its calculation shows the account on the way, with what lay there before.
    const made = await papersOfCase(database, id, { ...wanted, claims: [at.claim] });
    const text = docxText(made.get(at.claim)?.[0]?.body as Buffer);
    expect(text).toContain("остаток до первых похищенных денег");
    const { table } = await exported(id);
    expect(table("2-calculation/differences.csv")).toMatchObject([
      {
        claim_id: at.claim,
        transfer_id: "t2",
        claimed: "60,00",
        by_data: "15,00",
        why: "traced-otherwise",
        accepted_by: "tester",
        reason: "The court has the earlier calculation.",
      },
    ]);
    // Other data, another difference: it is to be accepted anew.
    await put("oldest", [["t00", "G", "D", "200.00", -900]]);
    expect((await stateOf())?.change).toMatchObject({ byData: 10_00n, accepted: null });
    await expect(exported(id)).rejects.toMatchObject({ code: "claims-differ" });
  });

  it("of which a transfer is gone matches no approval and takes no step out of the office", async () => {
    const id = await newCase("fifo");
    await put("late", [["t7", "V", "D", "20.00", 30]], [reported("R1", "V", "t7")]);
    await openClaims(database.queries, id, actor);
    const at = { caseId: id, claim: `${id}-1` };
    await step(database, at, actor, "review", "approved");
    const state = async () =>
      (await claimsToday(database, id)).find((one) => one.claim.id === at.claim);
    expect(await state()).toMatchObject({ change: null, approvalChanges: [] });
    await takeOut(database, "late.csv");
    const now = await state();
    expect(now).toMatchObject({
      change: { lines: [{ transferId: "t7", why: "transfer-gone" }] },
      approvalChanges: [{ part: "lines" }, { part: "attachments" }],
    });
    // Of the files since, the one that the claim cites stands first.
    expect(now?.change?.files[0]).toMatchObject({ name: "late.csv", takenOut: true, by: "tester" });
    const refused = { code: "step-data-changed", status: 409, params: { transfers: "t7" } };
    for (const next of OUT)
      await expect(step(database, at, actor, next)).rejects.toMatchObject(refused);
    // Every other step from there is one back, which needs no approval.
    const next = stepsFrom(now?.claim ?? { status: "draft", moves: [] });
    expect(next.map((one) => one.status).sort()).toEqual(["demand", "draft", "filed", "withdrawn"]);
  });

  it("of which a transfer is gone after the demand is not filed", async () => {
    const id = await newCase("fifo");
    const at = { caseId: id, claim: `${id}-1` };
    await step(database, at, actor, "review", "approved", "demand");
    await takeOut(database, "first.csv");
    await expect(step(database, at, actor, "filed")).rejects.toMatchObject({
      code: "step-data-changed",
    });
  });

  it("what is paid back after the filing is taken off what is outstanding, and stated", async () => {
    const id = await newCase("fifo");
    await fileAll(id);
    await put("later", [["t9", "D", "V", "30.00", 90]]);
    const [direct] = await claimsToday(database, id);
    expect(direct?.openingsUnknown).toEqual([]);
    expect(direct).toMatchObject({ outstanding: 70_00n, repaid: [{ amount: 30_00n }] });
    const { table } = await exported(id);
    expect(table("2-calculation/claims.csv")[0]).toMatchObject({
      amount: "100,00",
      outstanding: "70,00",
    });
    expect(table("2-calculation/repayments.csv")).toMatchObject([
      { claim_id: `${id}-1`, transfer_id: "t9", repaid: "30,00" },
    ]);
    // A claim opened later takes off only what the first one leaves of a payment.
    await put("more", [["t3", "V", "D", "50.00", 95]], [reported("R2", "V", "t3")]);
    await put("last", [["t10", "D", "V", "90.00", 120]]);
    await addReports(database.queries, id, ["R2"], actor);
    await openClaims(database.queries, id, actor);
    const states = (await claimsToday(database, id)).filter((one) => one.claim.method === "direct");
    expect(states.map((one) => one.outstanding)).toEqual([0n, 30_00n]);
    await exported(id);
  });
});

describe("any history of claims, filings and late data", () => {
  it("ends in packages that pass their own recompute, or in a refusal that says why", async () => {
    let random = 7;
    const next = (below: number) => {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((random / 2_147_483_648) * below);
    };
    const outcomes = new Map<string, number>();
    const count = (what: string) => outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
    for (const method of traceMethod.options) {
      await emptyDatabase(database);
      const id = await newCase(method);
      const people = ["V", "D", "E", "F", "W"];
      for (let step = 0; step < 5; step += 1) {
        const rows = Array.from({ length: 1 + next(3) }, (_, at): Row => {
          const from = next(people.length);
          const to = (from + 1 + next(people.length - 1)) % people.length;
          const amount = `${10 + next(90)}.${next(10)}5`;
          const ends = [people[from] ?? "", people[to] ?? ""] as const;
          return [`x${step}-${at}`, ...ends, amount, next(400) - 250];
        });
        await put(`late${step}`, rows);
        if (next(3) === 0) await fileAll(id);
        await reworkAllDrafts(database, actor);
        if (next(2) === 0) await openTracedClaims(database, id, method, actor);
        await openClaims(database.queries, id, actor);
        const refused = await exported(id).then(
          () => null,
          (error: { code?: string }) => error.code ?? String(error),
        );
        count(refused ?? "exported");
        if (refused === null) continue;
        expect(refused).toBe("claims-differ");
        for (const { claim, change } of await claimsToday(database, id)) {
          if (change === null || change.accepted !== null) continue;
          const wanted = { difference: change.difference, reason: "kept as filed" };
          await acceptDifference(database, { caseId: id, claim: claim.id }, wanted, actor);
        }
        await exported(id);
        count("exported with a reason");
      }
    }
    expect(outcomes.get("exported")).toBeGreaterThan(5);
    expect(outcomes.get("exported with a reason")).toBeGreaterThan(2);
  });
});
