import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Database } from "../../server/neo4j/database.ts";
import { type Attempt, openBackoff } from "../../server/users/backoff.ts";
import { ensureFirstAdmin } from "../../server/users/first-admin.ts";
import {
  ABSOLUTE,
  findSession,
  IDLE,
  startSession,
} from "../../server/users/sign-in-sessions.store.ts";
import { addPerson, resetPassword, updatePerson } from "../../server/users/users.store.ts";
import { auditLog } from "../support/audit-log.ts";
import {
  PASSWORD,
  settledPerson,
  signedIn,
  startServer,
  type TestServer,
  visitor,
} from "../support/http.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

let database: Database;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const log = () => auditLog(database);
const entries = async () =>
  (await log()).map(({ who, what, target }) => `${who} ${what} ${target}`);

describe("the first start", () => {
  it("makes one admin, also when two programs start at once, and never again", async () => {
    await emptyDatabase(database);
    const made = await Promise.all([ensureFirstAdmin(database), ensureFirstAdmin(database)]);
    expect(made.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await ensureFirstAdmin(database)).toBeUndefined();
    const first = made.find((one) => one !== undefined) as { login: string; password: string };
    const me = await signedIn(server.base, first.login, first.password);
    expect((await me.ask("GET", "/api/session")).json).toEqual({
      login: "admin",
      name: "Administrator",
      role: "admin",
      mustChangePassword: true,
      secondFactor: "off",
      demo: false,
    });
    for (const path of ["/api/users", "/api/overview", "/api/jobs"])
      expect((await me.ask("GET", path)).json.code).toBe("password-change-required");
    const weak = await me.ask("POST", "/api/session/password", {
      current: first.password,
      next: "admin admin admin",
    });
    expect([weak.status, weak.json.code]).toEqual([422, "weak-password"]);
    const same = await me.ask("POST", "/api/session/password", {
      current: first.password,
      next: first.password,
    });
    expect(same.json.code).toBe("same-password");
    const wrong = await me.ask("POST", "/api/session/password", {
      current: "not it",
      next: PASSWORD,
    });
    expect(wrong.json.code).toBe("current-password-wrong");
    const changed = await me.ask("POST", "/api/session/password", {
      current: first.password,
      next: PASSWORD,
    });
    expect(changed.json.mustChangePassword).toBe(false);
    expect((await me.ask("GET", "/api/users")).status).toBe(200);
    expect((await visitor(server.base).ask("POST", "/api/session", { ...first })).json.code).toBe(
      "wrong-password",
    );
    expect(await entries()).toContain("admin password-changed ");
  });
});

