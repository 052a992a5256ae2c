import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Database } from "../../server/neo4j/database.ts";
import { codeAt, secretBytes, stepOf } from "../../server/users/totp.ts";
import { auditLog } from "../support/audit-log.ts";
import {
  PASSWORD,
  type Served,
  servedTo,
  settledPerson,
  signedIn,
  type TestServer,
  type Visitor,
  visitor,
} from "../support/http.ts";

let served: Served;
let database: Database;
let server: TestServer;
let admin: Visitor;

beforeAll(async () => {
  served = await servedTo("boss", "admin");
  ({ database, server, me: admin } = served);
});
afterAll(() => served.close());

const FACTOR = "/api/session/second-factor";
const codeOf = (secret: string, away = 0) => codeAt(secretBytes(secret), stepOf(Date.now()) + away);
const signIn = (login: string, code?: string, at: Visitor = visitor(server.base)) =>
  at.ask("POST", "/api/session", { login, password: PASSWORD, ...(code && { code }) });

/** A person whose second factor is on; the code of the step before was used for that. */
async function withFactor(login: string) {
  await settledPerson(database, login, "investigator");
  const me = await signedIn(server.base, login);
  const { secret } = (await me.ask("POST", `${FACTOR}/secret`, { password: PASSWORD })).json;
  const used = codeOf(secret, -1);
  const { codes } = (await me.ask("POST", FACTOR, { code: used })).json;
  return { me, used, secret: secret as string, codes: codes as string[] };
}

