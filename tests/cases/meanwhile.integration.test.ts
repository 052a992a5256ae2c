import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseRow } from "../../contract/cases.ts";
import type { Claim } from "../../contract/claims.ts";
import type { Database } from "../../server/neo4j/database.ts";
import {
  type Answer,
  settledPerson,
  signedIn,
  startServer,
  type TestServer,
  type Visitor,
} from "../support/http.ts";
import { put, reported } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";

/** Two people at two screens; each change names the state its screen shows. */

let database: Database;
let server: TestServer;
let anna: Visitor;
let boris: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  await put(
    database,
    "meanwhile",
    [
      ["m1", "M-V", "M-D", "100000", 0],
      ["m2", "M-D", "M-E", "100000", 5],
    ],
    [reported("M-1", "M-V", "m1")],
  );
  server = await startServer(database);
  await settledPerson(database, "anna", "prosecutor");
  await settledPerson(database, "boris", "head");
  anna = await signedIn(server.base, "anna");
  boris = await signedIn(server.base, "boris");
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function newCase(): Promise<{ row: CaseRow; claim: Claim }> {
  const { json } = await anna.ask("POST", "/api/cases", { title: "Meanwhile", reports: ["M-1"] });
  await anna.ask("POST", `/api/cases/${json.id}/claims`, { version: json.version });
  return { row: await caseNow(json.id), claim: await claimNow(json.id) };
}
const caseNow = async (id: string): Promise<CaseRow> =>
  (await anna.ask("GET", `/api/cases/${id}`)).json;
const claimNow = async (id: string): Promise<Claim> =>
  (await anna.ask("GET", `/api/cases/${id}/claims`)).json.claims[0];

/** One of the answers is a success, the other names the colleague, the step and the time. */
function oneOfTwo(answers: readonly Answer[], what: string): void {
  expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
  const won = answers.findIndex((one) => one.status === 200);
  const refused = answers.find((one) => one.status === 409)?.json;
  expect(refused).toMatchObject({
    code: "changed-meanwhile",
    params: { what, by: won === 0 ? "anna" : "boris", at: expect.any(Number) },
  });
  expect(Math.abs(refused.params.at - Date.now())).toBeLessThan(600_000);
}

describe("two people at once", () => {
  let row: CaseRow;
  let claim: Claim;

  it("change a case: one succeeds, the other is told who, what and when", async () => {
    ({ row, claim } = await newCase());
    const path = `/api/cases/${row.id}`;
    const body = (title: string) => ({ title, version: row.version });
    oneOfTwo(
      await Promise.all([
        anna.ask("PATCH", path, body("by anna")),
        boris.ask("PATCH", path, body("by boris")),
      ]),
      "renamed",
    );
    row = await caseNow(row.id);
    oneOfTwo(
      await Promise.all([
        anna.ask("POST", `${path}/accounts`, { accounts: ["M-D"], version: row.version }),
        boris.ask("POST", `${path}/accounts`, { accounts: ["M-E"], version: row.version }),
      ]),
      "accounts-added",
    );
  });

  it("move a claim: a stale page no longer wins, also where its step would be allowed", async () => {
    const path = `/api/cases/${row.id}/claims/${claim.id}`;
    const move = (who: Visitor, version: number, status: string) =>
      who.ask("PATCH", path, { status, version, reason: "said in a sentence" });
    expect((await move(anna, claim.version, "review")).status).toBe(200);
    const seen = await claimNow(row.id);
    // Boris looks; Anna takes the claim back and prepares it anew; Boris files what he saw.
    expect((await move(anna, seen.version, "draft")).status).toBe(200);
    const again = await claimNow(row.id);
    expect((await move(anna, again.version, "review")).status).toBe(200);
    const stale = await move(boris, seen.version, "approved");
    expect(stale.status).toBe(409);
    expect(stale.json).toMatchObject({
      code: "changed-meanwhile",
      params: { kind: "claim", id: claim.id, what: "moved", detail: "review", by: "anna" },
    });
    const now = await claimNow(row.id);
    expect(now.status).toBe("review");
    oneOfTwo(
      await Promise.all([
        move(anna, now.version, "withdrawn"),
        move(boris, now.version, "approved"),
      ]),
      "moved",
    );
  });

  it("open claims: the second is told that it was done", async () => {
    const { json } = await anna.ask("POST", "/api/cases", { title: "Again", reports: ["M-1"] });
    const [claimed] = (await anna.ask("GET", `/api/cases/${row.id}/claims`)).json.claims;
    if (claimed.status !== "withdrawn")
      await anna.ask("PATCH", `/api/cases/${row.id}/claims/${claimed.id}`, {
        status: "withdrawn",
        version: claimed.version,
        reason: "claimed in another case",
      });
    const open = (who: Visitor) =>
      who.ask("POST", `/api/cases/${json.id}/claims`, { version: json.version });
    oneOfTwo(await Promise.all([open(anna), open(boris)]), "claims-opened");
  });

  it("decide about one account: the second is told of the first decision", async () => {
    const decide = (who: Visitor, verdict: string) =>
      who.ask("POST", "/api/detection/decisions", {
        subject: "account",
        target: "M-E",
        verdict,
        reason: "seen",
        after: null,
      });
    oneOfTwo(await Promise.all([decide(anna, "confirmed"), decide(boris, "dismissed")]), "decided");
  });

  it("a change that names no state is not accepted", async () => {
    const answers = await Promise.all([
      anna.ask("PATCH", `/api/cases/${row.id}`, { title: "no version" }),
      anna.ask("POST", `/api/cases/${row.id}/reports`, { reports: ["M-1"] }),
      anna.ask("PATCH", `/api/cases/${row.id}/claims/${claim.id}`, { status: "review" }),
    ]);
    expect(answers.map((one) => one.status)).toEqual([422, 422, 422]);
  });
});