describe("a session", () => {
  it("is a cookie no script reads, and its token is kept nowhere but in the browser", async () => {
    await settledPerson(database, "cookie", "data");
    const answer = await visitor(server.base).ask("POST", "/api/session", {
      login: " Cookie ",
      password: PASSWORD,
    });
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^dropper-graph-\d+=[\w-]{43}; /);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Strict");
    expect(cookie).toContain("Path=/");
    const token = /=([\w-]{43});/.exec(cookie)?.[1] ?? "";
    const rows = await database.queries.read("support/sessions-for-tests", {}, z.unknown());
    expect(rows.length).toBeGreaterThan(0);
    expect(
      JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toContain(token);
    expect(answer.text).not.toContain(token);
  });

  it("over https only is a Secure __Host- cookie, and a proxy's word for the address counts", async () => {
    const behind = await startServer(database, { secure: true, proxies: 1 });
    await settledPerson(database, "proxied", "data");
    const answer = await visitor(behind.base).ask(
      "POST",
      "/api/session",
      { login: "proxied", password: PASSWORD },
      { "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https" },
    );
    expect(answer.headers.get("set-cookie")).toMatch(/^__Host-dropper-graph-\d+=.*Secure/);
    expect(answer.headers.get("strict-transport-security")).toContain("max-age=31536000");
    const last = (await log()).at(-1);
    expect(last?.details).toBe('{"from":"203.0.113.7"}');
    await behind.close();
  });

  it("begins anew at every sign-in: an older token of the same browser dies", async () => {
    await settledPerson(database, "renewed", "data");
    const me = await signedIn(server.base, "renewed");
    const old = me.cookie;
    await me.ask("POST", "/api/session", { login: "renewed", password: PASSWORD });
    expect(me.cookie).not.toBe(old);
    expect(
      (await visitor(server.base).ask("GET", "/api/session", undefined, { cookie: old })).status,
    ).toBe(401);
    expect((await me.ask("GET", "/api/session")).status).toBe(200);
  });

  it("ends on sign-out, for the server too", async () => {
    await settledPerson(database, "leaver", "data");
    const me = await signedIn(server.base, "leaver");
    const cookie = me.cookie;
    const answer = await me.ask("DELETE", "/api/session", {});
    expect(answer.headers.get("set-cookie")).toContain("Expires=Thu, 01 Jan 1970");
    expect(
      (await visitor(server.base).ask("GET", "/api/session", undefined, { cookie })).status,
    ).toBe(401);
  });

  it("ends after an hour without use and after twelve whatever happens; a page left open does not keep it", async () => {
    await settledPerson(database, "idle", "data");
    const { queries } = database;
    const start = Date.now();
    const token = (await startSession(queries, "idle", start)) as string;
    expect(await findSession(queries, token, start + IDLE - 1, true)).toBeDefined();
    expect(await findSession(queries, token, start + IDLE, true)).toBeUndefined();
    let now = start;
    for (; now < start + ABSOLUTE; now += IDLE / 2)
      expect(await findSession(queries, token, now, false)).toBeDefined();
    expect(await findSession(queries, token, start + ABSOLUTE - 1, false)).toBeDefined();
    expect(await findSession(queries, token, start + ABSOLUTE, false)).toBeUndefined();
  });

  it("of a made-up token is none", async () => {
    for (const cookie of ["", "x", "A".repeat(43), "A".repeat(5_000), "%00", "' OR 1=1"])
      expect(
        (
          await visitor(server.base).ask("GET", "/api/session", undefined, {
            cookie: `dropper-graph-${new URL(server.base).port}=${cookie}`,
          })
        ).status,
      ).toBe(401);
  });

  it("of a changed password ends everywhere else", async () => {
    await settledPerson(database, "elsewhere", "data");
    const [here, there] = [
      await signedIn(server.base, "elsewhere"),
      await signedIn(server.base, "elsewhere"),
    ];
    const answer = await here.ask("POST", "/api/session/password", {
      current: PASSWORD,
      next: `${PASSWORD} again`,
    });
    expect(answer.status).toBe(200);
    expect((await here.ask("GET", "/api/session")).status).toBe(200);
    expect((await there.ask("GET", "/api/session")).status).toBe(401);
  });
});