describe("a second factor", () => {
  it("is switched on with the password and a first code; other sessions end, and nothing readable is kept", async () => {
    await settledPerson(database, "careful", "investigator");
    const [me, elsewhere] = [
      await signedIn(server.base, "careful"),
      await signedIn(server.base, "careful"),
    ];
    const wrong = await me.ask("POST", `${FACTOR}/secret`, { password: "not mine" });
    expect(wrong.json.code).toBe("current-password-wrong");
    const begun = await me.ask("POST", `${FACTOR}/secret`, { password: PASSWORD });
    const { secret, address } = begun.json;
    expect(address).toContain(secret);
    // It does not count before a code was shown.
    expect((await signIn("careful")).status).toBe(200);
    expect((await me.ask("POST", FACTOR, { code: "000000" })).json.code).toBe("wrong-code");
    const on = await me.ask("POST", FACTOR, { code: codeOf(secret, -1) });
    expect(on.json.codes).toHaveLength(10);
    expect((await me.ask("GET", "/api/session")).json.secondFactor).toBe("on");
    expect((await elsewhere.ask("GET", "/api/session")).status).toBe(401);
    const again = await me.ask("POST", `${FACTOR}/secret`, { password: PASSWORD });
    expect(again.json.code).toBe("second-factor-on");
    const rows = await database.queries.read("support/sessions-for-tests", {}, z.unknown());
    const kept = JSON.stringify(rows, (_key, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    for (const told of [secret, ...on.json.codes]) expect(kept).not.toContain(told);
    const told = JSON.stringify(await auditLog(database)) + server.log();
    for (const one of [secret, ...on.json.codes]) expect(told).not.toContain(one);
  });

  it("is asked after the password; a code counts once, also twice at the same moment", async () => {
    const { secret, used } = await withFactor("twice");
    const guess = await visitor(server.base).ask("POST", "/api/session", {
      login: "twice",
      password: "wrong",
      code: codeOf(secret),
    });
    expect(guess.json.code).toBe("wrong-password");
    const asked = await signIn("twice");
    expect([asked.status, asked.json.code]).toEqual([401, "code-needed"]);
    expect(asked.headers.getSetCookie()).toEqual([]);
    expect((await signIn("twice", used)).json.code).toBe("wrong-code");
    const code = codeOf(secret);
    const both = await Promise.all([signIn("twice", code), signIn("twice", code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
    const log = await auditLog(database);
    const mine = log
      .filter(({ who }) => who === "twice")
      .map(({ what, details }) => what + details);
    expect(mine).toContainEqual(expect.stringMatching(/^sign-in\{.*"code":"app"/));
    expect(mine).toContainEqual(expect.stringMatching(/^sign-in-refused\{.*"because":"code"/));
  });

  it("lets in with each recovery code once, and says in the log how many are left", async () => {
    const { codes } = await withFactor("lost.phone");
    const [first = "", second = ""] = codes;
    const me = visitor(server.base);
    expect((await signIn("lost.phone", first.toUpperCase(), me)).status).toBe(200);
    expect((await signIn("lost.phone", first)).json.code).toBe("wrong-code");
    expect((await me.ask("GET", FACTOR)).json).toEqual({ state: "on", codesLeft: 9 });
    const renewed = await me.ask("POST", `${FACTOR}/codes`, { code: second });
    expect(renewed.json.codes).toHaveLength(10);
    expect((await signIn("lost.phone", codes[2])).json.code).toBe("wrong-code");
    const off = await me.ask("DELETE", FACTOR, { code: renewed.json.codes[0] });
    expect(off.status).toBe(200);
    expect((await signIn("lost.phone")).status).toBe(200);
    const entry = (await auditLog(database)).find(({ details }) =>
      details.includes('"recoveryCodesLeft":9'),
    );
    expect(entry?.who).toBe("lost.phone");
  });

  it("slows guessing of codes down, wherever they come from", async () => {
    await withFactor("guessed");
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      const { status } = await signIn("guessed", String(100_000 + guess));
      statuses.push(status);
    }
    expect(statuses.slice(0, 10).every((status) => status === 403)).toBe(true);
    expect(statuses.slice(10)).toEqual([429, 429]);
  }, 60_000);

  it("is asked for after a new password too", async () => {
    await withFactor("renewed");
    const { json } = await admin.ask("POST", "/api/users/renewed/password", {});
    const given = { login: "renewed", password: json.password };
    const asked = await visitor(server.base).ask("POST", "/api/session", given);
    expect([asked.status, asked.json.code]).toEqual([401, "code-needed"]);
  });

  it("is taken away by an admin, who is in the log; the person's sessions end", async () => {
    const { me } = await withFactor("helped");
    expect((await me.ask("DELETE", "/api/users/helped/second-factor", {})).status).toBe(403);
    const listed = async () =>
      (await admin.ask("GET", "/api/users")).json.users.find(
        (one: { login: string }) => one.login === "helped",
      ).secondFactor;
    expect(await listed()).toBe("on");
    expect((await admin.ask("DELETE", "/api/users/helped/second-factor", {})).status).toBe(200);
    expect(await listed()).toBe("off");
    expect((await me.ask("GET", "/api/session")).status).toBe(401);
    expect((await signIn("helped")).status).toBe(200);
    const log = (await auditLog(database)).map(
      ({ who, what, target }) => `${who} ${what} ${target}`,
    );
    expect(log).toContain("boss resetSecondFactor helped");
  });

  it("says so where the key of the data folder is gone, and an admin helps", async () => {
    const { secret } = await withFactor("restored");
    await rm(join(database.dataDir, "keys", "second-factor.key"));
    expect((await signIn("restored", codeOf(secret))).json.code).toBe("second-factor-unreadable");
    await admin.ask("DELETE", "/api/users/restored/second-factor", {});
    expect((await signIn("restored")).status).toBe(200);
  });

  it("is required of a role by an admin: nothing else opens before it is set up", async () => {
    await settledPerson(database, "due", "auditor");
    const me = await signedIn(server.base, "due");
    const rule = (required: boolean) =>
      admin.ask("PUT", "/api/users/rules/second-factor", { role: "auditor", required });
    expect((await rule(true)).json).toEqual({ roles: ["auditor"] });
    expect((await me.ask("GET", "/api/session")).json.secondFactor).toBe("due");
    expect((await me.ask("GET", "/api/overview")).json.code).toBe("second-factor-required");
    const { secret } = (await me.ask("POST", `${FACTOR}/secret`, { password: PASSWORD })).json;
    await me.ask("POST", FACTOR, { code: codeOf(secret) });
    expect((await me.ask("GET", "/api/overview")).status).toBe(200);
    expect((await rule(false)).json).toEqual({ roles: [] });
    const entry = (await auditLog(database)).find(({ what }) => what === "setSecondFactorRole");
    expect(JSON.parse(entry?.details ?? "")).toMatchObject({ role: "auditor", required: true });
  });
});
