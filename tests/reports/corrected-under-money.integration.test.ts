import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordPayment } from "../../server/claims/payments.store.ts";
import { load } from "../../server/loading/load.ts";
import { step } from "../support/claim-steps.ts";
import { type Served, servedTo, settledPerson, signedIn, type Visitor } from "../support/http.ts";
import { kzIban } from "../support/kz-iban.ts";

const FIRST = kzIban("601", "2");

let served: Served;
let me: Visitor;
let head: Visitor;
let folder: string;

const ask = async (method: string, path: string, body?: unknown) => {
  const answer = await me.ask(method, `/api${path}`, body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
};

beforeAll(async () => {
  served = await servedTo("first", "investigator");
  me = served.me;
  await settledPerson(served.database, "head", "head");
  head = await signedIn(served.server.base, "head");
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-under-money-"));
});
afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a report that is corrected under money and claims", () => {
  const at = (clock: string) => Date.parse(`2026-11-02T${clock}:00+05:00`);
  const payer = kzIban("722", "7");
  const stolen = (transferId: string, amount = "10000000", currency = "KZT") => ({
    ...{ amount, currency, at: at("09:00"), dayOnly: false, transferId },
    recipient: { account: FIRST, name: null, phone: null, bank: null },
  });
  const words = (...all: ReturnType<typeof stolen>[]) => ({
    reportedAt: at("16:00"),
    victim: { name: "Сапарова Айгүл", iin: "850101400120", account: payer },
    ...{ lure: null, stolen: all },
  });
  let version = 0;
  const correct = (number: string, ...all: ReturnType<typeof stolen>[]) =>
    head.ask("PUT", `/api/reports/${number}/entry`, {
      ...{ version, reason: "Asked again.", ...words(...all) },
    });
  /** The same transfer told by somebody who did not pay it. */
  const ofAnother = (number: string, ...all: ReturnType<typeof stolen>[]) =>
    head.ask("PUT", `/api/reports/${number}/entry`, {
      ...{ version, reason: "Asked again.", ...words(...all) },
      victim: { name: "Жумабаев Ерлан", iin: "900202300123", account: kzIban("998", "8") },
    });
  const out = (number: string) =>
    head.ask("POST", `/api/reports/${number}/take-out`, { version, reason: "By mistake." });
  const opened = async (report: string) => {
    const { id, version } = await ask("POST", "/cases", { title: report, reports: [report] });
    await ask("POST", `/cases/${id}/claims`, { method: "direct", version });
    const [claim] = (await ask("GET", `/cases/${id}/claims`)).claims;
    return { caseId: id, claim: claim.id };
  };
  const who = { by: "second", at: Date.parse("2026-11-20T10:00:00+05:00") };

  beforeAll(async () => {
    const path = join(folder, "under.csv");
    const row = (id: string, minute: string) =>
      `${id},2026-11-02T09:${minute}:10+05:00,100000.00,KZT,${payer},${FIRST},transfer`;
    const lines = [
      "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
      ...["u1", "u2", "u3", "u4", "u5"].map((id, index) => row(id, `0${index}`)),
    ];
    await writeFile(path, `${lines.join("\n")}\n`);
    await load(served.database, [path], { loadedBy: "tester" });
  });

  it("keeps the transfer of which money is blocked or returned; the refusal names the entries", async () => {
    version = 0;
    await ask("POST", "/reports", { number: "31", ...words(stolen("u1")) });
    const entry = { kind: "block", day: "2026-11-03", amount: "6000000", transfer: "u1" };
    const block = await ask("POST", "/measures", entry);
    const params = { transfer: "u1", amount: "0.00 KZT", blocks: block.id };
    const refused = { status: 409, json: { code: "figure-below-block", params } };
    expect(await correct("31", stolen("u2"))).toMatchObject(refused);
    expect(await out("31")).toMatchObject(refused);
    expect(await ofAnother("31", stolen("u1"))).toMatchObject(refused);
    expect((await ask("GET", "/reports/31")).transfers).toMatchObject([{ id: "u1" }]);
    // More beside it is no matter, nor is another sum of it: the transfer stays.
    expect((await correct("31", stolen("u1"), stolen("u2"))).status).toBe(200);
    version = 1;
    expect(await correct("31", stolen("u2"))).toMatchObject(refused);
    await ask("POST", `/measures/${block.id}/cancelled`, {
      reason: "A slip.",
      version: block.version,
    });
    expect((await correct("31", stolen("u2"))).status).toBe(200);
    version = 2;
    expect((await out("31")).status).toBe(200);
  });

  it("keeps the transfer on which a payment stands", async () => {
    version = 0;
    const { database } = served;
    await ask("POST", "/reports", { number: "32", ...words(stolen("u3")) });
    const claim = await opened("32");
    await step(database, claim, who, "review");
    const paid = { amount: "2000000", day: "2026-11-04", source: "dropper", receipt: "1" } as const;
    const { payments } = await recordPayment(database.queries, claim, paid, who);
    await step(database, claim, who, "draft");
    const params = { transfer: "u3", amount: "0.00 KZT", entries: payments[0]?.id };
    const refused = { status: 409, json: { code: "figure-below-back", params } };
    expect(await correct("32", stolen("u2"))).toMatchObject(refused);
    expect(await ofAnother("32", stolen("u3"))).toMatchObject(refused);
    expect((await correct("32", stolen("u3"), stolen("u2"))).status).toBe(200);
  });

  it("shows its claim the other sum, and nothing is sent before a person decides", async () => {
    version = 0;
    const { database } = served;
    await ask("POST", "/reports", { number: "33", ...words(stolen("u4")) });
    const claim = await opened("33");
    await step(database, claim, who, "review", "approved");
    const moved = (status: "demand" | "filed") => step(database, claim, who, status);
    expect((await correct("33", stolen("u4", "3000000"))).status).toBe(200);
    const today = async () =>
      (await ask("GET", `/cases/${claim.caseId}/claims/today`)).claims[0].change;
    expect(await today()).toMatchObject({
      lines: [
        { transferId: "u4", claimed: "10000000", byData: "3000000", why: "figure-undecided" },
      ],
    });
    for (const status of ["demand", "filed"] as const)
      await expect(moved(status)).rejects.toMatchObject({ code: "figure-undecided" });
    const { version: seen } = await ask("GET", `/cases/${claim.caseId}`);
    await ask("POST", `/cases/${claim.caseId}/figures`, {
      version: seen,
      ...{ report: "33", transferId: "u4", stated: "3000000", whole: "10000000" },
      ...{ claim: "transfer", reason: "The bank has it so." },
    });
    expect(await today()).toBe(null);
    await moved("demand");
  });

  it("takes no sum of nothing, and no other currency than the transfer has", async () => {
    version = 0;
    const enter = (...all: ReturnType<typeof stolen>[]) =>
      me.ask("POST", "/api/reports", { number: "34", ...words(...all) });
    const noSum = { status: 400, json: { code: "report-no-sum" } };
    const other = { status: 400, json: { code: "report-other-currency" } };
    expect(await enter(stolen("u5", "0"))).toMatchObject(noSum);
    expect(await enter(stolen("u5", "10000000", "USD"))).toMatchObject(other);
    expect((await enter(stolen("u5"))).status).toBe(200);
    expect(await correct("34", stolen("u5", "0"))).toMatchObject(noSum);
    expect(await correct("34", stolen("u5", "10000000", "USD"))).toMatchObject(other);
  });
});