describe("a person", () => {
  it("who is disabled is out at once and stays out; enabled again, signs in again", async () => {
    await settledPerson(database, "boss", "admin");
    await settledPerson(database, "worker", "investigator");
    const [boss, worker] = [
      await signedIn(server.base, "boss"),
      await signedIn(server.base, "worker"),
    ];
    expect((await worker.ask("GET", "/api/overview")).status).toBe(200);
    expect((await boss.ask("PATCH", "/api/users/worker", { disabled: true })).status).toBe(200);
    expect((await worker.ask("GET", "/api/overview")).status).toBe(401);
    const again = await visitor(server.base).ask("POST", "/api/session", {
      login: "worker",
      password: PASSWORD,
    });
    expect([again.status, again.json.code]).toEqual([401, "wrong-password"]);
    await boss.ask("PATCH", "/api/users/worker", { disabled: false });
    expect((await worker.ask("GET", "/api/overview")).status).toBe(401);
    await signedIn(server.base, "worker");
    expect(await entries()).toContain("boss updateUser worker");
  });

  it("given another role has it from the next call on", async () => {
    await settledPerson(database, "promoted", "data");
    const [boss, me] = [
      await signedIn(server.base, "boss"),
      await signedIn(server.base, "promoted"),
    ];
    expect((await me.ask("GET", "/api/users")).status).toBe(403);
    await boss.ask("PATCH", "/api/users/promoted", { role: "admin" });
    expect((await me.ask("GET", "/api/users")).status).toBe(200);
    await boss.ask("PATCH", "/api/users/promoted", { role: "data" });
    expect((await me.ask("GET", "/api/users")).status).toBe(403);
    expect(await entries()).toContain("promoted refused users");
  });

  it("given a new one-time password is out, and must choose a new one", async () => {
    await settledPerson(database, "forgetful", "data");
    const [boss, me] = [
      await signedIn(server.base, "boss"),
      await signedIn(server.base, "forgetful"),
    ];
    const { json } = await boss.ask("POST", "/api/users/forgetful/password", {});
    expect((await me.ask("GET", "/api/session")).status).toBe(401);
    const back = await signedIn(server.base, "forgetful", json.password);
    expect((await back.ask("GET", "/api/overview")).json.code).toBe("password-change-required");
    const own = { current: json.password, next: "nine grey herons at dawn" };
    expect((await back.ask("POST", "/api/session/password", own)).status).toBe(200);
    const again = { login: "forgetful", password: json.password };
    const twice = await visitor(server.base).ask("POST", "/api/session", again);
    expect([twice.status, twice.json.code]).toEqual([401, "wrong-password"]);
  });

  it("is there once: a taken login is refused, also in capitals", async () => {
    const boss = await signedIn(server.base, "boss");
    const answer = await boss.ask("POST", "/api/users", { login: "BOSS", name: "B", role: "data" });
    expect([answer.status, answer.json.code]).toEqual([409, "login-taken"]);
    const unknown = await boss.ask("PATCH", "/api/users/nobody-at-all", { disabled: true });
    expect(unknown.status).toBe(404);
  });

  it("who is the last admin stays one, also when two admins remove each other at once", async () => {
    await emptyDatabase(database);
    await addPerson(database.queries, { login: "one", name: "1", role: "admin" });
    await addPerson(database.queries, { login: "two", name: "2", role: "admin" });
    const outcomes = await Promise.allSettled([
      updatePerson(database.queries, "one", { disabled: true }),
      updatePerson(database.queries, "two", { role: "data" }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((outcome) => outcome.status === "rejected")).toMatchObject({
      reason: { code: "last-admin" },
    });
  });
});

describe("guessing a password", () => {
  it("is slowed after five attempts, also the right one, and told when to come back; others are not", async () => {
    // The real brake on a clock that stands still: a slow machine does not wait it out.
    const brake = openBackoff();
    const backoff = {
      ...brake,
      attempt: (who: Attempt) => brake.attempt(who, 1),
    };
    const frozen = await startServer(database, { backoff });
    await settledPerson(database, "victim", "data");
    const me = visitor(frozen.base);
    const guess = (password: string) =>
      me.ask("POST", "/api/session", { login: "victim", password });
    const at_once = await Promise.all(Array.from({ length: 20 }, (_, at) => guess(`guess ${at}`)));
    expect(at_once.filter((answer) => answer.status === 401)).toHaveLength(5);
    expect(at_once.filter((answer) => answer.status === 429)).toHaveLength(15);
    const refused = await guess(PASSWORD);
    expect([refused.status, refused.json.code]).toEqual([429, "too-many-attempts"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.json.params.seconds).toBeGreaterThan(0);
    await settledPerson(database, "bystander", "data");
    await signedIn(frozen.base, "bystander");
    await frozen.close();
    expect(
      (await entries()).filter((entry) => entry.startsWith("victim sign-in-refused")),
    ).toHaveLength(5);
  });

  it("keeps nobody out: a known device signs in meanwhile, and a reset works at once, from anywhere", async () => {
    const brake = openBackoff();
    const backoff = { ...brake, attempt: (who: Attempt) => brake.attempt(who, 1) };
    const frozen = await startServer(database, { backoff });
    await emptyDatabase(database);
    await settledPerson(database, "only.admin", "admin");
    const owner = await signedIn(frozen.base, "only.admin");
    await owner.ask("DELETE", "/api/session", {});
    const guess = (login: string, at: number) =>
      visitor(frozen.base).ask("POST", "/api/session", { login, password: `guess ${at}` });
    // One address for all: the owner sits behind the same gateway as who attacks.
    for (let at = 0; at < 40; at += 1) {
      await guess("only.admin", at);
      await guess(`name${at}`, at);
    }
    const stranger = visitor(frozen.base);
    const credentials = { login: "only.admin", password: PASSWORD };
    expect((await stranger.ask("POST", "/api/session", credentials)).status).toBe(429);
    expect((await owner.ask("POST", "/api/session", credentials)).status).toBe(200);
    // The machine's own command, another process: it knows nothing of this server's memory.
    const { password } = await resetPassword(database.queries, "only.admin");
    await guess("only.admin", 0);
    const back = await stranger.ask("POST", "/api/session", { login: "only.admin", password });
    expect([back.status, back.json.mustChangePassword]).toEqual([200, true]);
    for (let at = 0; at < 10; at += 1) await guess("only.admin", at);
    expect((await guess("only.admin", 0)).status).toBe(429);
    await frozen.close();
  });

  it("learns nothing about who exists, and leaves no typed name in the audit log", async () => {
    const answers = await Promise.all(
      ["bystander", "nobody030740001404"].map((login) =>
        visitor(server.base).ask("POST", "/api/session", { login, password: "wrong wrong wrong" }),
      ),
    );
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect((await entries()).join("\n")).not.toContain("nobody030740001404");
  });
});
