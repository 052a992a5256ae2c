import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cases } from "../../contract/cases.ts";
import { claims as claimsContract } from "../../contract/claims.ts";
import {
  addAccounts,
  addCluster,
  addReports,
  listCases,
  oneCase,
  openCase,
  partsOfCase,
  topCluster,
  updateCase,
} from "../../server/cases/cases.store.ts";
import { listClaims, moveClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import { startDetection } from "../../server/detection/run/start-detection.ts";
import { load } from "../../server/loading/load.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { step } from "../support/claim-steps.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";
import { fill, scene } from "../support/scene.ts";

const town = scene();
const who = { by: "tester", at: Date.parse("2026-11-02T10:00:00Z") };
let database: Database;
let cluster: string;

beforeAll(async () => {
  database = await testDatabase();
  await fill(database, town);
  await detect();
  cluster = await topCluster(database.queries);
});
afterAll(async () => {
  await database.close();
});

function detect() {
  return startDetection(database, {
    since: null,
    until: null,
    startedBy: "tester",
    useReports: true,
    signal: new AbortController().signal,
    report: () => {},
  });
}

const amountOf = (id: string) => town.transfers.find((one) => one.id === id)?.amount ?? 0n;
const stolen = town.reports.flatMap((report) => report.transferIds);

describe("a case opened from a cluster", () => {
  it("has its members, the reports that lead to them, and keeps citing that run", async () => {
    const { queries } = database;
    const opened = await openCase(queries, { cluster }, who);
    const parts = await partsOfCase(queries, opened.id);
    expect(parts.clusters).toEqual([cluster]);
    expect(parts.reports).toEqual(town.reports.map((report) => report.id).sort());
    const droppers = parts.accounts.filter((one) => one.role !== "victim").map((one) => one.number);
    // Whom detection counts in beside the planted five is its own business; the case must have
    // every one of them.
    expect(droppers).toEqual(expect.arrayContaining(town.droppers));
    const people = { victims: 3, droppers: droppers.length };
    expect(opened).toMatchObject({ ...people, claims: 0, sums: [], openedBy: "tester" });
    const { run } = await detect();
    expect((await oneCase(queries, opened.id)).runId).not.toBe(run.id);
    expect(cluster.startsWith((await oneCase(queries, opened.id)).runId ?? "none")).toBe(true);
    expect(cases.list.answer.parse({ cases: await listCases(queries) }).cases[0]?.id).toBe(
      opened.id,
    );
  });

  it("gets a claim for each victim, adding up to the reported transfers, once", async () => {
    const { queries } = database;
    const { id } = (await listCases(queries))[0] ?? { id: "" };
    const first = await openClaims(queries, id, who);
    expect(first).toMatchObject({ opened: 3, extended: 0, lines: 3, leftOut: [] });
    const claims = await listClaims(queries, id);
    expect(claims.flatMap((claim) => claim.lines.map((line) => line.transferId)).sort()).toEqual(
      [...stolen].sort(),
    );
    for (const claim of claims) {
      expect(claim.amount).toBe(
        claim.lines.reduce((sum, line) => sum + amountOf(line.transferId), 0n).toString(),
      );
      expect(claim.lines.every((line) => line.present)).toBe(true);
      expect(claim).toMatchObject({ status: "draft", method: "direct", currency: "KZT" });
    }
    const again = await openClaims(queries, id, who);
    expect(again).toMatchObject({ opened: 0, extended: 0, lines: 0 });
    expect(again.leftOut.map((one) => one.reason)).toEqual([
      "already-claimed",
      "already-claimed",
      "already-claimed",
    ]);
    const row = await oneCase(queries, id);
    expect(row.sums).toEqual([
      {
        currency: "KZT",
        amount: stolen
          .map(amountOf)
          .reduce((a, b) => a + b)
          .toString(),
      },
    ]);
    const whole = { ...row, ...(await partsOfCase(queries, id)), accounts: [] };
    expect(cases.get.answer.parse(whole).reports).toHaveLength(3);
    expect(claimsContract.list.answer.parse({ claims }).claims).toHaveLength(3);
  });

  it("does not claim in a second case what the first claims already", async () => {
    const { queries } = database;
    const second = await openCase(queries, { title: "The same again", cluster }, who);
    const { opened, leftOut } = await openClaims(queries, second.id, who);
    expect(opened).toBe(0);
    expect(
      leftOut.every((one) => one.reason === "already-claimed" && one.claim?.startsWith("C1-")),
    ).toBe(true);
  });

  it("opened twice at once still claims each transfer once", async () => {
    const { queries } = database;
    const [first] = await listClaims(queries, "C1");
    await moveClaim(
      queries,
      { caseId: "C1", claim: first?.id ?? "" },
      { status: "withdrawn", reason: "opened by mistake" },
      who,
    );
    const all = await Promise.all([1, 2, 3, 4].map(() => openClaims(queries, "C1", who)));
    expect(all.map((one) => one.opened).reduce((a, b) => a + b)).toBe(1);
    const live = (await listClaims(queries, "C1")).filter((claim) => claim.status !== "withdrawn");
    expect(live.flatMap((claim) => claim.lines.map((line) => line.transferId)).sort()).toEqual(
      [...stolen].sort(),
    );
    expect(new Set((await listClaims(queries, "C1")).map((claim) => claim.id)).size).toBe(4);
  });
});

describe("claims further on", () => {
  it("are opened by one stated rule against the case's holders, add up by it, and are the victim's, not the payer's", async () => {
    const { queries } = database;
    const made = await openTracedClaims(database, "C1", "fifo", who);
    expect(made.opened).toBeGreaterThan(0);
    const traced = (await listClaims(queries, "C1")).filter((claim) => claim.method === "fifo");
    expect(traced).toHaveLength(made.opened);
    const inCase = (await partsOfCase(queries, "C1")).accounts.filter(
      (one) => one.role !== "victim",
    );
    const holders = new Set(inCase.map((one) => one.number));
    for (const claim of traced) {
      expect(claim.defendant.accounts.every((account) => holders.has(account))).toBe(true);
      expect(claim.victim.accounts.every((account) => town.victims.includes(account))).toBe(true);
      expect(claim.victim.accounts).toHaveLength(1);
      for (const line of claim.lines) expect(BigInt(line.amount) <= BigInt(line.whole)).toBe(true);
    }
    const direct = (await oneCase(queries, "C1")).sums[0]?.amount;
    expect(direct).toBe(
      stolen
        .map(amountOf)
        .reduce((a, b) => a + b)
        .toString(),
    );
  });

  it("are not opened twice, nor by a second rule while claims by the first stand", async () => {
    const again = await openTracedClaims(database, "C1", "fifo", who);
    expect(again.opened).toBe(0);
    expect(
      again.leftOut.every((one) => one.reason === "already-claimed" && one.claim !== null),
    ).toBe(true);
    await expect(openTracedClaims(database, "C1", "libr", who)).rejects.toThrow("would contradict");
    for (const claim of (await listClaims(database.queries, "C1")).filter(
      (one) => one.method === "fifo",
    )) {
      await moveClaim(
        database.queries,
        { caseId: "C1", claim: claim.id },
        { status: "withdrawn", reason: "other rule" },
        who,
      );
    }
    expect((await openTracedClaims(database, "C1", "libr", who)).opened).toBeGreaterThan(0);
  });
});

describe("a claim", () => {
  it("moves by the legal order, with who, when and why", async () => {
    const { queries } = database;
    const [, claim] = await listClaims(queries, "C1");
    const at = { caseId: "C1", claim: claim?.id ?? "" };
    await expect(moveClaim(queries, at, { status: "judgment" }, who)).rejects.toThrow(
      "cannot become",
    );
    await moveClaim(queries, at, { status: "review" }, who);
    const back = { status: "draft", reason: "address is missing" } as const;
    const moved = await moveClaim(queries, at, back, { by: "chief", at: who.at + 5 });
    const bare = { facts: {}, corrections: [], asks: null };
    expect(moved.moves).toEqual([
      { ...bare, from: "draft", to: "review", reason: null, at: who.at, by: "tester" },
      { ...bare, from: "review", to: "draft", reason: back.reason, at: who.at + 5, by: "chief" },
    ]);
    expect(claimsContract.setStatus.answer.parse(moved).next.map((next) => next.status)).toContain(
      "review",
    );
    const elsewhere = { ...at, caseId: "C2" };
    await expect(moveClaim(queries, elsewhere, { status: "review" }, who)).rejects.toThrow(
      "no claim",
    );
  });

  it("is moved once when two people move it at the same moment", async () => {
    const { queries } = database;
    const [, , claim] = await listClaims(queries, "C1");
    const at = { caseId: "C1", claim: claim?.id ?? "" };
    await moveClaim(queries, at, { status: "review" }, who);
    const both = await Promise.allSettled([
      step(database, at, who, "approved"),
      step(database, at, who, "approved"),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("a case", () => {
  it("takes accounts and reports by hand and names those it does not know", async () => {
    const { queries } = database;
    const { id } = await openCase(queries, { title: "  By hand " }, who);
    expect((await oneCase(queries, id)).title).toBe("By hand");
    const accounts = await addAccounts(queries, id, [town.shop, "KZ-none"], who);
    expect(accounts).toEqual({ added: [town.shop], unknown: ["KZ-none"] });
    const reports = await addReports(queries, id, ["R0", "R-none"], who);
    expect(reports).toEqual({ added: ["R0"], unknown: ["R-none"] });
    const both = await addCluster(queries, id, cluster, who);
    expect(await addCluster(queries, id, cluster, who)).toEqual(both);
  });

  it("opens no claims while closed", async () => {
    const { queries } = database;
    const { id } = await openCase(queries, { title: "Closed", cluster }, who);
    expect(await updateCase(queries, id, { status: "closed" }, who)).toMatchObject({
      status: "closed",
    });
    await expect(openClaims(queries, id, who)).rejects.toThrow("closed");
  });

  it("is opened from crime reports alone; one that is not loaded opens nothing", async () => {
    const { queries } = database;
    const opened = await openCase(queries, { title: "By a report", reports: ["R2"] }, who);
    expect((await partsOfCase(queries, opened.id)).reports).toEqual(["R2"]);
    const count = (await listCases(queries)).length;
    await expect(
      openCase(queries, { title: "By nothing", reports: ["R2", "no such report"] }, who),
    ).rejects.toMatchObject({ code: "not-found", status: 404 });
    expect(await listCases(queries)).toHaveLength(count);
  });

  it("is not opened from a cluster that does not exist, and leaves no empty case behind", async () => {
    const before = await listCases(database.queries);
    await expect(
      openCase(database.queries, { title: "x", cluster: "R9-none" }, who),
    ).rejects.toThrow("no cluster");
    expect(await listCases(database.queries)).toEqual(before);
    await expect(oneCase(database.queries, "C999")).rejects.toThrow("no case");
    await expect(openCase(database.queries, { title: " " }, who)).rejects.toThrow("title");
  });
});

async function loadRows(rows: readonly string[], reports: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-cases-"));
  const [transfersFile, reportsFile] = [join(folder, "transfers.csv"), join(folder, "reports.csv")];
  const header = "transfer_id,booked_at,amount,currency,from_account,to_account,channel";
  await writeFile(transfersFile, `${[header, ...rows].join("\n")}\n`);
  await writeFile(
    reportsFile,
    `${["report_id,reported_at,victim_account,transfer_id", ...reports].join("\n")}\n`,
  );
  await load(database, reports.length === 0 ? [transfersFile] : [transfersFile, reportsFile], {
    loadedBy: "tester",
  });
  await rm(folder, { recursive: true });
}

describe("money the holder paid back", () => {
  const paid = (id: string, minute: number, amount: string, from: string, to: string) =>
    `${id},2026-03-05T10:${minute}:00+05:00,${amount},KZT,${from},${to},transfer`;
  const reported = (id: string, victim: string, transfer: string) =>
    `${id},2026-03-06T10:00:00+05:00,${victim},${transfer}`;

  it("is taken off the claim once, never more than it, and off a draft when it comes later", async () => {
    await emptyDatabase(database);
    await loadRows(
      [
        paid("b0", 10, "9.00", "B-d", "B-V"),
        paid("b1", 11, "100.00", "B-V", "B-d"),
        paid("b2", 12, "30.00", "B-d", "B-V"),
        paid("b3", 13, "5.00", "B-d", "B-W"),
        paid("b4", 14, "40.00", "B-W", "B-e"),
        paid("b5", 15, "70.00", "B-e", "B-W"),
      ],
      [reported("R-V", "B-V", "b1"), reported("R-W", "B-W", "b4")],
    );
    const { queries } = database;
    const { id } = await openCase(queries, { title: "Paid back" }, who);
    await addReports(queries, id, ["R-V", "R-W"], who);
    const opened = await openClaims(queries, id, who);
    expect(opened).toMatchObject({ opened: 1, extended: 0, lines: 2 });
    expect(opened.leftOut).toMatchObject([
      { report: "R-W", transferId: "b4", reason: "returned", claim: null },
    ]);
    const [claim] = await listClaims(queries, id);
    expect(claim).toMatchObject({
      amount: "7000",
      victim: { accounts: ["B-V"] },
      defendant: { accounts: ["B-d"] },
      lines: [
        { transferId: "b1", amount: "10000", whole: "10000" },
        { transferId: "b2", amount: "-3000", whole: "3000" },
      ],
    });
    expect(await openClaims(queries, id, who)).toMatchObject({ opened: 0, extended: 0, lines: 0 });
    await loadRows([paid("b6", 20, "90.00", "B-d", "B-V")], []);
    expect(await openClaims(queries, id, who)).toMatchObject({ opened: 0, extended: 1, lines: 1 });
    const [later] = await listClaims(queries, id);
    expect([later?.amount, later?.lines.at(-1)]).toMatchObject([
      "0",
      { amount: "-7000", whole: "9000" },
    ]);
  });
});

describe("a victim who passed another victim's money on", () => {
  it("and that one claim no more than the transfer was, and another case by another rule no more either", async () => {
    const at = (minute: number) => `2026-03-05T10:${minute}:00+05:00`;
    const rows = [
      ["m1", 10, "70.00", "M-A", "M-d"],
      ["m2", 20, "70.00", "M-d", "M-V"],
      ["m3", 30, "50.00", "M-E", "M-V"],
      ["m4", 40, "100.00", "M-V", "M-f"],
    ].map(
      ([id, minute, amount, from, to]) =>
        `${id},${at(Number(minute))},${amount},KZT,${from},${to},transfer`,
    );
    await emptyDatabase(database);
    await loadRows(rows, [
      "R-A,2026-03-06T10:00:00+05:00,M-A,m1",
      "R-V,2026-03-06T10:00:00+05:00,M-V,m4",
    ]);
    const { queries } = database;
    const caseOf = async () => {
      const { id } = await openCase(queries, { title: "A victim as mule" }, who);
      await addAccounts(queries, id, ["M-d", "M-V", "M-f"], who);
      await addReports(queries, id, ["R-A", "R-V"], who);
      return id;
    };
    const askedOf = async (...ids: string[]) => {
      const claims = (await Promise.all(ids.map((id) => listClaims(queries, id)))).flat();
      const lines = claims
        .filter((one) => one.status !== "withdrawn")
        .flatMap((claim) => claim.lines);
      const sum = (id: string) =>
        lines
          .filter((one) => one.transferId === id)
          .reduce((all, one) => all + BigInt(one.amount), 0n);
      return ["m1", "m2", "m4"].map(sum);
    };
    const first = await caseOf();
    expect(await openClaims(queries, first, who)).toMatchObject({ opened: 2, leftOut: [] });
    const { leftOut } = await openTracedClaims(database, first, "fifo", who);
    expect(leftOut).toMatchObject([{ report: "R-A", transferId: "m4", reason: "already-claimed" }]);
    expect(await askedOf(first)).toEqual([7000n, 7000n, 10_000n]);
    const second = await caseOf();
    await openClaims(queries, second, who);
    await openTracedClaims(database, second, "libr", who);
    expect(await askedOf(first, second)).toEqual([7000n, 7000n, 10_000n]);
    // The traced claim first: the payment it is part of is not claimed whole beside it.
    for (const { id } of await listClaims(queries, first)) {
      await moveClaim(
        queries,
        { caseId: first, claim: id },
        { status: "withdrawn", reason: "the other way round" },
        who,
      );
    }
    await openTracedClaims(database, first, "fifo", who);
    const direct = await openClaims(queries, first, who);
    expect(direct.leftOut).toMatchObject([
      { report: "R-V", transferId: "m4", reason: "already-claimed" },
    ]);
    expect(await askedOf(first, second)).toEqual([7000n, 7000n, 5000n]);
  });
});
