import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { asAct, auditedDatabase } from "../../server/audit/acts.ts";
import { appendIn } from "../../server/audit/audit.store.ts";
import { audit, catchUpMirror, verifyAudit } from "../../server/audit/audit.ts";
import { type AuditEntry, hashOf } from "../../server/audit/chain.ts";
import { announce, mirrorPath } from "../../server/audit/mirror.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { openDatabase } from "../../server/neo4j/open.ts";
import { emptyAuditLog } from "../support/audit-log.ts";
import { settledPerson, signedIn, startServer } from "../support/http.ts";
import { emptyDatabase, testDataDir } from "../support/neo4j.ts";

let database: Database;

const { write, log, tamper, problems } = emptyAuditLog((opened) => {
  database = opened;
});

describe("the audit chain", () => {
  it("stays one chain when five hundred write at once through two connections, in time that grows with their number", async () => {
    const second = await openDatabase({
      dataDir: testDataDir(),
      environment: {},
      whileRecovering: "wait",
    });
    try {
      const together = async (writers: number, name: string) => {
        const begun = performance.now();
        const entries = Array.from({ length: writers }, (_, at) =>
          audit(at % 2 === 0 ? database : second, {
            who: `${name}${at}`,
            what: "decide",
            target: `K${at}`,
          }),
        );
        const written = await Promise.all(entries);
        return { written, each: (performance.now() - begun) / writers };
      };
      // The first ones find no query planned yet.
      const warm = await together(50, "warm");
      const before = await together(50, "before");
      const many = await together(500, "many");
      // The machine may have become slower meanwhile, which is nobody's fault.
      const after = await together(50, "after");
      const few = Math.max(before.each, after.each);
      process.stderr.write(`an entry of 50: ${few} ms, of 500: ${many.each} ms\n`);
      // Where each waited for all the others it would be ten times as long.
      expect(many.each).toBeLessThan(few * 2);
      const written = [warm, before, many, after].flatMap((one) => one.written);
      expect(new Set(written.map((entry) => entry.seq)).size).toBe(650);
      const verdict = await verifyAudit(database);
      expect(verdict).toMatchObject({ ok: true, entries: 650, head: { seq: 650 }, problems: [] });
      expect(new Set((await log()).map((entry) => entry.who)).size).toBe(650);
      // A writer that sees another's line half there begins a new one: a blank line is no entry.
      const lines = readFileSync(mirrorPath(database.dataDir), "utf8").split("\n");
      expect(lines.filter((line) => line !== "" && !line.includes("intent"))).toHaveLength(650);
    } finally {
      await second.close();
    }
  }, 120_000);

  it("shows a changed entry, and one whose hash was made to fit by the entry after it", async () => {
    await write(5);
    await tamper(3, { who: "boris" });
    expect(await problems()).toEqual(["3 changed"]);
    const [entry] = (await log()).filter(({ seq }) => seq === 3) as [AuditEntry];
    await tamper(3, { hash: hashOf(entry) });
    expect(await problems()).toEqual(["3 differs-from-mirror", "4 broken-link"]);
  });

  it("shows a deleted entry in the middle, and a cut-off end by head and mirror", async () => {
    await write(5);
    await tamper(2, null);
    expect(await problems()).toEqual(["2 missing", "2 only-in-mirror"]);
    await emptyDatabase(database);
    rmSync(mirrorPath(database.dataDir));
    await write(5);
    await tamper(5, null);
    expect(await problems()).toEqual(["5 head-differs", "5 only-in-mirror"]);
    const fourth = (await log()).at(-1) as AuditEntry;
    await database.queries.run("support/set-audit-head-for-tests", { seq: 4n, hash: fourth.hash });
    expect(await problems()).toEqual(["5 only-in-mirror"]);
  });

  it("shows a database that was rolled back and written on", async () => {
    await write(4);
    const second = (await log())[1] as AuditEntry;
    for (const seq of [3, 4]) await tamper(seq, null);
    await database.queries.run("support/set-audit-head-for-tests", { seq: 2n, hash: second.hash });
    expect(await problems()).toEqual(["3 only-in-mirror", "4 only-in-mirror"]);
    await write(1);
    expect(await problems()).toEqual(["3 differs-from-mirror", "4 only-in-mirror"]);
  });

  it("is mirrored again after a crash between the two, once", async () => {
    await write(2);
    await database.queries.transaction(async (transaction) => {
      const lost = { who: "anna", what: "decide", target: "lost on the way to the mirror" };
      await announce(database.dataDir, await appendIn(transaction, lost));
    });
    appendFileSync(mirrorPath(database.dataDir), '{"seq":4,"at":17');
    expect((await verifyAudit(database)).ok).toBe(true);
    expect(await catchUpMirror(database)).toBe(1);
    expect(await catchUpMirror(database)).toBe(0);
    await write(1);
    expect((await verifyAudit(database)).ok).toBe(true);
    const seqs = readFileSync(mirrorPath(database.dataDir), "utf8").match(
      /(?<="seq":)\d+(?=,"at":\d+,)/g,
    );
    expect(seqs).toEqual(["1", "2", "3", "4"]);
  });

  it("can be recomputed by anybody from the mirror alone", async () => {
    await write(3);
    const lines = readFileSync(mirrorPath(database.dataDir), "utf8").trim().split("\n");
    const entries = lines
      .filter((line) => !line.startsWith('{"intent"'))
      .map((line) => JSON.parse(line) as AuditEntry);
    let previous = "";
    for (const entry of entries) {
      expect(entry.previousHash).toBe(previous);
      expect(hashOf(entry)).toBe(entry.hash);
      previous = entry.hash;
    }
  });

  it("of an empty database is in order; a mirror of another database is not", async () => {
    expect(await verifyAudit(database)).toEqual({
      ok: true,
      entries: 0,
      head: { seq: 0, hash: "" },
      problems: [],
      answer: null,
    });
    await write(1);
    const [entry] = await log();
    writeFileSync(
      mirrorPath(database.dataDir),
      `${JSON.stringify({ ...entry, who: "x", hash: "0" })}\n`,
    );
    expect(await problems()).toEqual(["1 differs-from-mirror"]);
  });
});

