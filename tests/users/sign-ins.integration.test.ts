import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { looksAt } from "../../server/audit/looks.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { DAY } from "../../server/time/instant.ts";
import { createToken, findToken } from "../../server/users/tokens.store.ts";
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

const ACCESS = "/api/session/access";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";
const isIn = async (who: Visitor) => (await who.ask("GET", "/api/session")).status === 200;

async function inFirefox(login: string): Promise<Visitor> {
  const me = visitor(server.base);
  await me.ask("POST", "/api/session", { login, password: PASSWORD }, { "user-agent": FIREFOX });
  return me;
}

/** A token of a person, and what it asks. */
async function scriptOf(me: Visitor, script: string, scope: "read" | "load", days = 30) {
  const wanted = { script, scope, days, password: PASSWORD };
  const made = await me.ask("POST", `${ACCESS}/tokens`, wanted);
  const authorization = `Bearer ${made.json.token}`;
  return {
    token: made.json.token as string,
    ask: (method: string, path: string, body?: unknown) =>
      visitor(server.base).ask(method, path, body, { authorization }),
  };
}

describe("the places one is signed in at", () => {
  it("are told with browser and address, and end one by one or all but this one", async () => {
    await settledPerson(database, "roaming", "investigator");
    const [here, there, third] = [
      await inFirefox("roaming"),
      await signedIn(server.base, "roaming"),
      await signedIn(server.base, "roaming"),
    ];
    const { sessions } = (await here.ask("GET", ACCESS)).json;
    expect(sessions).toHaveLength(3);
    const current = sessions.filter((one: { current: boolean }) => one.current);
    expect(current).toMatchObject([{ browser: "Firefox 143 · Linux", address: "127.0.0.1" }]);
    const others = (await there.ask("GET", ACCESS)).json.sessions;
    const [mine] = others.filter((one: { current: boolean }) => one.current);
    await here.ask("DELETE", `${ACCESS}/sessions/${mine.id}`, {});
    expect([await isIn(here), await isIn(there), await isIn(third)]).toEqual([true, false, true]);
    await here.ask("DELETE", `${ACCESS}/sessions`, {});
    expect([await isIn(here), await isIn(third)]).toEqual([true, false]);
    const log = (await auditLog(database)).filter(({ who }) => who === "roaming");
    const acts = log.map(({ what }) => what);
    expect(acts).toEqual(expect.arrayContaining(["endSession", "endOtherSessions"]));
  });

  it("are one's own only: another person's session does not end by its number", async () => {
    await settledPerson(database, "mine", "investigator");
    await settledPerson(database, "yours", "investigator");
    const [me, you] = [await signedIn(server.base, "mine"), await signedIn(server.base, "yours")];
    const [yours] = (await you.ask("GET", ACCESS)).json.sessions;
    await me.ask("DELETE", `${ACCESS}/sessions/${yours.id}`, {});
    expect(await isIn(you)).toBe(true);
    expect((await me.ask("GET", "/api/users/yours/access")).json.code).toBe("role-not-allowed");
  });

  it("are seen and ended by an admin, tokens with them", async () => {
    await settledPerson(database, "gone", "investigator");
    const me = await inFirefox("gone");
    const script = await scriptOf(me, "nightly", "read");
    const seen = (await admin.ask("GET", "/api/users/gone/access")).json;
    expect(seen.sessions).toMatchObject([{ browser: "Firefox 143 · Linux", current: false }]);
    expect(seen.tokens).toMatchObject([{ script: "nightly", scope: "read" }]);
    expect((await admin.ask("DELETE", "/api/users/gone/access", {})).status).toBe(200);
    expect(await isIn(me)).toBe(false);
    expect((await script.ask("GET", "/api/overview")).status).toBe(401);
    expect((await admin.ask("DELETE", "/api/users/nobody/access", {})).status).toBe(404);
    const acts = (await auditLog(database)).map(
      ({ who, what, target }) => `${who} ${what} ${target}`,
    );
    expect(acts).toContain("boss endAccess gone");
  });
});

