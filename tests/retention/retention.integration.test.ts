import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DueItem, Erasure } from "../../contract/retention.ts";
import { audit, verifyAudit } from "../../server/audit/audit.ts";
import { changedLooks, looksFolder } from "../../server/audit/looks.ts";
import { personHeld } from "../../server/auditing/person-held.store.ts";
import { addFile, removeFile } from "../../server/case-files/case-files.store.ts";
import { addAccounts, openCase, updateCase } from "../../server/cases/cases.store.ts";
import { snapshotPath } from "../../server/columns/load.ts";
import { load } from "../../server/loading/load.ts";
import { listSources } from "../../server/loading/sources/sources.store.ts";
import { withdraw } from "../../server/loading/withdraw.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { emptyAuditLog } from "../support/audit-log.ts";
import {
  settledPerson,
  signedIn,
  startServer,
  type TestServer,
  type Visitor,
} from "../support/http.ts";
import { put } from "../support/late-money.ts";

const IIN = "900101400013";
const NAME = "Жанна Своя";
const LONG_AGO = { by: "head", at: Date.parse("2020-02-10T00:00:00Z") };

let database: Database;
let server: TestServer;
let head: Visitor;
let admin: Visitor;

emptyAuditLog((opened) => {
  database = opened;
});
beforeEach(async () => {
  rmSync(looksFolder(database.dataDir), { recursive: true, force: true });
  server = await startServer(database);
  for (const [login, role] of [
    ["head", "head"],
    ["boss", "admin"],
  ] as const)
    await settledPerson(database, login, role);
  [head, admin] = [await signedIn(server.base, "head"), await signedIn(server.base, "boss")];
});
afterEach(() => server.close());

/** A file of transfers with words, an account list with phones, and a log-in. */
async function loaded(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-retention-"));
  const files = {
    "money.csv": [
      "transfer_id,booked_at,amount,currency,from_account,to_account,channel,purpose",
      `m1,2026-03-05T10:00:00+05:00,100.00,KZT,A-1,B-1,transfer,Долг ${NAME}`,
      `m2,2026-03-05T11:00:00+05:00,60.00,KZT,B-1,C-1,transfer,за ${IIN}`,
      `m3,2026-03-05T12:00:00+05:00,none,KZT,A-1,C-1,transfer,${NAME}`,
    ],
    "people.csv": [
      "account,holder_iin,holder_name,phone",
      `A-1,${IIN},${NAME},77010000001`,
      `A-2,${IIN},СВОЯ ЖАННА,77010000001`,
      "B-1,850202300021,Чужак Ерлан,77010000002",
    ],
    "sessions.csv": [
      "account,at,event,device_id,ip",
      "A-1,2026-03-05T10:00:00+05:00,login,d1,1.2.3.4",
    ],
  };
  for (const [name, lines] of Object.entries(files))
    await writeFile(join(folder, name), `${lines.join("\n")}\n`);
  await load(database, [folder], { loadedBy: "tester" });
  await rm(folder, { recursive: true });
}

const source = async (fileName: string) => {
  const found = (await listSources(database.queries)).find((one) =>
    one.fileName.endsWith(fileName),
  );
  return found?.id ?? "";
};
const held = async (body: unknown) =>
  (await head.ask("POST", "/api/retention/holds", body)).json.id;
const due = async (): Promise<DueItem[]> => (await head.ask("GET", "/api/retention")).json.due;
const asked = async (body: unknown, by = head) =>
  by.ask("POST", "/api/retention/erasures", { reason: "Request 7", ...(body as object) });
const decided = (id: string, by: Visitor, approved = true) =>
  by.ask("POST", `/api/retention/erasures/${id}/decided`, { approved, reason: "Checked" });