describe("a change and its entry", () => {
  const person = () => database.queries.read("users/users", {}, z.object({ login: z.string() }));

  it("stand together or not at all: with the mirror unwritable the change is refused and not made", async () => {
    const server = await startServer(database);
    await settledPerson(database, "boss", "admin");
    const boss = await signedIn(server.base, "boss");
    rmSync(mirrorPath(database.dataDir));
    mkdirSync(mirrorPath(database.dataDir));
    const before = await person();
    const refused = await boss.ask("POST", "/api/users", {
      login: "no.entry",
      name: "Nobody",
      role: "data",
    });
    expect([refused.status, refused.json.code]).toEqual([503, "audit-unwritable"]);
    expect(await person()).toEqual(before);
    rmSync(mirrorPath(database.dataDir), { recursive: true });
    await server.close();
  });

  it("are one transaction: a change that fails leaves no entry, several changes leave one", async () => {
    const audited = auditedDatabase(database);
    const act = { who: "anna", what: "test", target: "T" };
    const change = (login: string) =>
      audited.queries.write(
        "users/create-user",
        {
          ...{ login, name: login, role: "data", password: "x", mustChange: true },
          ...{ at: 1n, mark: login },
        },
        z.unknown(),
      );
    await expect(
      asAct(database, act, async () => {
        await audited.queries.transaction(async () => {
          throw new Error("no");
        });
      }),
    ).rejects.toThrow("no");
    expect(await log()).toEqual([]);
    await asAct(database, act, async () => {
      await change("one");
      await change("two");
    });
    expect((await log()).map(({ what }) => what)).toEqual(["test"]);
    await asAct(database, act, async () => "nothing changed");
    expect(await log()).toHaveLength(2);
    expect((await verifyAudit(database)).ok).toBe(true);
  });
});

describe("what people do", () => {
  it("is in the log with name and target: changes, files taken away, refusals; not what they read", async () => {
    const server = await startServer(database);
    await settledPerson(database, "boss", "admin");
    await settledPerson(database, "worker", "data");
    const [boss, worker] = [
      await signedIn(server.base, "boss"),
      await signedIn(server.base, "worker"),
    ];
    await boss.ask("POST", "/api/users", {
      login: "new.one",
      name: "Somebody",
      role: "investigator",
    });
    await boss.ask("PATCH", "/api/users/new.one", { role: "prosecutor" });
    await worker.ask("GET", "/api/overview");
    await worker.ask("POST", "/api/graph", { accounts: ["KZ1"] });
    await worker.ask("GET", "/api/users");
    await worker.ask("POST", "/api/detection/decisions", {
      subject: "account",
      target: "KZ1",
      verdict: "confirmed",
      reason: "x",
      after: null,
    });
    await boss.ask("DELETE", "/api/session", {});
    await server.close();
    const told = (await log()).map(
      ({ who, what, target, details }) => `${who} ${what} ${target} ${details}`,
    );
    expect(told).toEqual([
      expect.stringMatching(/^(boss|worker) sign-in {2}\{"from":"127.0.0.1"\}$/),
      expect.stringMatching(/^(boss|worker) sign-in {2}\{"from":"127.0.0.1"\}$/),
      'boss createUser  {"login":"new.one","role":"investigator"}',
      'boss updateUser new.one {"role":"prosecutor"}',
      'worker refused users {"role":"data"}',
      'worker refused decide {"role":"data"}',
      "boss sign-out  {}",
      expect.stringMatching(/^server looks .*"lines":1/),
    ]);
    expect((await verifyAudit(database)).ok).toBe(true);
    const everything = await database.queries.read("support/sessions-for-tests", {}, z.unknown());
    expect(everything).toHaveLength(1);
  });
});
