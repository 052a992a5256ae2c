import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PizZip from "pizzip";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { LogEntry, LoggedLook } from "../../contract/audit-log.ts";
import { readCsv } from "../../contract/csv.ts";
import { changedLooks, looksAt, looksFolder, openLooks } from "../../server/audit/looks.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { emptyAuditLog } from "../support/audit-log.ts";
import { settledPerson, signedIn, startServer } from "../support/http.ts";
import { put } from "../support/late-money.ts";

let database: Database;

const { log } = emptyAuditLog((opened) => {
  database = opened;
});

describe("looks", () => {
  const folder = () => looksFolder(database.dataDir);
  beforeEach(() => rmSync(folder(), { recursive: true, force: true }));
  afterAll(() => rmSync(folder(), { recursive: true, force: true }));

  it("are on the disk with a keyed hash, cost less than 5 ms, and are sealed in the chain", async () => {
    const looks = openLooks(database);
    const begun = performance.now();
    for (let at = 0; at < 400; at += 1)
      await looks.note({
        who: "anna",
        what: "account",
        whom: [`KZ${at}`, "030740001404"],
        case: "C1",
      });
    expect((performance.now() - begun) / 400).toBeLessThan(5);
    const [name = ""] = readdirSync(folder());
    const text = readFileSync(join(folder(), name), "utf8");
    expect(text.trim().split("\n")).toHaveLength(400);
    expect(text).not.toContain("030740001404");
    expect(await looksAt(database.dataDir, "kz 17")).toMatchObject([
      { who: "anna", what: "account", case: "C1" },
    ]);
    await looks.note({ who: "anna", what: "account", whom: ["KZ1", "030740001404"], case: "C1" });
    expect(readFileSync(join(folder(), name), "utf8")).toBe(text);
    await looks.seal();
    await looks.note({ who: "boris", what: "search", whom: ["Сейтқали"], case: null });
    await looks.close();
    expect((await log()).map(({ what }) => what)).toEqual(["looks", "looks"]);
    expect(await changedLooks(database)).toEqual([]);
    writeFileSync(join(folder(), name), text.replace("anna", "olga"));
    expect(await changedLooks(database)).toEqual([name]);
    rmSync(join(folder(), name));
    expect(await changedLooks(database)).toEqual([name]);
  });

  it("through the API name who, whom and which case, before the answer leaves", async () => {
    const server = await startServer(database);
    await settledPerson(database, "worker", "investigator");
    const worker = await signedIn(server.base, "worker");
    const seen = async (whom: string) =>
      (await looksAt(database.dataDir, whom)).map(({ who, what }) => `${who} ${what}`);
    await worker.ask("POST", "/api/search", { q: "030740001404" });
    await worker.ask("POST", "/api/graph", { accounts: ["KZ1", "KZ2"] });
    expect(await seen("030740001404")).toEqual(["worker search"]);
    expect(await seen("KZ2")).toEqual(["worker graph"]);
    expect(await seen("KZ3")).toEqual([]);
    await server.close();
    rmSync(folder(), { recursive: true });
    writeFileSync(folder(), "no folder");
    const blind = await startServer(database);
    const again = await signedIn(blind.base, "worker");
    const refused = await again.ask("POST", "/api/search", { q: "030740001404" });
    expect([refused.status, refused.json.code]).toEqual([503, "audit-unwritable"]);
    expect((await again.ask("GET", "/api/overview")).status).toBe(200);
    rmSync(folder());
    await blind.close();
  });

  it("at one person are found by the auditor, by IIN or any account, with ground and filter", async () => {
    const iin = "900101400013";
    await put(
      database,
      "looked-at",
      [["l1", "L-ONE", "L-TWO", "100.00", 0]],
      [],
      [`L-ONE,${iin},Жанна Своя`, `L-THREE,${iin},Жанна Своя`],
    );
    const server = await startServer(database);
    await settledPerson(database, "watcher", "auditor");
    await settledPerson(database, "worker", "investigator");
    const [worker, auditor] = [
      await signedIn(server.base, "worker"),
      await signedIn(server.base, "watcher"),
    ];
    await worker.ask("POST", "/api/search", { q: "L-TWO" });
    await worker.ask("PUT", "/api/session/ground", { ground: "C7" });
    await worker.ask("POST", "/api/graph", { accounts: ["L-THREE"] });
    await worker.ask("POST", "/api/search", { q: iin });
    const asked = async (body: Record<string, unknown>) => {
      const { json } = await auditor.ask("POST", "/api/log/looks", body);
      return json.looks.map(({ who, what, why }: LoggedLook) => `${who} ${what} ${why}`);
    };
    const both = ["worker search C7", "worker graph C7"];
    expect(await asked({ whom: iin, who: "Work" })).toEqual(both);
    expect(await asked({ whom: "L-ONE", who: "worker" })).toEqual(both);
    expect(await asked({ whom: "L-ONE", who: "worker", offset: 1, limit: 1 })).toEqual([both[1]]);
    expect(await asked({ whom: "L-ONE", who: "worker", what: "graph" })).toEqual([both[1]]);
    expect(await asked({ whom: "L-ONE", who: "worker", until: Date.now() - 60_000 })).toEqual([]);
    expect(await asked({ whom: "L-ONE", who: "worker", from: Date.now() - 60_000 })).toEqual(both);
    // Asking who looked at a person is a look at that person.
    expect(await asked({ whom: "L-ONE", who: "watcher" })).toContain("watcher searchLooks null");
    const file = await auditor.ask("POST", "/api/log/looks.csv", { whom: iin, language: "en" });
    const [first] = readCsv(file.text)?.filter(({ who }) => who === "worker") ?? [];
    expect(first).toMatchObject({ question: "Search", what: "search", reason: "C7" });
    const held = await fetch(`${server.base}/api/log/person`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: auditor.cookie },
      body: JSON.stringify({ whom: iin, reason: `Request 12 of ${iin}`, language: "en" }),
    });
    const zip = new PizZip(Buffer.from(await held.arrayBuffer()));
    const person = JSON.parse(zip.file("person.json")?.asText() ?? "");
    expect(person.numbers.sort()).toEqual([iin, "L-ONE", "L-THREE"]);
    expect(person.accounts[0].holder).toMatchObject({ iin, name: "Жанна Своя" });
    const rowsOf = (name: string) => readCsv(zip.file(name)?.asText() ?? "") ?? [];
    expect(rowsOf("transfers.csv")).toMatchObject([
      { transfer_id: "l1", amount: "100.00", from_account: "L-ONE", to_account: "L-TWO" },
    ]);
    expect(rowsOf("looks.csv").map(({ who, what }) => `${who} ${what}`)).toContain("worker graph");
    const entry = (await log()).find(({ what }) => what === "person-exported");
    expect(entry).toMatchObject({ who: "watcher" });
    expect(entry?.details).toContain("Request 12 of 90••••••••13");
    expect(await asked({ whom: iin, who: "watcher", what: "personHeld" })).toHaveLength(1);
    const refused = await worker.ask("POST", "/api/log/looks", { whom: iin });
    expect(refused.json.code).toBe("role-not-allowed");
    expect(JSON.stringify(await log()) + server.log()).not.toContain(iin);
    await server.close();
  });
});

