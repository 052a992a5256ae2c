import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CurrencySum, sumByCurrency } from "../../contract/sums.ts";
import type { StoredClaim } from "../../server/claims/claim.ts";
import { gatherFacts } from "../../server/evidence/case-facts.store.ts";
import { describedSaid } from "../../server/evidence/documents/described.ts";
import { describedTable } from "../../server/evidence/tables/fact-tables.ts";
import { textsOf } from "../../server/evidence/texts/texts.ts";
import { load } from "../../server/loading/load.ts";
import { listSources } from "../../server/loading/sources/sources.store.ts";
import { withdraw } from "../../server/loading/withdraw.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { archivedTexts } from "../support/archived-texts.ts";
import {
  settledPerson,
  signedIn,
  startServer,
  type TestServer,
  type Visitor,
} from "../support/http.ts";
import { kzIban } from "../support/kz-iban.ts";
import { testDatabase } from "../support/neo4j.ts";

const VICTIM = kzIban("722", "1");
const FIRST = kzIban("601", "2");
const SECOND = kzIban("965", "3");
const THIRD = kzIban("856", "4");
const AT = Date.parse("2026-11-28T14:05:00+05:00");
const REPORTED = Date.parse("2026-11-28T16:00:00+05:00");

let database: Database;
let server: TestServer;
let me: Visitor;
let folder: string;

