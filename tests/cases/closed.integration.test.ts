import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addAccounts,
  addReports,
  oneCase,
  openCase,
  partsOfCase,
  updateCase,
} from "../../server/cases/cases.store.ts";
import { membersOfCase } from "../../server/cases/members.store.ts";
import { removeFromCase } from "../../server/cases/removing.store.ts";
import { listClaims, moveClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { reportsLeaveCase } from "../../server/claims/left-case.store.ts";
import { cancelPayment, recordPayment } from "../../server/claims/payments.store.ts";
import { lockMoney } from "../../server/claims/record.ts";
import { reworkDrafts } from "../../server/claims/rework.store.ts";
import { decide } from "../../server/detection/store/decisions.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { migrate } from "../../server/neo4j/migrations.ts";
import { addPerson } from "../../server/users/users.store.ts";
import { step } from "../support/claim-steps.ts";
import { actor, put, reported } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";

let database: Database;
const beside = { hold: lockMoney, leaveRoom: reportsLeaveCase };
const withdrawn = (reason: string) => ({ status: "withdrawn", reason }) as const;
/** Zero-width space, Hangul filler, soft hyphen, braille blank: nothing of it is seen. */
const INVISIBLE = "\u200b\u3164\u00ad\u2800 \u2060";

beforeAll(async () => {
  database = await testDatabase();
  await put(
    database,
    "closed",
    [
      ["c1", "C-V", "C-D", "100000", 0],
      ["c2", "C-W", "C-E", "50000", 5],
      ["c3", "C-D", "C-F", "90000", 9],
    ],
    [reported("C-1", "C-V", "c1"), reported("C-2", "C-W", "c2")],
  );
});
afterAll(() => database.close());

describe("a closed case", () => {
  it("takes no reports and no accounts, and its claims stay where they are, until it is reopened", async () => {
    const { queries } = database;
    const { id } = await openCase(queries, { title: "Closed", reports: ["C-1"] }, actor);
    await openClaims(queries, id, actor);
    const [claim] = await listClaims(queries, id);
    const at = { caseId: id, claim: claim?.id ?? "" };
    await updateCase(queries, id, { status: "closed" }, actor);
    const closed = { code: "case-closed", status: 409 };
    const removal = { accounts: [], reports: ["C-1"], clusters: [], reason: "by mistake" };
    for (const step of [
      () => moveClaim(queries, at, { status: "review" }, actor),
      () => addReports(queries, id, ["C-2"], actor),
      () => addAccounts(queries, id, ["C-F"], actor),
      () => removeFromCase(queries, id, removal, actor, beside),
      () => updateCase(queries, id, { title: "Another" }, actor),
    ])
      await expect(step()).rejects.toMatchObject(closed);
    expect(await oneCase(queries, id)).toMatchObject({ status: "closed", title: "Closed" });
    expect((await listClaims(queries, id))[0]?.status).toBe("draft");
    await updateCase(queries, id, { status: "open" }, actor);
    expect((await moveClaim(queries, at, { status: "review" }, actor)).status).toBe("review");
    await moveClaim(queries, at, withdrawn("the next test claims it"), actor);
  });
});

describe("a reason of characters that leave nothing on the page", () => {
  it("is none: for a move, a decision, a removal and a title", async () => {
    const { queries } = database;
    const { id } = await openCase(queries, { title: "Invisible", reports: ["C-1"] }, actor);
    await openClaims(queries, id, actor);
    const at = { caseId: id, claim: `${id}-1` };
    await expect(moveClaim(queries, at, withdrawn(INVISIBLE), actor)).rejects.toMatchObject({
      code: "claim-move-needs-reason",
    });
    const decision = { subject: "account", target: "C-D", verdict: "dismissed" } as const;
    await expect(
      decide(queries, { ...decision, reason: INVISIBLE, until: null }, "tester"),
    ).rejects.toMatchObject({ code: "decision-needs-reason" });
    const removal = { accounts: [], reports: ["C-1"], clusters: [], reason: INVISIBLE };
    await expect(removeFromCase(queries, id, removal, actor, beside)).rejects.toMatchObject({
      code: "removal-needs-reason",
    });
    await expect(openCase(queries, { title: INVISIBLE }, actor)).rejects.toMatchObject({
      code: "case-needs-title",
    });
    await expect(updateCase(queries, id, { title: INVISIBLE }, actor)).rejects.toMatchObject({
      code: "case-needs-title",
    });
    await moveClaim(queries, at, withdrawn("the next test claims it"), actor);
  });
});

describe("a case opened by hand", () => {
  it("counts the people the victims paid and those a person put in, no victim", async () => {
    const { queries } = database;
    const { id } = await openCase(queries, { title: "By hand", reports: ["C-1"] }, actor);
    expect(await oneCase(queries, id)).toMatchObject({ victims: 1, droppers: 1 });
    await addAccounts(queries, id, ["C-F", "C-V", "C-D"], actor);
    expect(await oneCase(queries, id)).toMatchObject({ victims: 1, droppers: 2 });
  });

  it("gives back what was put in by mistake; the drafts follow, filed claims hold their report", async () => {
    const { queries } = database;
    const { id } = await openCase(queries, { title: "Mistake", reports: ["C-1", "C-2"] }, actor);
    await addAccounts(queries, id, ["C-F"], actor);
    await openClaims(queries, id, actor);
    const claims = await listClaims(queries, id);
    const of = (report: string) => claims.find((claim) => claim.reports.includes(report));
    const filed = { caseId: id, claim: of("C-1")?.id ?? "" };
    await step(database, filed, actor, "review", "approved", "filed");
    const removal = { accounts: ["C-F"], clusters: [], reason: "another matter" };
    await expect(
      removeFromCase(queries, id, { ...removal, reports: ["C-1", "C-2"] }, actor, beside),
    ).rejects.toMatchObject({ code: "report-claimed", params: { claims: filed.claim } });
    // Nor does a draft lose money that was paid on it.
    const drafted = { caseId: id, claim: of("C-2")?.id ?? "" };
    await step(database, drafted, actor, "review");
    const paid = { day: "2026-03-09", amount: "100", source: "dropper", receipt: "7" } as const;
    const { payments } = await recordPayment(queries, drafted, paid, actor);
    await step(database, drafted, actor, "draft");
    const payment = payments[0]?.id ?? "";
    const taken = () =>
      removeFromCase(queries, id, { ...removal, reports: ["C-2"] }, actor, beside);
    const refused = {
      code: "figure-below-back",
      params: { transfer: "c2", amount: "0.00 KZT", entries: payment },
    };
    await expect(taken()).rejects.toMatchObject(refused);
    // A stranger's report that names the transfer too calls it no loss of its payer.
    await put(database, "stranger", [], [reported("C-9", "C-V", "c2")]);
    await addReports(queries, id, ["C-9"], actor);
    await expect(taken()).rejects.toMatchObject(refused);
    await removeFromCase(
      queries,
      id,
      { ...removal, accounts: [], reports: ["C-9"] },
      actor,
      beside,
    );
    await cancelPayment(queries, { ...drafted, payment }, "A slip.", actor);
    const before = (await oneCase(queries, id)).version;
    const done = await removeFromCase(queries, id, { ...removal, reports: ["C-2"] }, actor, beside);
    expect([...done.removed].sort()).toEqual(["C-2", "C-F"]);
    await reworkDrafts(database, id, actor);
    expect(await partsOfCase(queries, id)).toMatchObject({ accounts: [], reports: ["C-1"] });
    const amounts = new Map((await listClaims(queries, id)).map((one) => [one.id, one.amount]));
    expect(amounts.get(of("C-2")?.id ?? "")).toBe("0");
    expect(amounts.get(filed.claim)).toBe("10000000");
    expect((await oneCase(queries, id)).version).toBe(before + 1);
  });
});

describe("a case that was opened before cases had members", () => {
  const OLD = [
    "MATCH (:Case)-[m:MEMBER]->() DELETE m",
    "MATCH (m:Migration {name: '412-case-members'}) DELETE m",
  ];

  it("gets those who opened it or wrote in it or in its claims, once, and nobody else", async () => {
    const { queries } = database;
    for (const login of ["opener", "writer", "mover", "stranger"])
      await addPerson(queries, { login, name: login, role: "investigator" });
    const at = Date.parse("2026-06-01T00:00:00Z");
    const { id } = await openCase(queries, { title: "Old" }, { by: "opener", at });
    await updateCase(queries, id, { title: "Older" }, { by: "writer", at: at + 1 });
    const unowned = await openCase(
      queries,
      { title: "Machine" },
      { by: "root (command line)", at },
    );
    await queries.schema([
      `MATCH (c:Case {id: '${id}'}) CREATE (c)-[:HAS]->(:Claim)-[:MOVE]->(:ClaimMove {by: 'mover'})`,
    ]);
    const membersOf = async (one: string) =>
      (await membersOfCase(queries, one)).members.map(({ login }) => login).sort();
    for (const again of [1, 2]) {
      for (const statement of OLD.slice(again - 1)) await queries.schema([statement]);
      expect(await migrate(queries)).toEqual(["412-case-members"]);
      expect(await membersOf(id)).toEqual(["mover", "opener", "writer"]);
      expect(await membersOf(unowned.id)).toEqual([]);
    }
  });
});