describe("the log of acts", () => {
  it("is searched by person, act, thing and time, page by page, and saved as a table", async () => {
    const server = await startServer(database);
    await settledPerson(database, "watcher", "auditor");
    await settledPerson(database, "worker", "investigator");
    const [worker, auditor] = [
      await signedIn(server.base, "worker"),
      await signedIn(server.base, "watcher"),
    ];
    const cases: string[] = [];
    for (const title of ["One", "Two", "Three"])
      cases.push((await worker.ask("POST", "/api/cases", { title })).json.id);
    const [first = ""] = cases;
    await worker.ask("PATCH", `/api/cases/${first}`, { version: 0, title: "=cmd|' /c calc'!A0" });
    const asked = async (query: string) => {
      const { json } = await auditor.ask("GET", `/api/log/entries?${query}`);
      return json as { entries: LogEntry[]; next: number | null };
    };
    const acts = async (query: string) =>
      (await asked(query)).entries.map(({ who, what }) => `${who} ${what}`);
    // Of each the act, and what its result added.
    const opened = Array(6).fill("worker createCase");
    expect(await acts("who=WORK&what=createCase")).toEqual(opened);
    expect(await acts("what=sign-in")).toEqual(["watcher sign-in", "worker sign-in"]);
    const ofCase = await acts(`target=${first}`);
    expect(ofCase.length).toBeGreaterThan(0);
    expect(ofCase.every((act) => act.startsWith("worker "))).toBe(true);
    expect(await acts(`until=${Date.now() - 600_000}`)).toEqual([]);
    expect((await acts(`from=${Date.now() - 600_000}`)).length).toBeGreaterThan(4);
    const page = await asked("limit=2");
    expect(page.entries).toHaveLength(2);
    const next = await asked(`limit=2&before=${page.next}`);
    const numbers = [...page.entries, ...next.entries].map(({ seq }) => seq);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(new Set(numbers).size).toBe(4);
    const file = await auditor.ask("GET", "/api/log/entries.csv?language=en&what=createCase");
    const rows = readCsv(file.text) ?? [];
    expect(rows.map(({ who, what }) => `${who} ${what}`)).toEqual(opened);
    expect(new Set(rows.map(({ act }) => act))).toEqual(new Set(["Case opened"]));
    const written = await log();
    expect(rows.map(({ hash }) => hash)).toEqual(
      written
        .filter(({ what }) => what === "createCase")
        .map(({ hash }) => hash)
        .reverse(),
    );
    expect(written.at(-1)).toMatchObject({ who: "watcher", what: "logEntriesFile" });
    expect((await worker.ask("GET", "/api/log/entries")).json.code).toBe("role-not-allowed");
    const refusal = { who: "worker", what: "refused", target: "logEntries" };
    expect((await log()).at(-1)).toMatchObject(refusal);
    await server.close();
  });
});