describe("a legal hold", () => {
  it("on a person or a case forbids to withdraw a file with data of it, and says why until lifted", async () => {
    await put(database, "held", [["h1", "A-1", "B-1", "100.00", 0]], [], [`A-1,${IIN},${NAME}`]);
    await put(database, "free", [["f1", "X-1", "Y-1", "5.00", 0]]);
    const { id } = await openCase(database.queries, { title: "One" }, LONG_AGO);
    await addAccounts(database.queries, id, ["B-1"], LONG_AGO);
    const person = await held({ kind: "person", what: "A-1", reason: "Appeal 5" });
    const refused = await admin.ask(
      "POST",
      `/api/loading/sources/${await source("held.csv")}/withdraw`,
      {
        reason: "wrong",
      },
    );
    expect([refused.status, refused.json.code]).toEqual([409, "person-on-hold"]);
    expect(refused.json.params).toEqual({ hold: person, reason: "Appeal 5" });
    expect(refused.text).not.toContain("A-1");
    const lifted = await head.ask("POST", `/api/retention/holds/${person}/lifted`, {
      reason: "over",
    });
    expect(lifted.status).toBe(200);
    const again = await head.ask("POST", `/api/retention/holds/${person}/lifted`, {
      reason: "over",
    });
    expect(again.json.code).toBe("no-such-hold");
    await held({ kind: "case", what: id, reason: "Court" });
    const how = { withdrawnBy: "boss", at: Date.now() };
    await expect(withdraw(database, await source("held.csv"), how)).rejects.toMatchObject({
      code: "case-on-hold",
      params: { case: id, reason: "Court" },
    });
    await withdraw(database, await source("free.csv"), how);
    const nobody = await head.ask("POST", "/api/retention/holds", {
      kind: "person",
      what: "Z-9",
      reason: "x",
    });
    expect(nobody.json.code).toBe("hold-of-nobody");
  });
});