const ask = async (method: string, path: string, body?: unknown) => {
  const answer = await me.ask(method, `/api${path}`, body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
};
const loadLines = async (files: Readonly<Record<string, readonly string[]>>) => {
  for (const [name, lines] of Object.entries(files))
    await writeFile(join(folder, name), `${lines.join("\n")}\n`);
  await load(
    database,
    Object.keys(files).map((name) => join(folder, name)),
    { loadedBy: "tester" },
  );
};
const victim = { name: "Сапарова Айгүл", iin: "850101400120", account: VICTIM };
const stolen = {
  amount: "150000000",
  currency: "KZT",
  at: AT,
  recipient: { account: FIRST, name: "Омаров Данияр", phone: null, bank: null },
};
const entry = { number: "2675-1", reportedAt: REPORTED, victim, lure: "звонок", stolen: [stolen] };

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer(database);
  await settledPerson(database, "first", "investigator");
  me = await signedIn(server.base, "first");
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-first-hour-"));
});
afterAll(async () => {
  await server.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a report that comes in", () => {
  it("is kept as what the victim says, and the bank of the account paid is to be asked", async () => {
    expect(await ask("POST", "/reports", entry)).toEqual({ id: "2675-1" });
    const report = await ask("GET", "/reports/2675-1");
    expect(report).toMatchObject({
      victim: { name: victim.name, iin: victim.iin, accounts: [VICTIM] },
      transfers: [],
      reported: [{ amount: "150000000", at: AT, candidates: [], links: [] }],
    });
    const { sums, banks } = await ask("GET", "/reports/2675-1/standing");
    expect(sums).toEqual([
      {
        currency: "KZT",
        stolen: "150000000",
        held: "0",
        beyondData: "150000000",
        exited: "0",
        outstanding: "150000000",
      },
    ]);
    expect(banks[0]).toMatchObject({
      bank: "601",
      places: [
        { account: FIRST, holder: "Омаров Данияр", reported: "150000000", knownUntil: null },
      ],
      statements: [{ account: FIRST }],
    });
    expect(banks[1]).toMatchObject({ bank: "722", places: [], statements: [{ account: VICTIM }] });
  });

  it("is not entered twice under one number", async () => {
    const again = await me.ask("POST", "/api/reports", { ...entry, lure: "SMS" });
    expect(again).toMatchObject({ status: 409, json: { code: "report-exists" } });
  });

  it("finds its transfer when the bank's answer arrives; a person confirms, and both words are kept", async () => {
    await loadLines({
      "transfers.csv": [
        "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
        `x1,2026-11-28T14:05:20+05:00,1500000.00,KZT,${VICTIM},${FIRST},transfer`,
        `x2,2026-11-28T14:05:20+05:00,1500000.00,KZT,${VICTIM},${THIRD},transfer`,
        `y1,2026-11-28T14:20:00+05:00,900000.00,KZT,${FIRST},${SECOND},transfer`,
        `y2,2026-11-28T14:25:00+05:00,350000.00,KZT,${FIRST},${THIRD},transfer`,
      ],
      "accounts.csv": [
        "account,holder_iin,holder_name",
        `${VICTIM},850101400120,Сапарова Айгүл`,
        `${FIRST},900202300125,Омаров Данияр`,
      ],
      "statements.csv": [
        "account,from,to,opening,closing,currency",
        `${FIRST},2026-11-01,2026-11-28,0.00,250000.00,KZT`,
        `${VICTIM},2026-11-01,2026-11-28,,,KZT`,
      ],
    });
    const [{ key, candidates }] = (await ask("GET", "/reports/2675-1")).reported;
    expect(candidates).toHaveLength(1);
    expect(candidates[0]).toMatchObject({
      transfer: { id: "x1" },
      fits: ["amount", "minute", "payer", "recipient"],
    });
    const news = await ask("GET", "/news");
    expect(news.answers).toEqual([
      {
        report: "2675-1",
        victim: victim.name,
        amount: "150000000",
        currency: "KZT",
        candidates: 1,
      },
    ]);
    expect(news.movedOn).toEqual([]);
    const decide = (same: boolean, seen: boolean | null, reason: string) =>
      me.ask("POST", "/api/reports/2675-1/links", { key, transferId: "x1", same, seen, reason });
    expect((await decide(false, null, "another day")).status).toBe(200);
    expect((await ask("GET", "/reports/2675-1")).reported[0].candidates).toEqual([]);
    expect((await decide(true, null, "same")).status).toBe(409);
    expect((await decide(true, false, "the same minute")).status).toBe(200);
    const report = await ask("GET", "/reports/2675-1");
    expect(report.transfers).toMatchObject([{ id: "x1" }]);
    expect(report.reported[0].links).toMatchObject([
      {
        same: true,
        reason: "the same minute",
        by: "first",
        earlier: [{ same: false, reason: "another day", by: "first" }],
      },
    ]);
  });

  it("is news of the answer: money left the account paid, an account of the case was seen", async () => {
    const { id } = await ask("POST", "/cases", { title: "C", reports: ["2675-1"] });
    const { version } = await ask("GET", `/cases/${id}`);
    await ask("POST", `/cases/${id}/accounts`, { version, accounts: [SECOND] });
    const before = await ask("GET", "/news");
    expect(before.answers).toEqual([]);
    expect(before.movedOn).toMatchObject([
      { report: "2675-1", account: FIRST, count: 2, amount: "125000000", file: "transfers.csv" },
    ]);
    expect(before.seenAgain).toEqual([]);
    await loadLines({
      "later.csv": [
        "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
        `z1,2026-11-28T15:00:00+05:00,1000.00,KZT,${FIRST},${SECOND},transfer`,
        `z2,2026-11-28T16:00:00+05:00,500.00,KZT,${FIRST},${VICTIM},transfer`,
      ],
    });
    const { seenAgain, movedOn } = await ask("GET", "/news");
    const file = "later.csv";
    expect(movedOn.filter((one: { file: string }) => one.file === file)).toMatchObject([
      { account: FIRST, count: 1, amount: "100000", back: false, claim: null },
      { account: FIRST, count: 1, amount: "50000", back: true, claim: null },
    ]);
    expect(seenAgain).toMatchObject([{ case: id, account: SECOND, count: 1, file: "later.csv" }]);
    const source = (await listSources(database.queries)).find(
      ({ fileName }) => fileName === "later.csv",
    );
    await withdraw(database, source?.id ?? "", { withdrawnBy: "tester", at: Date.now() });
  });

  it("says where the money is now, the largest sum first, and how old the knowledge is", async () => {
    const { sums, banks } = await ask("GET", "/reports/2675-1/standing");
    expect(sums).toEqual([
      {
        currency: "KZT",
        stolen: "150000000",
        held: "25000000",
        beyondData: "125000000",
        exited: "0",
        outstanding: "150000000",
      },
    ]);
    const places = banks.flatMap((one: { places: object[] }) => one.places);
    expect(places).toMatchObject([
      { account: SECOND, bank: "965", beyondData: "90000000", knownUntil: null },
      { account: THIRD, bank: "856", beyondData: "35000000", knownUntil: null },
      {
        account: FIRST,
        bank: "601",
        held: "25000000",
        knownUntil: Date.parse("2026-11-28T23:59:59.999+05:00"),
      },
    ]);
  });

  const papers = (body: object) =>
    archivedTexts(`${server.base}/api/reports/2675-1/papers`, me.cookie, body);

  it("gives the letters for three banks, with the terms they name", async () => {
    const { names, text } = await papers({
      kinds: ["incident", "block", "restriction", "return", "loan"],
      lender: "Kaspi Bank",
      day: "2026-11-28",
    });
    expect(names).toHaveLength(13);
    for (const bank of ["ForteBank", "Bank-CenterCredit", "Halyk-Bank"])
      expect(names).toContain(`${bank}/запрос-о-блокировании.docx`);
    const block = text("ForteBank/запрос-о-блокировании.docx");
    expect(block).toContain("АО «ForteBank»");
    expect(block).toContain("по 04.12.2026 включительно");
    expect(block).toContain("900\u00a0000,00 тенге");
    expect(block).not.toContain(FIRST);
    const urgent = text("Halyk-Bank/неотложное-ограничение.docx");
    expect(urgent).toContain("по 08.12.2026 включительно");
    expect(urgent).toContain("не позднее 30.11.2026 (в течение 48 часов с вынесения");
    // Whoever is signed in conducts the investigation.
    expect(urgent).toContain("расследование: Person first. Рассмотрев материалы досудебного");
    // The message goes to the centre, and not to the bank.
    expect(names).toContain("Антифрод-центр/Halyk-Bank/инцидент-в-Антифрод-центр.docx");
    expect(text("Kaspi-Bank/приостановление-кредита.docx")).toContain("по 01.12.2026 включительно");
  });

  it("has each letter as a measure with its last day, once however often it is made", async () => {
    const again = await me.ask("POST", "/api/reports/2675-1/papers", {
      kinds: ["block", "restriction"],
      day: "2026-11-28",
    });
    expect(again.status).toBe(200);
    const { measures } = await ask("GET", "/reports/2675-1");
    expect(measures).toHaveLength(13);
    const of = (kind: string) => measures.filter((one: { kind: string }) => one.kind === kind);
    expect(of("block")).toEqual([]);
    // They leave at once; the term for an answer begins on that day.
    expect(of("block-asked-prepared")).toMatchObject([
      { bank: "601", amount: "25000000", due: "2026-11-28" },
      { bank: "856", amount: "35000000", due: "2026-11-28" },
      { bank: "965", amount: "90000000", due: "2026-11-28" },
    ]);
    // A letter counts once a person says that it was signed and sent.
    expect([of("restriction"), of("notice"), of("incident")]).toEqual([[], [], []]);
    const [prepared, ...others] = of("restriction-prepared");
    expect(prepared).toMatchObject({ due: "2026-11-30" });
    const { measure } = await ask("GET", `/measures/${prepared.id}`);
    const { version, id } = measure;
    expect(prepared).toMatchObject({ unsent: true, version });
    const sent = { version, day: "2026-11-29", paper: "12-1174", how: "by hand" };
    expect(await ask("POST", `/measures/${id}/sent`, sent)).toMatchObject({
      kind: "restriction",
      day: "2026-11-29",
      // The judge is asked within 48 hours of the letter, which went out a day later.
      due: "2026-12-01",
      paper: "12-1174",
      note: "by hand",
    });
    const anew = { ...sent, version: version + 1 };
    const twice = await me.ask("POST", `/api/measures/${id}/sent`, anew);
    expect([twice.status, twice.json.code]).toEqual([409, "measure-not-prepared"]);
    const summary = await ask("GET", "/measures/summary?from=2026-11-29&until=2026-11-29");
    const countOf = (name: string) =>
      summary.figures.find((one: { id: string }) => one.id === name).count;
    expect([countOf("restricted"), countOf("notices"), countOf("incidents")]).toEqual([1, 0, 0]);
    expect(others.length).toBeGreaterThan(0);
    expect(of("loan-asked-prepared")).toMatchObject([{ bank: "Kaspi Bank", due: "2026-11-28" }]);
    // Made again on a later day, and in another language, what nobody sent is still one entry.
    const kinds = ["block"];
    await me.ask("POST", "/api/reports/2675-1/papers", { kinds });
    await me.ask("POST", "/api/reports/2675-1/papers", { kinds, language: "kk" });
    expect((await ask("GET", "/reports/2675-1")).measures).toHaveLength(13);
    const [halyk] = of("block-asked-prepared");
    const entry = (await ask("GET", `/measures/${halyk.id}`)).measure;
    expect(entry.letter.languages).toEqual(["ru", "kk"]);
    expect(entry.day > "2026-11-28").toBe(true);
    const asked = { version: entry.version, day: "2026-11-29", paper: "12-1180", how: null };
    expect(await ask("POST", `/measures/${halyk.id}/sent`, asked)).toMatchObject({
      kind: "block-asked",
      due: "2026-12-04",
    });
    const { text } = await papers({ kinds, banks: ["601"] });
    expect(text("Halyk-Bank/запрос-о-блокировании.docx")).toContain("№ 12-1180 от 29.11.2026");
    const { deadlines } = await ask("GET", "/deadlines");
    const dues = deadlines.map((one: { due: string }) => one.due);
    expect(dues).toEqual([...dues].sort());
  });

  it("asks no bank for money that came back, nor for more than is outstanding", async () => {
    const record = (measure: object) => ask("POST", "/measures", { day: "2026-11-29", ...measure });
    const block = { kind: "block", amount: "50000000", transfer: "x1", account: SECOND };
    const { id, due } = await record(block);
    // Five working days after a Sunday.
    expect(due).toBe("2026-12-04");
    await record({ kind: "return", amount: "40000000", block: id });
    const asked = async () => {
      const { sums, banks } = await ask("GET", "/reports/2675-1/standing");
      const places = banks.flatMap((one: { places: object[] }) => one.places);
      return [sums[0].outstanding, places.map(askedOf)];
    };
    const askedOf = (place: { account: string; held: string; beyondData: string }) => [
      place.account,
      BigInt(place.held) + BigInt(place.beyondData),
    ];
    expect(await asked()).toEqual([
      "110000000",
      [
        [SECOND, 50_000_000n],
        [THIRD, 35_000_000n],
        [FIRST, 25_000_000n],
      ],
    ]);
    // Blocked on an account that nobody wrote down: it leaves the account that its transfer went to,
    // and then the smallest sums are not asked for.
    const other = await record({ kind: "block", amount: "100000000", transfer: "x1" });
    await record({ kind: "return", amount: "70000000", block: other.id });
    expect(await asked()).toEqual(["40000000", [[SECOND, 40_000_000n]]]);
    await record({ kind: "return", amount: "10000000", block: id });
    await record({ kind: "return", amount: "30000000", block: other.id });
    const papers = await me.ask("POST", "/api/reports/2675-1/papers", { kinds: ["block"] });
    expect(papers).toMatchObject({ status: 409, json: { code: "report-made-good" } });
  });

  it("goes with its source, and the decision comes back with it", async () => {
    const source = (await listSources(database.queries)).find(
      ({ fileName }) => fileName === "2675-1.csv",
    );
    await withdraw(database, source?.id ?? "", { withdrawnBy: "tester", at: Date.now() });
    expect((await me.ask("GET", "/api/reports/2675-1")).status).toBe(404);
    await ask("POST", "/reports", entry);
    expect((await ask("GET", "/reports/2675-1")).transfers).toMatchObject([{ id: "x1" }]);
  });

  it("is in no claim, apart in the package and named in the summary while no bank confirms it", async () => {
    const to = { account: THIRD, name: null, phone: null, bank: null };
    const only = { ...entry, number: "2675-3", stolen: [{ ...stolen, amount: "30000000" }] };
    const both = {
      ...entry,
      number: "2675-4",
      stolen: [
        { ...stolen, recipient: to },
        { ...stolen, amount: "50000", recipient: to },
      ],
    };
    for (const one of [only, both]) await ask("POST", "/reports", one);
    const { reported } = await ask("GET", "/reports/2675-4");
    const { key } = reported.find((one: { amount: string }) => one.amount === "150000000");
    const link = { key, transferId: "x2", same: true, seen: null, reason: "the same minute" };
    await ask("POST", "/reports/2675-4/links", link);
    const { id } = await ask("POST", "/cases", { title: "D", reports: ["2675-3", "2675-4"] });
    const { version } = await ask("GET", `/cases/${id}`);
    const { opened, leftOut } = await ask("POST", `/cases/${id}/claims`, { version });
    expect(opened).toBe(1);
    const said = (report: string, amount: string) => ({
      report,
      ...{ transferId: null, reason: "not-confirmed", claim: null, paid: null },
      described: { key: expect.any(String), amount, currency: "KZT" },
    });
    expect(leftOut).toEqual([said("2675-3", "30000000"), said("2675-4", "50000")]);
    const facts = await gatherFacts(database, id);
    const { columns, rows } = describedTable(facts);
    const sums = rows.map((row) => [row[0], row[columns.indexOf("amount")], row.at(-1)]);
    expect(sums).toEqual([
      ["2675-3", "300000.00", "victim only"],
      ["2675-4", "500.00", "victim only"],
    ]);
    const [claim] = facts.claims;
    expect(describedSaid(facts, claim as StoredClaim, "ru", textsOf("ru"))).toContain(
      "количество: 1, сумма: 500,00 тенге",
    );
    const summary = await ask("GET", "/summary");
    expect(summary.stolen).toEqual([{ currency: "KZT", amount: "330050000" }]);
    expect(summary.unconfirmed).toEqual([{ currency: "KZT", amount: "30050000" }]);
    const { figure, records } = await ask("GET", "/summary/records?figure=stolen");
    expect(figure.sums).toEqual(summary.stolen);
    const unconfirmed = records.flatMap((one: { unconfirmed: CurrencySum[] }) => one.unconfirmed);
    expect(sumByCurrency(unconfirmed)).toEqual(summary.unconfirmed);
  });
});
