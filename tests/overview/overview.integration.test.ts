import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClaimStatus } from "../../contract/claim-steps.ts";
import { NOBODY, type PersonFields } from "../../contract/dossier.ts";
import type { DataFigureId, DataRecord } from "../../contract/overview-records.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import {
  addAccounts,
  addReports,
  listCases,
  oneCase,
  openCase,
} from "../../server/cases/cases.store.ts";
import { listClaims } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import { startDetection } from "../../server/detection/run/start-detection.ts";
import { decide } from "../../server/detection/store/decisions.store.ts";
import { savePerson } from "../../server/dossier/people.store.ts";
import { load } from "../../server/loading/load.ts";
import { recordsOf } from "../../server/measures/summary/summary.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { summary } from "../../server/overview/overview.store.ts";
import { dataRecords } from "../../server/overview/records.store.ts";
import { claimsToApprove } from "../../server/overview/to-approve.store.ts";
import { step } from "../support/claim-steps.ts";
import { testDatabase } from "../support/neo4j.ts";

const day = (text: string) => Date.parse(`${text}T12:00:00+05:00`);
const on = (text: string) => ({ by: "tester", at: day(text) });
const MARCH = { from: day("2026-03-01"), until: day("2026-04-01") };
const APRIL = { from: day("2026-04-01"), until: day("2026-05-01") };
const kzt = (amount: string) => [{ currency: "KZT", amount }];
let database: Database;
let caseId: string;

/** Two victims pay one dropper, who passes the first one's money on to a second. */
beforeAll(async () => {
  database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-overview-"));
  const files = {
    "transfers.csv": [
      "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
      "s1,2026-02-05T10:10:00+05:00,100.00,KZT,S-V,S-d,transfer",
      "s2,2026-02-05T10:20:00+05:00,100.00,KZT,S-d,S-e,transfer",
      "s3,2026-02-05T10:30:00+05:00,40.00,KZT,S-W,S-d,transfer",
    ],
    "reports.csv": [
      "report_id,reported_at,victim_account,transfer_id",
      "S-1,2026-02-06T10:00:00+05:00,S-V,s1",
      "S-2,2026-02-06T10:00:00+05:00,S-W,s3",
    ],
  };
  for (const [name, lines] of Object.entries(files))
    await writeFile(join(folder, name), `${lines.join("\n")}\n`);
  const paths = Object.keys(files).map((name) => join(folder, name));
  await load(database, paths, { loadedBy: "tester" });
  await rm(folder, { recursive: true });
  const { queries } = database;
  caseId = (await openCase(queries, { title: "Summary" }, on("2026-02-10"))).id;
  await addAccounts(queries, caseId, ["S-d", "S-e"], on("2026-02-10"));
  await addReports(queries, caseId, ["S-1", "S-2"], on("2026-02-10"));
  await openClaims(queries, caseId, on("2026-02-10"));
  await openTracedClaims(database, caseId, "fifo", on("2026-02-11"));
});
afterAll(async () => {
  await database.close();
});

async function move(wanted: { victim: string; method: string }, at: string, to: ClaimStatus) {
  const claims = await listClaims(database.queries, caseId);
  const found = claims.find(
    (claim) => claim.method === wanted.method && claim.victim.accounts.includes(wanted.victim),
  );
  const target = { caseId, claim: found?.id ?? "" };
  await step(database, target, on(at), to);
}

const row = async () => (await listCases(database.queries))[0];

describe("claims that wait for approval", () => {
  it("are those in review, with the parties, the sum and the person who sent them", async () => {
    expect(await claimsToApprove(database.queries)).toEqual([]);
    await move({ victim: "S-W", method: "direct" }, "2026-02-12", "review");
    expect(await claimsToApprove(database.queries)).toEqual([
      {
        claim: expect.stringMatching(/^C1-/),
        case: { id: caseId, title: "Summary" },
        victim: null,
        defendants: ["S-d"],
        amount: "4000",
        currency: "KZT",
        sentBy: "tester",
        sentAt: on("2026-02-12").at,
      },
    ]);
    await move({ victim: "S-W", method: "direct" }, "2026-02-12", "draft");
  });
});

