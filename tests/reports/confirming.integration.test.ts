import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { load } from "../../server/loading/load.ts";
import { type Served, servedTo, type Visitor } from "../support/http.ts";
import { kzIban } from "../support/kz-iban.ts";

/**
 * Described transfers that a person finds in the data: of another sum, and many at once. The IIN of
 * the victim was misheard: its check digit is wrong.
 */
const VICTIM = kzIban("722", "1");
const FIRST = kzIban("601", "2");

let served: Served;
let me: Visitor;
let folder: string;

const ask = async (method: string, path: string, body?: unknown) => {
  const answer = await me.ask(method, `/api${path}`, body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
};

beforeAll(async () => {
  served = await servedTo("first", "investigator");
  me = served.me;
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
  expect(last.candidates.map((one: { fits: string[] }) => one.fits[0])).toContain("other-amount");
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
  // The letters say the number as it was given.
  const letters = await me.ask("POST", "/api/reports/2675-2/papers", { kinds: ["block"] });
  expect(letters.status).toBe(200);
});
