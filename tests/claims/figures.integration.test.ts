import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addAccounts, oneCase, openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase, moveClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { decideFigure, listFigures } from "../../server/claims/figures.store.ts";
import { cancelPayment, ledgerOfClaim, recordPayment } from "../../server/claims/payments.store.ts";
import { reworkDrafts } from "../../server/claims/rework.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import { load } from "../../server/loading/load.ts";
import {
  cancelMeasure,
  correctMeasure,
  recordMeasure,
} from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { shownReport } from "../../server/reports/reports.store.ts";
import { traceMoney } from "../../server/tracing/trace-money.ts";
import { step } from "../support/claim-steps.ts";
import { actor, exported, takeOut } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";

/** The victim states 30,000 where the bank has 100,000; of another transfer more than it was. */
const FILES = {
  "figures.csv": [
    "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
    "g1,2026-03-05T10:00:00+05:00,100000.00,KZT,G-V,G-D,transfer",
    "g2,2026-03-05T10:10:00+05:00,50000.00,KZT,G-V,G-D,transfer",
    "g3,2026-03-05T10:20:00+05:00,20000.00,KZT,G-V,G-E,transfer",
    "h1,2026-03-05T11:00:00+05:00,100000.00,KZT,H-V,H-D,transfer",
    "h2,2026-03-05T11:10:00+05:00,100000.00,KZT,H-D,H-T,transfer",
    "k1,2026-03-05T12:00:00+05:00,100000.00,KZT,K-V,K-D,transfer",
    "b1,2026-03-05T11:00:00+05:00,100000.00,KZT,B-V,B-D,transfer",
    "b2,2026-03-05T11:10:00+05:00,100000.00,KZT,B-D,B-T,transfer",
    "b3,2026-03-05T11:20:00+05:00,50000.00,KZT,B-V,B-D,transfer",
  ],
  "figures-reports.csv": [
    "report_id,reported_at,victim_account,transfer_id,amount,currency",
    "G-1,2026-03-06T10:00:00+05:00,G-V,g1,30000.00,KZT",
    "G-1,2026-03-06T10:00:00+05:00,G-V,g2,50000.00,KZT",
    "G-1,2026-03-06T10:00:00+05:00,G-V,g3,25000.00,KZT",
    "H-1,2026-03-06T10:00:00+05:00,H-V,h1,30000.00,KZT",
    "B-1,2026-03-06T10:00:00+05:00,B-V,b1,30000.00,KZT",
    "B-1,2026-03-06T10:00:00+05:00,B-V,b3,50000.00,KZT",
  ],
};

let database: Database;
let folder: string;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-figures-"));
  for (const [name, lines] of Object.entries(FILES))
    await writeFile(join(folder, name), `${lines.join("\n")}\n`);
  const paths = Object.keys(FILES).map((name) => join(folder, name));
  await load(database, paths, { loadedBy: "tester" });
  id = (await openCase(database.queries, { title: "Figures", reports: ["G-1"] }, actor)).id;
  await openClaims(database.queries, id, actor);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const wanted = (transferId: string, claim: "transfer" | "stated") => ({
  report: "G-1",
  transferId,
  stated: transferId === "g1" ? "3000000" : "2500000",
  whole: transferId === "g1" ? "10000000" : "2000000",
  claim,
  reason: "the victim sent 70,000 to a friend by this transfer",
});
const claimOf = async (to: string) => {
  const found = (await claimsOfCase(database.queries, id)).find((one) =>
    one.defendant.accounts.includes(to),
  );
  if (!found) throw new Error(`no claim against ${to}`);
  return found;
};

describe("a victim who states another sum than the bank", () => {
  it("is shown with both sums; the claim stays a draft until a person decides", async () => {
    const { queries } = database;
    const figures = await listFigures(queries, id);
    expect(figures.map((one) => [one.transferId, one.stated, one.whole, one.decision])).toEqual([
      ["g1", "3000000", "10000000", null],
      ["g3", "2500000", "2000000", null],
    ]);
    expect(figures.map((one) => one.mayClaimStated)).toEqual([true, false]);
    const claim = await claimOf("G-D");
    await expect(
      moveClaim(queries, { caseId: id, claim: claim.id }, { status: "review" }, actor),
    ).rejects.toMatchObject({ code: "figure-undecided", status: 409 });
  });

  it("the decision needs a reason, the sums that were seen, and a part of the transfer", async () => {
    const { queries } = database;
    const decide = (change: object) =>
      decideFigure(queries, id, { ...wanted("g1", "stated"), ...change }, actor);
    await expect(decide({ reason: "\u200b" })).rejects.toMatchObject({
      code: "figure-needs-reason",
    });
    await expect(decide({ stated: "1" })).rejects.toMatchObject({ code: "figure-changed" });
    await expect(decideFigure(queries, id, wanted("g3", "stated"), actor)).rejects.toMatchObject({
      code: "figure-no-part",
    });
  });

  it("the claim takes the sum decided for, and the package states both sums and the reason", async () => {
    const { queries } = database;
    const before = (await oneCase(queries, id)).version;
    await decideFigure(queries, id, wanted("g1", "stated"), actor);
    await decideFigure(queries, id, wanted("g3", "transfer"), actor);
    expect((await oneCase(queries, id)).version).toBe(before + 2);
    await reworkDrafts(database, id, actor);
    const claim = await claimOf("G-D");
    expect(claim.amount).toBe(8_000_000n);
    expect((await claimOf("G-E")).amount).toBe(2_000_000n);
    await moveClaim(queries, { caseId: id, claim: claim.id }, { status: "review" }, actor);
    const { table } = await exported(database, folder, id);
    expect(table("2-calculation/victim-figures.csv")).toMatchObject([
      {
        claim_id: claim.id,
        transfer_id: "g1",
        claims: "stated",
        reason: wanted("g1", "stated").reason,
      },
      { transfer_id: "g3", claims: "transfer" },
    ]);
    expect((await oneCase(queries, id)).sums).toEqual([{ currency: "KZT", amount: "10000000" }]);
  });

  it("another decision after filing is a difference that a person accepts", async () => {
    const { queries } = database;
    await decideFigure(queries, id, wanted("g1", "transfer"), actor);
    await reworkDrafts(database, id, actor);
    expect((await claimOf("G-D")).amount).toBe(8_000_000n);
    await expect(exported(database, folder, id)).rejects.toMatchObject({ code: "claims-differ" });
  });
});

