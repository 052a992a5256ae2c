import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addReports, oneCase, openCase } from "../../server/cases/cases.store.ts";
import { dossierOf } from "../../server/claims/claim-dossiers.store.ts";
import { listClaims } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { bulkPapers, bulkPlan } from "../../server/evidence/papers/bulk.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { step } from "../support/claim-steps.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";
import { command } from "../support/served.ts";

/** V pays D 100 and E 50.50; W pays D 3. D's claim is opened already. */
const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
const PAPERS = { kinds: ["demand"], language: "ru", formats: ["docx"] } as const;
let database: Database;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  const rows = [
    ["t1", "V", "D", "100.00", 0],
    ["t2", "V", "E", "50.50", 5],
    ["t3", "W", "D", "3.00", 9],
  ] as const;
  const reports = [reported("R1", "V", "t1"), reported("R2", "V", "t2"), reported("R3", "W", "t3")];
  await put(database, "stolen", rows, reports);
  const wanted = { title: "Bulk", reports: ["R1", "R2", "R3"] };
  id = (await openCase(database.queries, wanted, actor)).id;
  await openClaims(database.queries, id, actor, { smallest: 100 });
});
afterAll(() => database.close());

const plan = async (smallest: number) =>
  (await bulkPlan(database, id, { method: "direct", smallest }, actor)).claims.map((one) => ({
    claim: one.claim,
    amount: one.amount,
    below: one.below,
    lacks: one.missing.includes("defendant-address") && one.missing.includes("consent"),
  }));

describe("claims and papers for all droppers at once", () => {
  it("are shown first: who, how much, what each lacks, what is too small", async () => {
    const before = await oneCase(database.queries, id);
    expect(await plan(50)).toEqual([
      { claim: `${id}-1`, amount: "10000", below: false, lacks: true },
      { claim: null, amount: "5050", below: false, lacks: true },
      { claim: null, amount: "300", below: true, lacks: true },
    ]);
    expect(await oneCase(database.queries, id)).toEqual(before);
    // The command line names what is in no claim, too.
    const asked = ["papers", "--case", id, "--open", "--preview", "--json"];
    const { out } = await command([...asked, "--data", database.dataDir]);
    const left: { report: string; reason: string }[] = JSON.parse(out).notClaimed;
    expect(left.map(({ report, reason }) => [report, reason]).sort()).toEqual([
      ["R2", "not-opened"],
      ["R3", "not-opened"],
    ]);
  });

  it("say that a defendant is the victim of another report of the case", async () => {
    // E was deceived as well: a report of the same case says so.
    await put(database, "deceived", [["t4", "E", "D", "2.00", 11]], [reported("R4", "E", "t4")]);
    await addReports(database.queries, id, ["R4"], actor);
    const { claims } = await bulkPlan(database, id, { method: "direct", smallest: 50 }, actor);
    expect(claims.map(({ amount, alsoVictim }) => [amount, alsoVictim])).toEqual([
      ["10000", []],
      ["5050", ["R4"]],
      ["300", []],
      ["200", []],
    ]);
    await openClaims(database.queries, id, actor, { smallest: 50 });
    const at = { caseId: id, claim: `${id}-2` };
    expect((await dossierOf(database, at)).alsoVictims).toEqual([
      { defendant: 0, reports: ["R4"] },
    ]);
    expect((await dossierOf(database, { ...at, claim: `${id}-1` })).alsoVictims).toEqual([]);
  });

  it("are made in one step, once, and never from a state that is no more", async () => {
    const { version } = await oneCase(database.queries, id);
    const wanted = { method: "direct", smallest: 50, ...PAPERS } as const;
    const stale = { ...actor, from: version - 1 };
    await expect(bulkPapers(database, id, wanted, stale)).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    const made = await bulkPapers(database, id, wanted, { ...actor, from: version });
    expect([...made].map(([claim, files]) => [claim, files.length])).toEqual([
      [`${id}-1`, 1],
      [`${id}-2`, 1],
    ]);
    const some = await bulkPapers(database, id, { ...wanted, without: [`${id}-1`] }, actor);
    expect([...some.keys()]).toEqual([`${id}-2`]);
    expect(await listClaims(database.queries, id)).toHaveLength(2);
    await expect(
      bulkPapers(database, id, { ...wanted, smallest: 1_000 }, actor),
    ).rejects.toMatchObject({ code: "bulk-nothing" });
    expect(await listClaims(database.queries, id)).toHaveLength(2);
  });

  it("leave a claim that the court has decided out, and name it", async () => {
    const at = { caseId: id, claim: `${id}-1` };
    await step(database, at, actor, "review", "approved", "filed", "judgment");
    const { claims } = await bulkPlan(database, id, { method: "direct", smallest: 50 }, actor);
    expect(claims.filter((one) => one.decided).map(({ claim }) => claim)).toEqual([`${id}-1`]);
    const wanted = { method: "direct", smallest: 50, ...PAPERS } as const;
    expect([...(await bulkPapers(database, id, wanted, actor)).keys()]).toEqual([`${id}-2`]);
  });
});