describe("an erasure", () => {
  it("takes names and numbers out of all data; the chain stays whole, amounts stay", async () => {
    await loaded();
    await audit(database, { who: "anna", what: "decide", target: "A-1" });
    const request = await asked({ kind: "person", what: "A-2" });
    const { id } = request.json;
    expect((await decided(id, head)).json.code).toBe("own-erasure");
    const done = await decided(id, admin);
    expect(done.json).toMatchObject({ state: "done", what: null, decided: { by: "boss" } });
    expect(done.json.counts).toMatchObject({ numbers: 3, transfers: 2, refusedFiles: 1 });
    expect((await decided(id, admin)).json.code).toBe("erasure-decided");

    for (const number of [IIN, "A-1", "A-2"]) {
      const left = await personHeld(database.queries, number);
      expect([left.accounts, left.sessions, left.records]).toEqual([[], [], []]);
    }
    const everything: string[] = [];
    const apart = { apart: ["AuditEntry"] };
    for await (const row of database.queries.stream("retention/every-record", apart))
      everything.push(JSON.stringify(row, (_, one) => (typeof one === "bigint" ? `${one}` : one)));
    for await (const row of database.queries.stream("columns/transfers-plainly"))
      everything.push(JSON.stringify(row, (_, one) => (typeof one === "bigint" ? `${one}` : one)));
    for (const gone of [IIN, NAME, "СВОЯ ЖАННА", "77010000001", "1.2.3.4", "Долг"])
      expect(everything.join("\n")).not.toContain(gone);
    const refusedFolder = join(database.dataDir, "refused");
    for (const file of readdirSync(refusedFolder))
      expect(readFileSync(join(refusedFolder, file), "utf8")).not.toMatch(/Жанна|A-1/);
    expect(existsSync(snapshotPath(database.dataDir))).toBe(false);

    const card = await head.ask("GET", `/api/accounts/ERASED-${id}-2`);
    expect(card.json).toMatchObject({ holderName: `ERASED-${id}` });
    expect(JSON.stringify(card.json)).toContain("10000");
    const other = await head.ask("GET", "/api/accounts/B-1");
    expect(other.json.holderName).toBe("Чужак Ерлан");
    // Files come out again as if nothing had happened, and the chain is whole.
    await withdraw(database, await source("people.csv"), { withdrawnBy: "boss", at: Date.now() });
    await withdraw(database, await source("money.csv"), { withdrawnBy: "boss", at: Date.now() });
    expect(await verifyAudit(database)).toMatchObject({ ok: true, problems: [] });
  });

  it("is refused while a hold or an open case needs the data, and when nobody has the number", async () => {
    await loaded();
    const { id } = await openCase(database.queries, { title: `Дело ${NAME}` }, LONG_AGO);
    await addAccounts(database.queries, id, ["A-1"], LONG_AGO);
    const open = await asked({ kind: "person", what: IIN });
    expect([open.json.code, open.json.params]).toEqual(["erasure-in-case", { cases: id }]);
    await updateCase(database.queries, id, { status: "closed" }, LONG_AGO);
    expect((await asked({ kind: "person", what: IIN })).json.code).toBe("erasure-in-case");
    await admin.ask("PUT", "/api/retention/terms/cases", { months: 12 });
    expect(await due()).toMatchObject([{ class: "cases", id, name: "", held: [] }]);
    const hold = await held({ kind: "case", what: id, reason: "Court" });
    expect(await due()).toMatchObject([{ id, held: [hold] }]);
    expect((await asked({ kind: "person", what: IIN })).json.code).toBe("case-on-hold");
    await head.ask("POST", `/api/retention/holds/${hold}/lifted`, { reason: "over" });
    const request = await asked({ kind: "person", what: IIN });
    // A hold that comes between the two counts as well.
    const late = await held({ kind: "person", what: IIN, reason: "Appeal" });
    expect((await decided(request.json.id, admin)).json.code).toBe("person-on-hold");
    await head.ask("POST", `/api/retention/holds/${late}/lifted`, { reason: "over" });
    expect((await decided(request.json.id, admin)).json.state).toBe("done");
    const { json } = await head.ask("GET", `/api/cases/${id}`);
    expect(json.title).toBe(`Дело ERASED-${request.json.id}`);
    expect((await asked({ kind: "person", what: "Z-9" })).json.code).toBe("erasure-of-nobody");
    const again = await asked({ kind: "person", what: "B-1" });
    expect((await decided(again.json.id, head, false)).json).toMatchObject({
      state: "refused",
      what: null,
    });
  });

  it("of looks and of files taken out of a case needs their term; other files with the same bytes stay", async () => {
    const folder = looksFolder(database.dataDir);
    mkdirSync(folder, { recursive: true });
    const file = "2020-01-05.1.1.jsonl";
    const line = `${JSON.stringify({ at: 1, who: "anna", what: "account", whom: [], case: null })}\n`;
    writeFileSync(join(folder, file), line);
    const sha256 = createHash("sha256").update(line).digest("hex");
    const details = { file, from: 0, to: line.length, lines: 1, sha256 };
    await audit(database, { who: "server", what: "looks", details });
    expect((await asked({ kind: "looks", what: "2020-01" })).json.code).toBe("erasure-not-due");
    await head.ask("PUT", "/api/retention/terms/looks", { months: 24 });
    const review = { class: "looks", id: "2020-01", until: "2099-01-01", reason: "Inquiry" };
    expect(await due()).toMatchObject([{ class: "looks", id: "2020-01" }]);
    await head.ask("POST", "/api/retention/reviews", review);
    expect(await due()).toEqual([]);
    const past = await head.ask("POST", "/api/retention/reviews", {
      ...review,
      until: "2020-01-01",
    });
    expect(past.json.code).toBe("kept-until-past");
    await head.ask("PUT", "/api/retention/terms/looks", { months: null });
    await head.ask("PUT", "/api/retention/terms/attachments", { months: 24 });
    const { id } = await openCase(database.queries, { title: "Two" }, LONG_AGO);
    const put1 = (name: string) =>
      addFile(
        database,
        id,
        { name, about: "scan" },
        Readable.from([Buffer.from(name.slice(0, 1))]),
        LONG_AGO,
      );
    await put1("a.pdf");
    await put1("b.pdf");
    const { files } = await removeFile(
      database,
      { caseId: id, file: `${id}-F1` },
      "wrong",
      LONG_AGO,
    );
    const path = (at: number) =>
      join(
        database.dataDir,
        "case-files",
        files[at]?.sha256.slice(0, 2) ?? "",
        files[at]?.sha256 ?? "",
      );
    expect((await due()).map((one) => `${one.class} ${one.id} ${one.name}`)).toEqual([
      `attachments ${id}-F1 a.pdf`,
    ]);
    const request = await asked({ kind: "attachment", what: `${id}-F1` });
    expect(((await decided(request.json.id, admin)).json as Erasure).counts).toEqual({ files: 1 });
    expect([existsSync(path(0)), existsSync(path(1))]).toEqual([false, true]);
    expect(await due()).toEqual([]);
  });

  it("of a month of looks is an entry for each file, so that its absence is no alarm", async () => {
    const folder = looksFolder(database.dataDir);
    mkdirSync(folder, { recursive: true });
    const file = "2020-01-05.1.1.jsonl";
    writeFileSync(join(folder, file), "{}\n");
    const sha256 = createHash("sha256").update("{}\n").digest("hex");
    const details = { file, from: 0, to: 3, lines: 1, sha256 };
    await audit(database, { who: "server", what: "looks", details });
    await head.ask("PUT", "/api/retention/terms/looks", { months: 24 });
    const request = await asked({ kind: "looks", what: "2020-01" });
    expect((await decided(request.json.id, admin)).json.counts).toEqual({ files: 1 });
    expect(existsSync(join(folder, file))).toBe(false);
    expect(await changedLooks(database)).toEqual([]);
    writeFileSync(join(folder, file), "{ }\n");
    expect(await changedLooks(database)).toEqual([file]);
  });
});
