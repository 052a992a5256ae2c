import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { NOBODY } from "../../contract/dossier.ts";
import { addAccounts, listCases, openCase } from "../../server/cases/cases.store.ts";
import { dossierOf } from "../../server/claims/claim-dossiers.store.ts";
import { claimsOfCase, moveClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { setJoint } from "../../server/claims/joint.store.ts";
import { ledgerOfClaim, recordPayment } from "../../server/claims/payments.store.ts";
import { reworkDrafts } from "../../server/claims/rework.store.ts";
import { claimsToday } from "../../server/claims/today.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import { savePerson } from "../../server/dossier/people.store.ts";
import { cancelMeasure, recordMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { summary } from "../../server/overview/overview.store.ts";
import { factsOn, step } from "../support/claim-steps.ts";
import { exported, put, reported, actor as start } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

/** V pays D 100 and E 50; W pays E 20. D pays V 30 back, and K, who received nothing, 10. */
const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
let database: Database;
let folder: string;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-joint-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await emptyDatabase(database);
  const rows = [
    ["t1", "V", "D", "100.00", 0],
    ["t2", "V", "E", "50.00", 5],
    ["t3", "W", "E", "20.00", 9],
  ] as const;
  const reports = [reported("R1", "V", "t1"), reported("R1", "V", "t2"), reported("R2", "W", "t3")];
  await put(database, "stolen", rows, reports);
  const wanted = { title: "Together", reports: ["R1", "R2"] };
  id = (await openCase(database.queries, wanted, actor)).id;
  await openClaims(database.queries, id, actor);
});

const claims = async () =>
  (await claimsOfCase(database.queries, id)).map((one) => ({
    id: one.id,
    status: one.status,
    amount: one.amount,
    from: one.victim.accounts,
    against: [one.defendant, ...(one.joint?.others ?? [])].map((party) => party.accounts),
  }));
const of = (number: number) => ({ caseId: id, claim: `${id}-${number}` });
const why = "One group: chats of 3 March";
const keyOf = async (account: string) => {
  const all = await claimsOfCase(database.queries, id);
  const found = all.find((one) => one.defendant.accounts.includes(account));
  return found?.defendant.key ?? "";
};
const together = async (...others: string[]) =>
  setJoint(database.queries, of(1), { others, why }, actor);

