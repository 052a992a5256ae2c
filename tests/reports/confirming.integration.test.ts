import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SurePair } from "../../contract/report-candidates.ts";
import { load } from "../../server/loading/load.ts";
import { type Served, servedTo, settledPerson, signedIn, type Visitor } from "../support/http.ts";
import { kzIban } from "../support/kz-iban.ts";
import { command } from "../support/served.ts";

/**
 * Described transfers that a person finds in the data: of another sum, and many at once. The IIN of
 * the victim was misheard: its check digit is wrong.
 */
const VICTIM = kzIban("722", "1");
const FIRST = kzIban("601", "2");

let served: Served;
let me: Visitor;
let other: Visitor;
let head: Visitor;
let folder: string;

const ask = async (method: string, path: string, body?: unknown) => {
  const answer = await me.ask(method, `/api${path}`, body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
};

/** What is proposed for the third transfer of the report. */
const proposed = (report: { reported: { candidates: { transfer: { id: string } }[] }[] }) =>
  report.reported[2]?.candidates.map(({ transfer }) => transfer.id);

beforeAll(async () => {
  served = await servedTo("first", "investigator");
  me = served.me;
  await settledPerson(served.database, "other", "investigator");
  other = await signedIn(served.server.base, "other");
  await settledPerson(served.database, "head", "head");
  head = await signedIn(served.server.base, "head");
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-confirming-"));
});
afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

it("finds a transfer of another sum by both accounts, and takes what agrees in everything at once", async () => {
  const at = (clock: string) => Date.parse(`2026-11-26T${clock}:00+05:00`);
  const recipient = { account: FIRST, name: "Омаров Данияр", phone: null, bank: null };
  const told = (amount: string, clock: string) => ({
    ...{ amount, currency: "KZT", at: at(clock), recipient },
  });
  const three = [told("1000000", "10:00"), told("2000000", "11:00"), told("2500000", "12:00")];
  const victim = { name: "Сапарова Айгүл", iin: "850101400121", account: VICTIM };
  const entry = { number: "2675-2", reportedAt: at("16:00"), victim, lure: null, stolen: three };
  await ask("POST", "/reports", entry);
  const path = join(folder, "three.csv");
  const lines = [
    "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
    `w1,2026-11-26T10:00:10+05:00,10000.00,KZT,${VICTIM},${FIRST},transfer`,
    `w2,2026-11-26T11:00:10+05:00,20000.00,KZT,${VICTIM},${FIRST},transfer`,
    `w3,2026-11-26T12:00:10+05:00,30000.00,KZT,${VICTIM},${FIRST},transfer`,
  ];
  await writeFile(path, `${lines.join("\n")}\n`);
  await load(served.database, [path], { loadedBy: "tester" });
  const before = await ask("GET", "/reports/2675-2");
  expect(before.sure.map((one: { transferId: string }) => one.transferId)).toEqual(["w1", "w2"]);
  const [, , last] = before.reported;
  expect(last.candidates.map((one: { fits: string[] }) => one.fits[0])).toEqual(["other-amount"]);
  expect(proposed(before)).toEqual(["w3"]);
  const all = { pairs: before.sure, reason: "All agrees." };
  const stranger = [...before.sure, { key: last.key, transferId: "nobody" }];
  const refused = await me.ask("POST", "/api/reports/2675-2/links/all", {
    ...all,
    pairs: stranger,
  });
  expect(refused.status).toBe(404);
  await ask("POST", "/reports/2675-2/links/all", all);
  expect((await me.ask("POST", "/api/reports/2675-2/links/all", all)).status).toBe(409);
  const other = {
    key: last.key,
    transferId: "w3",
    same: true,
    reason: "Both accounts.",
    seen: null,
  };
  await ask("POST", "/reports/2675-2/links", other);
  const report = await ask("GET", "/reports/2675-2");
  expect(report.transfers.map((one: { id: string }) => one.id)).toEqual(["w1", "w2", "w3"]);
  // The victim's own figure of the third goes with it: a person decides which one is claimed.
  const { id } = await ask("POST", "/cases", { title: "Three", reports: ["2675-2"] });
  const { figures } = await ask("GET", `/cases/${id}/figures`);
  expect(figures).toMatchObject([{ transferId: "w3", stated: "2500000", whole: "3000000" }]);
  const back = { ...other, same: false, seen: true, reason: "Paid for a friend." };
  await ask("POST", "/reports/2675-2/links", back);
  const after = await ask("GET", "/reports/2675-2");
  expect(after.transfers.map((one: { id: string }) => one.id)).toEqual(["w1", "w2"]);
  expect((await ask("GET", `/cases/${id}/figures`)).figures).toEqual([]);
  expect(proposed(after)).toEqual([]);
  // A refusal is taken back too: the transfer is proposed again.
  const again = { ...other, same: null, seen: false, reason: "It may be this one after all." };
  await ask("POST", "/reports/2675-2/links", again);
  expect(proposed(await ask("GET", "/reports/2675-2"))).toEqual(["w3"]);
  // The letters say the number as it was given.
  const letters = await me.ask("POST", "/api/reports/2675-2/papers", { kinds: ["block"] });
  expect(letters.status).toBe(200);
});

it("confirms at once what agrees in everything in all reports of a case", async () => {
  const at = (clock: string) => Date.parse(`2026-11-25T${clock}:00+05:00`);
  const recipient = { account: FIRST, name: null, phone: null, bank: null };
  const ids = ["2675-11", "2675-12", "2675-13"];
  // Two more, of no case.
  const others = ["2675-14", "2675-15"];
  const victims = ["3", "4", "5", "7", "8"].map((body) => kzIban("722", body));
  const lines = ["transfer_id,booked_at,amount,currency,from_account,to_account,channel"];
  for (const [place, account] of victims.entries())
    lines.push(
      `y${place},2026-11-25T1${place}:00:10+05:00,500.00,KZT,${account},${FIRST},transfer`,
    );
  const path = join(folder, "case.csv");
  await writeFile(path, `${lines.join("\n")}\n`);
  await load(served.database, [path], { loadedBy: "tester" });
  for (const [place, number] of [...ids, ...others].entries()) {
    // The last one is of another sum: nobody confirms it unseen.
    const amount = place === 2 ? "60000" : "50000";
    const told = { amount, currency: "KZT", at: at(`1${place}:00`), recipient };
    const victim = { name: null, iin: null, account: victims[place] };
    await ask("POST", "/reports", {
      ...{ number, reportedAt: at("16:00"), victim, lure: null, stolen: [told] },
    });
  }
  const { id } = await ask("POST", "/cases", { title: "Twelve", reports: ids });
  // The bank's rows were loaded first: they are news of the reports all the same.
  const news = async () => (await ask("GET", "/news")).sure.map((one: SurePair) => one.report);
  expect((await news()).sort()).toEqual(["2675-11", "2675-12", ...others]);
  const { pairs } = await ask("GET", `/cases/${id}/sure-transfers`);
  expect(pairs).toMatchObject([
    { report: "2675-11", transferId: "y0", amount: "50000", currency: "KZT" },
    { report: "2675-12", transferId: "y1", amount: "50000", currency: "KZT" },
  ]);
  const link = (all: typeof pairs) =>
    me.ask("POST", `/api/cases/${id}/sure-transfers`, {
      pairs: all.map(({ report, key, transferId }: Record<string, string>) => ({
        ...{ report, key, transferId },
      })),
      reason: "All agrees.",
    });
  expect((await link([...pairs, { ...pairs[0], report: "2675-2" }])).status).toBe(404);
  expect((await link(pairs)).status).toBe(200);
  expect((await link(pairs)).status).toBe(409);
  expect((await ask("GET", `/cases/${id}/sure-transfers`)).pairs).toEqual([]);
  const { version } = await ask("GET", `/cases/${id}`);
  const opened = await ask("POST", `/cases/${id}/claims`, { method: "direct", version });
  expect(opened.opened).toBe(2);
  const [today] = (await ask("GET", "/news")).sure.filter(
    (one: SurePair) => one.report === "2675-14",
  );
  const { report, key, transferId } = today;
  const one = { pairs: [{ report, key, transferId }], reason: "All agrees." };
  expect((await me.ask("POST", "/api/sure-transfers", one)).status).toBe(200);
  const words = ["report", "confirm", "--why", "All agrees.", "--json"];
  const confirmed = await command([...words, "--data", served.database.dataDir]);
  expect(JSON.parse(confirmed.out).transfers).toEqual([
    { report: "2675-15", transferId: "y4", amount: "500.00", currency: "KZT" },
  ]);
  expect(await news()).toEqual([]);
  expect((await ask("GET", "/reports/2675-15")).reported[0].links).toMatchObject([
    { same: true, reason: "All agrees.", by: "command line" },
  ]);
});

describe("a report that was entered wrongly", () => {
  const at = (clock: string) => Date.parse(`2026-11-24T${clock}:00+05:00`);
  const wrong = {
    reportedAt: at("16:00"),
    victim: { name: "Сапарва Айгүл", iin: null, account: kzIban("722", "6") },
    lure: "звонок",
    stolen: [
      {
        ...{ amount: "7000000", currency: "KZT", at: at("09:00"), dayOnly: false },
        recipient: { account: FIRST, name: "Омаров Данияр", phone: null, bank: "601" },
        transferId: null,
      },
    ],
  };
  const right = {
    ...wrong,
    victim: { ...wrong.victim, name: "Сапарова Айгүл", iin: "850101400120" },
    stolen: [{ ...wrong.stolen[0], amount: "700000" }],
  };
  const put = (who: Visitor, body: object) =>
    who.ask("PUT", "/api/reports/2675-21/entry", { version: 0, reason: "Asked again.", ...body });
  const letters = () => me.ask("POST", "/api/reports/2675-21/papers", { kinds: ["block"] });
  const measures = async () => (await ask("GET", "/reports/2675-21")).measures;

  it("is corrected by its author with a reason; matches and letters follow, what it said is kept", async () => {
    const path = join(folder, "wrong.csv");
    const lines = [
      "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
      `z1,2026-11-24T09:00:10+05:00,7000.00,KZT,${kzIban("722", "6")},${FIRST},transfer`,
    ];
    await writeFile(path, `${lines.join("\n")}\n`);
    await load(served.database, [path], { loadedBy: "tester" });
    await ask("POST", "/reports", { number: "2675-21", ...wrong });
    expect((await ask("GET", "/reports/2675-21")).sure).toEqual([]);
    expect(await ask("GET", "/reports/2675-21/entry")).toEqual({
      ...{ version: 0, entry: wrong, notCorrected: null, notTakenOut: null, changes: [] },
    });
    expect((await letters()).status).toBe(200);
    expect(await measures()).toMatchObject([{ unsent: true, outdated: false, amount: "7000000" }]);
    expect(await put(other, right)).toMatchObject({
      status: 403,
      json: { code: "report-kept-author" },
    });
    expect((await put(me, { ...right, reason: " " })).status).toBe(422);
    expect(await put(me, wrong)).toMatchObject({ json: { code: "report-unchanged" } });
    expect((await put(me, right)).status).toBe(200);
    expect(await put(me, wrong)).toMatchObject({ json: { code: "changed-meanwhile" } });
    const report = await ask("GET", "/reports/2675-21");
    expect(report).toMatchObject({
      victim: { name: "Сапарова Айгүл", iin: "850101400120" },
      reported: [{ amount: "700000" }],
      sure: [{ transferId: "z1" }],
      measures: [{ unsent: true, outdated: true }],
    });
    expect(await ask("GET", "/reports/2675-21/entry")).toMatchObject({
      version: 1,
      entry: right,
      changes: [{ what: "corrected", by: "first", reason: "Asked again.", was: wrong }],
    });
    // The letter made anew stands in the place of the one that nobody sent.
    expect((await letters()).status).toBe(200);
    expect(await measures()).toMatchObject([{ outdated: false, amount: "700000" }]);
    const { deadlines } = await ask("GET", "/deadlines");
    const own = deadlines.filter((one: { report: string }) => one.report === "2675-21");
    expect(own).toMatchObject([{ outdated: false }]);
  });

  it("is corrected by the head once a transfer was confirmed, and its decision holds", async () => {
    const { sure } = await ask("GET", "/reports/2675-21");
    await ask("POST", "/reports/2675-21/links/all", { pairs: sure, reason: "All agrees." });
    const named = { ...right, lure: "SMS", version: 1 };
    expect(await put(me, named)).toMatchObject({ json: { code: "report-kept-confirmed" } });
    expect((await put(head, named)).status).toBe(200);
    const report = await ask("GET", "/reports/2675-21");
    expect(report).toMatchObject({ lure: "SMS", transfers: [{ id: "z1" }] });
  });

  it("is taken out while no claim and no sent letter rests on it; its letters are struck out", async () => {
    const out = (version: number) =>
      me.ask("POST", "/api/reports/2675-21/take-out", { version, reason: "Another office’s." });
    const { id, version } = await ask("POST", "/cases", {
      title: "By mistake",
      reports: ["2675-21"],
    });
    await ask("POST", `/cases/${id}/claims`, { method: "direct", version });
    expect(await out(2)).toMatchObject({ status: 409, json: { code: "report-kept-claim" } });
    const [claim] = (await ask("GET", `/cases/${id}/claims`)).claims;
    await ask("PATCH", `/cases/${id}/claims/${claim.id}`, {
      ...{ status: "withdrawn", reason: "No case of ours.", version: claim.version },
    });
    const [letter] = await measures();
    expect((await out(2)).status).toBe(200);
    expect((await me.ask("GET", "/api/reports/2675-21")).status).toBe(404);
    expect((await ask("GET", `/measures/${letter.id}`)).measure.cancelled).toMatchObject({
      reason: "Another office’s.",
    });
    // The number is free again, and what happened to it is kept.
    await ask("POST", "/reports", { number: "2675-21", ...right });
    const { changes } = await ask("GET", "/reports/2675-21/entry");
    expect(changes.map(({ what }: { what: string }) => what)).toEqual([
      ...["taken-out", "corrected", "corrected"],
    ]);
  });
});
