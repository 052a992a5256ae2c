import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
import { type LocalProvider, startProvider } from "../support/sign-in-provider.ts";

const CLIENT = { id: "dropper-graph", secret: "a secret of the two" };
const BACK = "https://graph.example/sign-in/back";
/** An account that was given the name of another at the provider. */
const NAMES = new Map([["anna-again", "anna"]]);

let served: Served;
let database: Database;
let server: TestServer;
let provider: LocalProvider;

const file = () => join(database.dataDir, "sign-in-provider.json");
const settings = (change: Record<string, unknown> = {}) => {
  const { issuer } = provider;
  const usual = {
    name: "Office account",
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    address: "https://graph.example",
  };
  writeFileSync(file(), JSON.stringify({ ...usual, ...change }));
};

beforeAll(async () => {
  served = await servedTo("boss", "admin");
  ({ database, server } = served);
  provider = await startProvider(BACK, CLIENT, NAMES);
  settings();
});
afterAll(async () => {
  await rm(file(), { force: true });
  await provider.close();
  await served.close();
});

const ANSWER = "/api/session/provider/answer";
const begin = async (at: Visitor): Promise<string> =>
  (await at.ask("POST", "/api/session/provider", {})).json.address;
/** The answer that the provider gives the browser of a person who signs in there. */
const answerFor = async (at: Visitor, login: string) =>
  (await provider.signIn(await begin(at), login)).search;
const finish = async (at: Visitor, answer: string, code?: string) =>
  at.ask("POST", ANSWER, { answer, ...(code && { code }) });

describe("signing in through the office's provider", () => {
  it("lets a person in under the role that the product has, with PKCE, state and nonce", async () => {
    await settledPerson(database, "anna", "investigator");
    const anna = visitor(server.base);
    expect((await anna.ask("GET", "/api/session/provider")).json).toEqual({
      name: "Office account",
    });
    const address = new URL(await begin(anna));
    expect(address.searchParams.get("code_challenge_method")).toBe("S256");
    for (const name of ["state", "nonce", "code_challenge"])
      expect(address.searchParams.get(name)?.length).toBeGreaterThan(20);
    const back = await provider.signIn(address.href, "anna");
    expect(`${back.origin}${back.pathname}`).toBe(BACK);
    const answer = await finish(anna, back.search);
    expect(answer.json).toMatchObject({ login: "anna", role: "investigator" });
    expect((await anna.ask("GET", "/api/session")).json.login).toBe("anna");
    const [entry] = (await auditLog(database)).slice(-1);
    expect(entry).toMatchObject({ who: "anna", what: "sign-in" });
    expect(entry?.details).toContain('"by":"provider"');
  });

  it("takes an answer once, in the browser that began, and none that somebody made up", async () => {
    const [anna, thief] = [visitor(server.base), visitor(server.base)];
    const answer = await answerFor(anna, "anna");
    expect((await finish(thief, answer)).json.code).toBe("provider-not-begun");
    await begin(thief);
    expect((await finish(thief, answer)).json.code).toBe("provider-refused");
    expect((await finish(anna, answer)).status).toBe(200);
    expect((await finish(anna, answer)).json.code).toBe("provider-not-begun");
    await begin(anna);
    const iss = encodeURIComponent(provider.issuer);
    const madeUp = `?code=made-up&state=made-up&iss=${iss}`;
    expect((await finish(anna, madeUp)).json.code).toBe("provider-refused");
    const state = new URL(await begin(anna)).searchParams.get("state");
    const cancelled = await finish(anna, `?error=access_denied&state=${state}&iss=${iss}`);
    expect([cancelled.status, cancelled.json.code]).toEqual([403, "provider-declined"]);
  });

  it("lets in nobody who is not here, is disabled, or has another subject than the first time", async () => {
    const asked = async (login: string) => {
      const somebody = visitor(server.base);
      return finish(somebody, await answerFor(somebody, login));
    };
    const stranger = await asked("stranger");
    expect([stranger.status, stranger.json.code]).toEqual([403, "provider-nobody"]);
    await settledPerson(database, "gone", "prosecutor");
    await served.me.ask("PATCH", "/api/users/gone", { disabled: true });
    expect((await asked("gone")).text.replace(/gone/g, "")).toBe(
      stranger.text.replace(/stranger/g, ""),
    );
    expect((await asked("anna-again")).json.code).toBe("provider-nobody");
    const [entry] = (await auditLog(database)).slice(-1);
    expect(entry).toMatchObject({ who: "anna", what: "sign-in-refused" });
    // A new one-time password ends the tie, for a person whom the provider has made anew.
    await served.me.ask("POST", "/api/users/anna/password", {});
    const anna = { login: "anna", mustChangePassword: false };
    expect((await asked("anna-again")).json).toMatchObject(anna);
    expect((await asked("anna")).json.code).toBe("provider-nobody");
  });

  it("asks for the code of a second factor that is on", async () => {
    await settledPerson(database, "careful", "investigator");
    const own = await signedIn(server.base, "careful");
    const begun = await own.ask("POST", "/api/session/second-factor/secret", {
      password: PASSWORD,
    });
    const code = (away: number) =>
      codeAt(secretBytes(begun.json.secret), stepOf(Date.now()) + away);
    await own.ask("POST", "/api/session/second-factor", { code: code(-1) });
    const careful = visitor(server.base);
    const answer = await answerFor(careful, "careful");
    expect((await finish(careful, answer)).json.code).toBe("code-needed");
    expect((await careful.ask("GET", "/api/session")).status).toBe(401);
    expect((await finish(careful, answer, "000000")).json.code).toBe("wrong-code");
    expect((await finish(careful, answer, code(0))).json.login).toBe("careful");
  });

  it("is not offered without a file, and says what is wrong with one", async () => {
    settings({ issuer: "http://example.com" });
    const wrong = await visitor(server.base).ask("POST", "/api/session/provider", {});
    expect([wrong.status, wrong.json.code]).toEqual([503, "provider-file"]);
    settings({ prompt: "login" });
    const asksAgain = new URL(await begin(visitor(server.base)));
    expect(asksAgain.searchParams.get("prompt")).toBe("login");
    settings({ issuer: `${provider.issuer}/other` });
    const other = await visitor(server.base).ask("POST", "/api/session/provider", {});
    expect(other.json.code).toBe("provider-down");
    await rm(file());
    const none = visitor(server.base);
    expect((await none.ask("GET", "/api/session/provider")).json).toEqual({ name: null });
    expect((await none.ask("POST", "/api/session/provider", {})).json.code).toBe("no-provider");
    settings();
  });
});