describe("a trace of a transfer of which a person decided for the victim's figure", () => {
  it("follows that part only, in claims, in every trace and in the package", async () => {
    const { queries } = database;
    const other = await openCase(queries, { title: "Traced figure", reports: ["H-1"] }, actor);
    await addAccounts(queries, other.id, ["H-T"], actor);
    await openClaims(queries, other.id, actor);
    await openTracedClaims(database, other.id, "fifo", actor);
    const amounts = async () =>
      (await claimsOfCase(queries, other.id)).map((one) => [one.method, one.amount]);
    expect(await amounts()).toEqual([
      ["direct", 10_000_000n],
      ["fifo", 10_000_000n],
    ]);
    const figure = { report: "H-1", transferId: "h1", stated: "3000000", whole: "10000000" };
    const why = { claim: "stated" as const, reason: "the rest was a present" };
    await decideFigure(queries, other.id, { ...figure, ...why }, actor);
    await reworkDrafts(database, other.id, actor);
    expect(await amounts()).toEqual([
      ["direct", 3_000_000n],
      ["fifo", 3_000_000n],
    ]);
    const asked = { reports: ["H-1"], transfers: [], victims: [], letGo: [], stopAt: [] };
    const { traces } = await traceMoney(database, { ...asked, method: "lifo", range: false });
    expect(traces[0]).toMatchObject({ stolen: "3000000" });
    const { table } = await exported(database, folder, other.id);
    const steps = table("2-calculation/trace/steps-KZT.csv");
    expect(steps.map((step) => [step.transfer_id, step.transfer_amount, step.part])).toEqual([
      ["h1", "100000,00", "30000,00"],
      ["h2", "100000,00", "30000,00"],
    ]);
  });
});

describe("a figure below what was written down before it", () => {
  const figure = { report: "B-1", transferId: "b1", stated: "3000000", whole: "10000000" };
  let decisions = 0;
  const decide = (caseId: string, claim: "stated" | "transfer" = "stated") => {
    const choice = { ...figure, claim, reason: "the rest was a present" };
    decisions += 1;
    return decideFigure(database.queries, caseId, choice, { ...actor, at: actor.at + decisions });
  };
  const opened = async (...accounts: string[]) => {
    const made = await openCase(database.queries, { title: "Written", reports: ["B-1"] }, actor);
    await addAccounts(database.queries, made.id, accounts, actor);
    await openClaims(database.queries, made.id, actor);
    return made.id;
  };

  it("is refused while a block stands of more, at the first holder or further on", async () => {
    const { queries } = database;
    const caseId = await opened("B-T");
    await openTracedClaims(database, caseId, "fifo", actor);
    const fields = { kind: "block", day: "2026-04-01", amount: "4000000" } as const;
    for (const transfer of ["b1", "b2"]) {
      const block = await recordMeasure(queries, { ...fields, transfer }, actor);
      await expect(decide(caseId)).rejects.toMatchObject({
        code: "figure-below-block",
        params: { transfer: "b1", amount: "30000.00 KZT", blocks: block.id },
      });
      const reason = "The bank wrote 30,000";
      const less = { reason, fields: { ...fields, transfer, amount: "3000000" } };
      await correctMeasure(queries, block.id, less, actor);
      await decide(caseId);
      await decide(caseId, "transfer");
      await cancelMeasure(queries, block.id, "A slip", actor);
    }
    for (const { id: claim } of (await claimsOfCase(queries, caseId)).reverse()) {
      const ended = { status: "withdrawn" as const, reason: "opened for a test" };
      await moveClaim(queries, { caseId, claim }, ended, actor);
    }
  });

  it("is refused where a payment would count for less, not where another loss takes it", async () => {
    const { queries } = database;
    const caseId = await opened();
    await decide(caseId, "transfer");
    const claim = (await claimsOfCase(queries, caseId))[0]?.id ?? "";
    const at = { caseId, claim };
    await step(database, at, actor, "review", "approved", "filed");
    const paid = { day: "2026-04-02", source: "dropper", receipt: "9" } as const;
    const small = { ...paid, amount: "8000000" };
    const first = (await recordPayment(queries, at, small, actor)).payments[0]?.id;
    // Of 80,000 the other loss of the claim takes 50,000, and 30,000 stay.
    await decide(caseId);
    await decide(caseId, "transfer");
    const { payments } = await recordPayment(queries, at, { ...paid, amount: "100" }, actor);
    const second = payments.find(({ id }) => id !== first)?.id ?? "";
    // A claim past draft keeps its sum; back in draft it would follow the decision.
    await expect(decide(caseId)).rejects.toMatchObject({
      code: "figure-below-back",
      params: { transfer: "b1", amount: "30000.00 KZT", entries: second },
    });
    await cancelPayment(queries, { ...at, payment: second }, "A slip", actor);
    await decide(caseId);
    expect((await ledgerOfClaim(queries, at)).recovered).toBe("8000000");
  });
});