describe("a token of a script", () => {
  it("needs the password, is kept as a hash only, and stands in both logs by its name", async () => {
    await settledPerson(database, "scripting", "data");
    const me = await signedIn(server.base, "scripting");
    const refused = await me.ask("POST", `${ACCESS}/tokens`, {
      ...{ script: "x", scope: "read", days: 1, password: "not mine" },
    });
    expect(refused.json.code).toBe("current-password-wrong");
    const script = await scriptOf(me, "morning load", "load");
    expect(script.token).toMatch(/^dg_[\w-]{43}$/);
    const kept = await database.queries.read("support/tokens-for-tests", {}, z.unknown());
    const text = JSON.stringify(kept, (_key, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(text).toContain("morning load");
    expect(text).not.toContain(script.token);
    expect((await script.ask("POST", "/api/search", { q: "A-SCRIPT" })).status).toBe(200);
    const upload = await fetch(`${server.base}/api/loading/uploads?name=a.csv`, {
      method: "PUT",
      headers: {
        authorization: `Bearer ${script.token}`,
        "content-type": "application/octet-stream",
      },
      body: "transfer_id,booked_at,amount\n",
    });
    expect(upload.status).toBe(200);
    expect(await looksAt(database.dataDir, "A-SCRIPT")).toMatchObject([
      { who: "scripting", what: "search", token: "morning load" },
    ]);
    const log = (await auditLog(database)).filter(({ who }) => who === "scripting");
    const made = log.find(({ what }) => what === "createToken");
    expect(JSON.parse(made?.details ?? "")).toMatchObject({
      ...{ scope: "load", script: "morning load" },
    });
    const used = log.find(({ what }) => what === "upload");
    expect(JSON.parse(used?.details ?? "")).toMatchObject({ token: "morning load" });
    expect(JSON.stringify(log) + server.log()).not.toContain(script.token);
    const { tokens } = (await me.ask("GET", ACCESS)).json;
    expect(tokens).toMatchObject([{ script: "morning load", seenAt: expect.any(Number) }]);
  });

  it("ends on its day, when it is revoked, and with its person", async () => {
    await settledPerson(database, "ending", "investigator");
    const me = await signedIn(server.base, "ending");
    const now = Date.now();
    const wanted = { script: "old", scope: "read", days: 1 } as const;
    const { token } = await createToken(database.queries, "ending", wanted, now);
    expect((await findToken(database.queries, token, now + DAY - 1))?.used.name).toBe("old");
    expect(await findToken(database.queries, token, now + DAY)).toBeUndefined();
    const script = await scriptOf(me, "revoked", "read");
    expect((await script.ask("GET", "/api/overview")).status).toBe(200);
    const { tokens } = (await me.ask("GET", ACCESS)).json;
    const { id } = tokens.find((one: { script: string }) => one.script === "revoked");
    expect((await admin.ask("DELETE", `${ACCESS}/tokens/${id}`, {})).json.code).toBe("not-found");
    await me.ask("DELETE", `${ACCESS}/tokens/${id}`, {});
    expect((await script.ask("GET", "/api/overview")).json.code).toBe("sign-in-required");
    const last = await scriptOf(me, "last", "read");
    await admin.ask("PATCH", "/api/users/ending", { disabled: true });
    await admin.ask("PATCH", "/api/users/ending", { disabled: false });
    expect((await last.ask("GET", "/api/overview")).status).toBe(401);
  });

  it("is no way around a role, and no way to more: nothing about signing in or people", async () => {
    await settledPerson(database, "auditing", "auditor");
    const me = await signedIn(server.base, "auditing");
    const script = await scriptOf(me, "loader", "load");
    const body = { uploads: [] };
    expect((await script.ask("POST", "/api/loading/uploads/x/load", body)).json.code).toBe(
      "role-not-allowed",
    );
    for (const [method, path] of [
      ["GET", ACCESS],
      ["POST", `${ACCESS}/tokens`],
      ["PUT", "/api/session/ground"],
      ["GET", "/api/users/names"],
      ["POST", "/api/cases"],
    ] as const) {
      const answer = await script.ask(method, path, method === "GET" ? undefined : {});
      expect(`${path} ${answer.json.code}`).toBe(`${path} token-scope`);
    }
  });

  it("stands alone: a wrong one is not helped by the cookie of a browser", async () => {
    await settledPerson(database, "both", "investigator");
    const me = await signedIn(server.base, "both");
    for (const authorization of ["Bearer dg_x", "Basic YTpi", `Bearer dg_${"a".repeat(43)}`]) {
      const answer = await me.ask("GET", "/api/overview", undefined, { authorization });
      expect(answer.json.code).toBe("sign-in-required");
    }
  });

  it("is no number of a person, and nobody has more than twenty", async () => {
    await settledPerson(database, "many", "investigator");
    const me = await signedIn(server.base, "many");
    const wanted = { scope: "read", days: 1, password: PASSWORD };
    for (const script of ["900101400013", "", " ", "a".repeat(61), "x\u0000y", "=cmd"]) {
      const answer = await me.ask("POST", `${ACCESS}/tokens`, { ...wanted, script });
      expect(`${script} ${answer.status}`).toBe(`${script} 422`);
    }
    const days = await me.ask("POST", `${ACCESS}/tokens`, { ...wanted, script: "a", days: 367 });
    expect(days.status).toBe(422);
    const one = { script: "one", scope: "read", days: 1 } as const;
    const made = await Promise.allSettled(
      Array.from({ length: 24 }, () => createToken(database.queries, "many", one, Date.now())),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  });
});