describe("a joint claim", () => {
  it("asks several defendants for one loss, and takes in the drafts against them", async () => {
    const claim = await together(await keyOf("E"));
    expect(claim).toMatchObject({ amount: "15000", joint: { why, by: actor.by } });
    expect(await claims()).toEqual([
      { id: `${id}-1`, status: "draft", amount: 15000n, from: ["V"], against: [["D"], ["E"]] },
      { id: `${id}-2`, status: "withdrawn", amount: 5000n, from: ["V"], against: [["E"]] },
      { id: `${id}-3`, status: "draft", amount: 2000n, from: ["W"], against: [["E"]] },
    ]);
    // Named again from what the case knows: whose own claim was withdrawn is not forgotten.
    expect(await together(claim.joint?.others[0]?.key ?? "")).toMatchObject({ amount: "15000" });
    const [row] = await listCases(database.queries);
    expect(row).toMatchObject({ claims: 2, sums: [{ currency: "KZT", amount: "17000" }] });
  });

  it("ends the draft against a co-defendant further on, of the same loss and of no other", async () => {
    const rows = [
      ["t5", "D", "F", "40.00", 20],
      ["t6", "E", "F", "20.00", 21],
    ] as const;
    const iin = "910303300126";
    await put(database, "further", rows, [], [`F,${iin},Ким Олег`]);
    await addAccounts(database.queries, id, ["F"], actor);
    // A holder of the case is named before any claim is against him.
    const named = await together(iin);
    expect(named).toMatchObject({ joint: { others: [{ iin, name: "Ким Олег" }] } });
    await together();
    await openTracedClaims(database, id, "fifo", actor);
    const ofF = async () =>
      (await claims()).flatMap(({ from, against, status }) =>
        against[0]?.[0] === "F" ? [`${from} ${status}`] : [],
      );
    const before = await ofF();
    expect(before).toContain("V draft");
    await together(iin);
    // W's claim against F stays, and so does V's by E: E answers alone.
    expect(await ofF()).toEqual(before);
    const joint = await together(iin, await keyOf("E"));
    expect(await ofF()).toEqual(before.map((one) => (one.startsWith("V") ? "V withdrawn" : one)));
    // Nor is it opened again: he answers for that loss already.
    const { leftOut } = await openTracedClaims(database, id, "fifo", actor);
    expect(leftOut.map((one) => one.claim)).toContain(joint.id);
    expect(await ofF()).not.toContain("V draft");
  });

  it("is named with all its defendants where another claim asks for the same loss", async () => {
    await together(await keyOf("E"));
    await put(database, "further", [["t5", "D", "F", "40.00", 20]], []);
    await addAccounts(database.queries, id, ["F"], actor);
    await openTracedClaims(database, id, "fifo", actor);
    const states = await claimsToday(database, id);
    const further = states.find(({ alternatives }) => alternatives.includes(`${id}-1`));
    expect(further?.alternativeNames).toHaveLength(2);
    expect(further?.alternativeNames).toContain("E");
  });

  it("takes in what is reported later, and each answers alone again once nobody says otherwise", async () => {
    await together(await keyOf("E"));
    await put(database, "later", [["t4", "V", "E", "7.00", 30]], [reported("R1", "V", "t4")]);
    await reworkDrafts(database, id, actor);
    expect((await claims())[0]).toMatchObject({ amount: 15700n, against: [["D"], ["E"]] });
    await together();
    expect((await claims())[0]).toMatchObject({ amount: 10000n, against: [["D"]] });
    const opened = await openClaims(database.queries, id, actor);
    expect(opened).toMatchObject({ opened: 1, lines: 2 });
  });

  it("follows the banks: who was known only by the account gets name and IIN", async () => {
    await together(await keyOf("E"));
    await put(database, "known", [], [], ["E,910303300126,Ким Олег"]);
    await reworkDrafts(database, id, actor);
    const [first] = await claimsOfCase(database.queries, id);
    expect(first).toMatchObject({
      amount: 15000n,
      joint: { others: [{ iin: "910303300126", name: "Ким Олег", accounts: ["E"] }] },
    });
    await step(database, of(1), actor, "review", "approved", "filed");
    await put(database, "later", [], [], ["D,900202300125,Омаров Данияр"]);
    expect((await claimsToday(database, id)).map((one) => one.change)).toEqual([null, null]);
  });

  it("names people who received nothing, with a reason, and no victim", async () => {
    const person = (role: "curator" | "victim", name: string) => ({
      id: null,
      person: { ...NOBODY, role, name },
    });
    await savePerson(database.queries, id, person("curator", "Кураторов К."), actor);
    const { people } = await savePerson(database.queries, id, person("victim", "V"), actor);
    const [curator = "", victim = ""] = people.map((one) => one.id);
    await expect(together(victim)).rejects.toMatchObject({ code: "joint-victim" });
    await expect(together("nobody")).rejects.toMatchObject({ code: "not-found" });
    await expect(
      setJoint(database.queries, of(1), { others: [curator], why: " \u200b" }, actor),
    ).rejects.toMatchObject({ code: "joint-needs-reason" });
    const inKazakh = { others: [curator], why: "", whyKk: " 3 наурыздағы хат алмасу " };
    await setJoint(database.queries, of(1), inKazakh, actor);
    const kept = await claimsOfCase(database.queries, id);
    expect(kept[0]?.joint).toMatchObject({ why: "", whyKk: "3 наурыздағы хат алмасу" });
    const lacking = async () => {
      const { readiness } = await dossierOf(database, of(1), "2026-03-20");
      return readiness.find(({ code }) => code === "texts-in-russian")?.state;
    };
    expect(await lacking()).toBe("missing");
    const claim = await together(curator);
    expect(await lacking()).toBe("there");
    expect(claim).toMatchObject({ amount: "10000", joint: { others: [{ name: "Кураторов К." }] } });
  });

  it("is paid once, whoever pays, and is never above the loss", async () => {
    const { queries } = database;
    await together(await keyOf("E"));
    await step(database, of(1), actor, "review", "approved", "filed");
    await expect(together()).rejects.toMatchObject({ code: "joint-status", status: 409 });
    const paid = { day: "2026-05-01", source: "dropper" as const, receipt: "1" };
    const [first = "", second = ""] = (await ledgerOfClaim(queries, of(1))).debtors.map(
      ({ key }) => key,
    );
    const codeOf = (more: object) =>
      recordPayment(queries, of(1), { ...paid, amount: "9000", ...more }, actor).then(
        () => "taken",
        (error: { code?: string }) => error.code,
      );
    expect(await codeOf({})).toBe("payment-needs-payer");
    expect(await codeOf({ payer: "nobody" })).toBe("payment-payer");
    expect(await codeOf({ payer: first })).toBe("taken");
    await put(database, "back", [["t9", "E", "V", "40.00", 600]]);
    expect(await ledgerOfClaim(queries, of(1))).toMatchObject({
      loss: "15000",
      recovered: "13000",
      outstanding: "2000",
      payments: [{ amount: "9000", payer: "D" }],
      debtors: [
        { key: first, received: "10000", paid: "9000" },
        { key: second, received: "5000", paid: "4000" },
      ],
    });
    await expect(
      recordPayment(queries, of(1), { ...paid, payer: second, amount: "2001" }, actor),
    ).rejects.toMatchObject({ code: "payment-above" });
    const { debtors } = await recordPayment(
      queries,
      of(1),
      { ...paid, payer: second, amount: "2000" },
      actor,
    );
    expect(debtors.map((one) => one.paid)).toEqual(["9000", "6000"]);
    const { table } = await exported(database, folder, id);
    expect(table("2-calculation/payments.csv").map((row) => [row.paid, row.paid_by])).toEqual([
      ["90,00", "D"],
      ["20,00", "E"],
    ]);
    expect(
      (
        await moveClaim(
          queries,
          of(1),
          { status: "recovered", facts: factsOn("recovered", actor.at) },
          actor,
        )
      ).status,
    ).toBe("recovered");
    expect(await summary(queries, {})).toMatchObject({
      recovered: [{ currency: "KZT", amount: "15000" }],
    });
  });

  it("stays against a defendant from whom money came back, also from his blocked account", async () => {
    const { queries } = database;
    await together(await keyOf("E"));
    await step(database, of(1), actor, "review");
    const block = { kind: "block", day: "2026-05-01", amount: "1000", transfer: "t2" } as const;
    const made = await recordMeasure(queries, block, actor);
    const back = { kind: "return", day: "2026-05-02", amount: "1000", block: made.id } as const;
    const returned = await recordMeasure(queries, back, actor);
    const { debtors } = await ledgerOfClaim(queries, of(1));
    expect(debtors.map(({ paid }) => paid)).toEqual(["0", "1000"]);
    await step(database, of(1), actor, "draft");
    await expect(together()).rejects.toMatchObject({ code: "joint-paid", params: { name: "E" } });
    await cancelMeasure(queries, returned.id, "A slip", actor);
    expect((await together()).joint).toBeNull();
  });

  it("says in the package who answers together and why, and passes recompute", async () => {
    await together(await keyOf("E"));
    await step(database, of(1), actor, "review", "approved", "filed");
    expect((await claimsToday(database, id)).map((one) => one.change)).toEqual([null, null]);
    const { table } = await exported(database, folder, id);
    const [first] = table("2-calculation/claims.csv");
    expect(first).toMatchObject({ claim_id: `${id}-1`, basis: "joint-harm", amount: "150,00" });
    expect(
      table("2-calculation/joint-defendants.csv").map((row) => [row.accounts, row.why]),
    ).toEqual([
      ["D", why],
      ["E", why],
    ]);
  });
});