describe("a corrected table of reports", () => {
  it("is taken under blocks and returns where a person says so; the bank's sum stays until a decision", async () => {
    const { queries } = database;
    const table = async (name: string, amount: string, corrects = false) => {
      const path = join(folder, name);
      const said = `K-1,2026-03-06T10:00:00+05:00,K-V,k1,${amount},KZT`;
      await writeFile(
        path,
        `report_id,reported_at,victim_account,transfer_id,amount,currency\n${said}\n`,
      );
      const { loaded, rejected } = await load(database, [path], { loadedBy: "aida", corrects });
      return { loaded, rejected };
    };
    await table("k-first.csv", "100000.00");
    const caseId = (await openCase(queries, { title: "Corrected", reports: ["K-1"] }, actor)).id;
    await openClaims(queries, caseId, actor);
    const of = { day: "2026-04-01", amount: "6000000" } as const;
    const block = await recordMeasure(queries, { ...of, kind: "block", transfer: "k1" }, actor);
    const back = { ...of, kind: "return", block: block.id, amount: "4000000" } as const;
    await recordMeasure(queries, back, actor);
    expect(await table("k-second.csv", "30000.00")).toEqual({ loaded: 0, rejected: 1 });
    expect(await listFigures(queries, caseId)).toEqual([]);
    // The same file again, with the word that it corrects.
    expect(await table("k-second.csv", "30000.00", true)).toEqual({ loaded: 1, rejected: 0 });
    const sums = { stated: "3000000", whole: "10000000" };
    const stand = async () => {
      await reworkDrafts(database, caseId, actor);
      expect(await listFigures(queries, caseId)).toMatchObject([{ ...sums, decision: null }]);
      expect((await claimsOfCase(queries, caseId))[0]?.amount).toBe(10_000_000n);
    };
    await stand();
    const [first, second] = [
      { file: "k-first.csv", amount: "10000000" },
      { file: "k-second.csv", amount: "3000000", by: "aida" },
    ];
    expect((await shownReport(queries, "K-1")).corrected).toMatchObject([
      { transferId: "k1", was: first, now: second },
    ]);
    const wanted = { report: "K-1", transferId: "k1", ...sums, reason: "the rest was a present" };
    await expect(
      decideFigure(queries, caseId, { ...wanted, claim: "stated" }, actor),
    ).rejects.toMatchObject({ code: "figure-below-back" });
    // The earlier table may go now, and does not come back on a guess.
    await takeOut(database, "k-first.csv");
    await stand();
    expect(await table("k-first.csv", "100000.00")).toEqual({ loaded: 0, rejected: 1 });
    await stand();
    // A table that was corrected itself corrects again, where a person says so of the same file.
    expect(await table("k-third.csv", "60000.00", true)).toEqual({ loaded: 1, rejected: 0 });
    expect(await table("k-second.csv", "30000.00", true)).toEqual({ loaded: 1, rejected: 0 });
    await stand();
    expect(await table("k-second.csv", "30000.00", true)).toEqual({ loaded: 0, rejected: 0 });
  });

  it("that names another victim of the report is refused, with or without that word", async () => {
    const path = join(folder, "k-other.csv");
    const rows = ["K-9,2026-03-06T10:00:00+05:00,850101300123,K-V,k1,100000.00,KZT"];
    const table = async (more: string, corrects: boolean) => {
      await writeFile(
        path,
        `report_id,reported_at,victim_iin,victim_account,transfer_id,amount,currency\n${[...rows, more].join("\n")}\n`,
      );
      const { loaded, rejected } = await load(database, [path], { loadedBy: "aida", corrects });
      return { loaded, rejected };
    };
    for (const corrects of [false, true])
      expect(
        await table(
          `K-9,2026-03-06T10:00:00+05:00,900202300127,K-W,k2,7${corrects ? 1 : 0}.00,KZT`,
          corrects,
        ),
      ).toMatchObject({ rejected: 1 });
    expect((await shownReport(database.queries, "K-9")).victim).toMatchObject({
      iin: "850101300123",
    });
  });
});
