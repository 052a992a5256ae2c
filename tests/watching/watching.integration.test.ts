import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../../server/loading/load.ts";
import type { Database } from "../../server/neo4j/database.ts";
import {
  settledPerson,
  signedIn,
  startServer,
  type TestServer,
  type Visitor,
} from "../support/http.ts";
import { kzIban } from "../support/kz-iban.ts";
import { put, reported, takeOut } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";

const VICTIM = kzIban("722", "1");
const FIRST = kzIban("601", "2");
const SECOND = kzIban("965", "3");
const THIRD = kzIban("856", "4");
const IIN = "900202300125";

let database: Database;
let server: TestServer;
let me: Visitor;
let colleague: Visitor;

const ask = async (method: string, path: string, body?: unknown, who = me) => {
  const answer = await who.ask(method, `/api${path}`, body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
};
const news = (who = me) => ask("GET", "/news", undefined, who);

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer(database);
  await settledPerson(database, "first", "investigator");
  await settledPerson(database, "second", "prosecutor");
  me = await signedIn(server.base, "first");
  colleague = await signedIn(server.base, "second");
  await put(
    database,
    "early",
    [
      ["t1", VICTIM, FIRST, "1000.00", 0],
      ["t2", FIRST, SECOND, "900.00", 5],
    ],
    [reported("R1", VICTIM, "t1")],
    [`${FIRST},${IIN},Омаров Данияр`],
  );
});
afterAll(async () => {
  await server.close();
  await database.close();
});

describe("what a person watches", () => {
  it("is kept once, of that person alone, and is no news before new files come", async () => {
    const account = { kind: "account", what: SECOND, title: "Нурлан" };
    const made = await ask("POST", "/watches", account);
    expect((await ask("POST", "/watches", account)).id).toBe(made.id);
    await ask("POST", "/watches", { kind: "person", what: IIN, title: "Омаров Данияр" });
    await ask("POST", "/watches", { kind: "search", what: "Сериков" });
    const { watches } = await ask("GET", "/watches");
    expect(watches).toHaveLength(3);
    expect((await ask("GET", "/watches", undefined, colleague)).watches).toEqual([]);
    expect(await news()).toMatchObject({ watched: [], searches: [], movedOn: [], statements: [] });
    const other = await colleague.ask("DELETE", `/api/watches/${made.id}`);
    expect(other).toMatchObject({ status: 404, json: { code: "watch-unknown" } });
  });

  it("is seen again in a new file; a saved search has new hits; money moved on from any hop", async () => {
    const day = 24 * 60 * 60_000;
    const from = Date.parse("2026-03-05T00:00:00+05:00");
    const wanted = [SECOND, THIRD].map((account) => ({ account, from, until: from + day - 1 }));
    const letter = await me.ask("POST", "/api/letters/statement-request", { wanted });
    expect(letter.status).toBe(200);
    await put(
      database,
      "late",
      [
        ["t3", SECOND, THIRD, "500.00", 10],
        ["t4", FIRST, kzIban("722", "9"), "60.00", 12],
      ],
      [],
      [`${THIRD},,Сериков Болат`],
    );
    const found = await news();
    const money = (row: { hop: number; account: string; amount: string }) => [
      row.hop,
      row.account,
      row.amount,
    ];
    expect(found.movedOn.map(money)).toEqual([
      [2, SECOND, "50000"],
      [1, FIRST, "6000"],
    ]);
    const again = found.watched.map(
      (row: { kind: string; accounts: string[]; count: number; file: string }) => [
        row.kind,
        row.accounts,
        row.count,
        row.file,
      ],
    );
    expect(again).toHaveLength(2);
    expect(again).toContainEqual(["account", [SECOND], 1, "late.csv"]);
    expect(again).toContainEqual(["person", [FIRST], 1, "late.csv"]);
    expect(found.searches).toMatchObject([
      { what: "Сериков", count: 1, hits: [{ kind: "holder", title: "С•••••• Б••••" }] },
    ]);
    // Hits are people outside one's cases: the names come with the ground.
    await ask("PUT", "/session/ground", { ground: "Report R1" });
    expect((await news()).searches).toMatchObject([
      { what: "Сериков", count: 1, hits: [{ kind: "holder", title: "Сериков Болат" }] },
    ]);
    // A colleague sees the office's news, and nothing of what this person watches.
    const theirs = await news(colleague);
    expect(theirs.movedOn).toHaveLength(2);
    expect([theirs.watched, theirs.searches]).toEqual([[], []]);
  });

  it("is no news any more once it was looked at, until the next file", async () => {
    for (const { id } of (await ask("GET", "/watches")).watches)
      await ask("POST", `/watches/${id}/seen`, {});
    expect(await news()).toMatchObject({ watched: [], searches: [] });
    await put(database, "later", [["t5", THIRD, SECOND, "1.00", 20]]);
    expect((await news()).watched).toMatchObject([{ what: SECOND, count: 1 }]);
    await takeOut(database, "later.csv");
    expect((await news()).watched).toEqual([]);
  });

  it("sees the answer of a bank that was asked for a statement", async () => {
    expect((await news()).statements).toEqual([]);
    await putStatement();
    expect((await news()).statements).toMatchObject([
      { account: SECOND, whole: true, by: "first", file: "statements.csv" },
    ]);
  });
});

async function putStatement(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-statement-"));
  const path = join(folder, "statements.csv");
  const lines = [
    "account,from,to,opening,closing,currency",
    `${SECOND},2026-03-01,2026-03-31,0.00,401.00,KZT`,
  ];
  await writeFile(path, `${lines.join("\n")}\n`);
  await load(database, [path], { loadedBy: "tester" });
  await rm(folder, { recursive: true });
}