describe("the figures of a period", () => {
  it("count no draft as claimed; the case tells drafts and claimed apart, a loss once", async () => {
    const { queries } = database;
    expect(await listClaims(queries, caseId)).toHaveLength(3);
    const all = await summary(queries, {});
    expect(all).toMatchObject({ claims: 0, claimed: [], stolen: kzt("14000") });
    expect(all.byStatus).toEqual([{ status: "draft", count: 3, sums: kzt("14000") }]);
    expect(await row()).toMatchObject({ claims: 3, sums: kzt("14000"), claimed: [] });
  });

  it("date a claim by the day it left the office", async () => {
    const { queries } = database;
    await move({ victim: "S-V", method: "direct" }, "2026-02-12", "review");
    await move({ victim: "S-V", method: "direct" }, "2026-02-12", "approved");
    await move({ victim: "S-V", method: "direct" }, "2026-03-10", "demand");
    await move({ victim: "S-V", method: "direct" }, "2026-04-10", "filed");
    expect(await summary(queries, MARCH)).toMatchObject({ claims: 1, claimed: kzt("10000") });
    expect(await summary(queries, APRIL)).toMatchObject({ claims: 0, claimed: [] });
    const february = { from: day("2026-02-01"), until: day("2026-03-01") };
    expect(await summary(queries, february)).toMatchObject({ claims: 0, claimed: [] });
    expect((await summary(queries, APRIL)).byStatus).toEqual([
      { status: "filed", count: 1, sums: kzt("10000") },
    ]);
    expect(await row()).toMatchObject({ sums: kzt("14000"), claimed: kzt("10000") });
  });

  it("count a loss once that is claimed from the first holder and from the next", async () => {
    const { queries } = database;
    await move({ victim: "S-V", method: "fifo" }, "2026-04-11", "review");
    await move({ victim: "S-V", method: "fifo" }, "2026-04-11", "approved");
    await move({ victim: "S-V", method: "fifo" }, "2026-04-12", "filed");
    expect(await summary(queries, {})).toMatchObject({ claims: 2, claimed: kzt("10000") });
    expect(await summary(queries, APRIL)).toMatchObject({ claims: 1, claimed: [] });
    expect(await row()).toMatchObject({ sums: kzt("14000"), claimed: kzt("10000") });
  });

  it("keep the loss when the claim against the first holder is withdrawn, and count no withdrawn claim", async () => {
    const { queries } = database;
    await move({ victim: "S-V", method: "direct" }, "2026-05-02", "withdrawn");
    await move({ victim: "S-W", method: "direct" }, "2026-05-02", "withdrawn");
    const all = await summary(queries, {});
    // The claim further on still asks for the loss: nothing less is claimed by the withdrawal.
    expect(all).toMatchObject({ claims: 2, claimed: kzt("10000"), withdrawals: 1, withdrawn: [] });
    expect(all.byStatus.map((line) => [line.status, line.count])).toEqual([
      ["filed", 1],
      ["withdrawn", 2],
    ]);
    expect(all).toMatchObject({ claimsAgain: 0, claimedAgain: [] });
    expect(await row()).toMatchObject({
      claims: 1,
      sums: kzt("10000"),
      claimed: kzt("10000"),
    });
  });

  it("date a dropper by the day somebody took the holder for one, whatever was searched since", async () => {
    const { queries } = database;
    // The case of 10 February holds S-d and S-e; the recipient of s1 and s3 is S-d again.
    const february = { from: day("2026-02-01"), until: day("2026-03-01") };
    expect((await summary(queries, february)).droppers).toBe(2);
    expect((await summary(queries, MARCH)).droppers).toBe(0);
    const search = { since: null, until: null, startedBy: "tester" };
    await startDetection(database, { ...search, useReports: true });
    expect((await summary(queries, february)).droppers).toBe(2);
    expect((await summary(queries, MARCH)).droppers).toBe(0);
    const decision = {
      subject: "account",
      verdict: "confirmed",
      reason: "seen",
      until: null,
    } as const;
    await decide(queries, { ...decision, target: "S-e" }, "tester", day("2026-03-05"));
    expect((await summary(queries, MARCH)).droppers).toBe(0);
    const against = { ...decision, target: "S-e", verdict: "dismissed" } as const;
    await decide(queries, against, "tester", day("2026-03-06"));
    expect((await summary(queries, {})).droppers).toBe(1);
  });

  it("count who is written down as a dropper of a case, once, on the day of that", async () => {
    const { queries } = database;
    const [one] = await listCases(queries);
    const id = one?.id ?? "";
    const before = (await oneCase(queries, id)).droppers;
    const write = (person: Partial<PersonFields>, on: string, known: string | null = null) => {
      const wanted = { ...NOBODY, role: "dropper" as const, name: "Бекенов", ...person };
      return savePerson(queries, id, { id: known, person: wanted }, { by: "tester", at: day(on) });
    };
    const { people } = await write({ iin: "850101400120" }, "2026-03-07");
    await write({ name: "Сеитов", role: "curator" }, "2026-03-07");
    // A person who is a dropper by an account already is no further one.
    await write({ name: "d", holderKey: "S-d" }, "2026-03-07");
    expect((await oneCase(queries, id)).droppers).toBe(before + 1);
    expect((await summary(queries, MARCH)).droppers).toBe(1);
    // An address that is added later changes no day.
    await write({ iin: "850101400120", address: "Алматы" }, "2026-04-07", people.at(-1)?.id);
    expect((await summary(queries, MARCH)).droppers).toBe(1);
    const { records } = await recordsOf(queries, { figure: "droppers", limit: 10 });
    expect(records.map(({ about, day: on }) => [about, on])).toContainEqual([
      "Бекенов",
      "2026-03-07",
    ]);
  });

  it("are what their records add up to, page by page, in any period", async () => {
    const { queries } = database;
    const all = async (figure: DataFigureId, period: object) => {
      const records: DataRecord[] = [];
      for (let offset: number | null = 0; offset !== null; ) {
        const page = await dataRecords(queries, { ...period, figure, offset, limit: 2 });
        records.push(...page.records);
        offset = page.next;
      }
      const { figure: shown } = await dataRecords(queries, {
        ...period,
        figure,
        offset: 0,
        limit: 2,
      });
      const sums = sumByCurrency(records.flatMap((one) => one.sums));
      expect(new Set(records.map(({ key }) => key)).size).toBe(records.length);
      expect(shown).toEqual({ count: records.reduce((sum, one) => sum + one.count, 0), sums });
      return shown;
    };
    for (const period of [
      {},
      MARCH,
      APRIL,
      { from: day("2026-02-01"), until: day("2026-03-01") },
    ]) {
      const figures = await summary(queries, period);
      for (const id of ["reports", "victims", "cases", "claims", "files"] as const)
        expect([id, (await all(id, period)).count]).toEqual([id, figures[id]]);
      expect((await all("stolen", period)).sums).toEqual(figures.stolen);
      for (const { status, count, sums } of figures.byStatus)
        expect(await all(`status-${status}`, period)).toEqual({ count, sums });
    }
  });
});
