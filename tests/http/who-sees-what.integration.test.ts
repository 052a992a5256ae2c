import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Endpoint } from "../../contract/endpoint.ts";
import { type TokenScope, tokenScope } from "../../contract/sign-ins.ts";
import { may, type Role, role } from "../../contract/user-roles.ts";
import { looksAt } from "../../server/audit/looks.ts";
import { groups } from "../../server/http/groups.ts";
import { openJobs } from "../../server/jobs/registry.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { openBackoff } from "../../server/users/backoff.ts";
import { createToken } from "../../server/users/tokens.store.ts";
import { auditLog } from "../support/audit-log.ts";
import {
  type Answer,
  personOfEachRole,
  signedIn,
  startServer,
  type TestServer,
  type Visitor,
  visitor,
} from "../support/http.ts";
import { testDatabase } from "../support/neo4j.ts";
import { jsonSchemaOf } from "../support/schema-values.ts";
import { type Side, twoCases } from "../support/two-cases.ts";

/**
 * The matrix: every route of the contract × every role × a thing of one's own, of other people, of
 * nobody. The expected answers are said here once more, apart from the server's own rules.
 */
const EVERY_CASE: readonly Role[] = ["head", "auditor"];
const EVERY_REPORT: readonly Role[] = ["head", "auditor", "data"];
/** An admin only as a member, and he never approves: docs/decisions/018-admin-as-a-member.md. */
const WORKS_ON_CASES: readonly Role[] = ["investigator", "prosecutor", "head", "admin"];

let database: Database;
let server: TestServer;
let endpoints: Endpoint[];
let person: (role: Role) => Visitor;
let own: Side;
let other: Side;
let none: Side;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer(database);
  person = await personOfEachRole(database, server.base);
  ({ own, other } = await twoCases(database));
  const nothing = { case: "C99", claim: "C99-1", report: "R-NONE", measure: "M99" };
  none = { ...nothing, name: "", iin: "", marks: [] };
  endpoints = groups({ database, jobs: openJobs(), backoff: openBackoff() }).flatMap(({ group }) =>
    Object.values(group),
  );
}, 120_000);
afterAll(async () => {
  await server.close();
  await database.close();
});

function addressOf({ path, about }: Endpoint, side: Side): string {
  const id = { case: side.case, report: side.report }[about as "case"] ?? side.measure;
  const known: Record<string, string> = { id, claim: side.claim, number: "A-SHARED" };
  return `/api${path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? "nothing-here")}`;
}

/** An array is no body of any route: only who may call is answered, and nothing is changed. */
const NO_BODY: unknown = [];

function called(endpoint: Endpoint, who: Role, address: string, body = NO_BODY): Promise<Answer> {
  const isGet = endpoint.method === "GET";
  return person(who).ask(endpoint.method, address, isGet ? undefined : body);
}

function outcome({ status, json }: Answer): "role" | "member" | "in" | "fault" {
  if (status >= 500) return "fault";
  if (status === 403 && json.code === "role-not-allowed") return "role";
  return status === 403 && json.code === "not-a-member" ? "member" : "in";
}

function expected(endpoint: Endpoint, who: Role, whose: string): string {
  const { access, about, path, method, media } = endpoint;
  if (typeof access !== "string" && !access.includes(who)) return "role";
  // The data team is asked for a ground first, and gets no file without one.
  const isGround = media !== undefined && who === "data";
  const isOne = /^\/(measures\/:id|letters\/:id\/paper)/.test(path) && method === "GET";
  const isEntry = isOne && !isGround;
  if ((about === "case" || isEntry) && !EVERY_CASE.includes(who)) {
    if (whose === "other" || (whose === "own" && !WORKS_ON_CASES.includes(who))) return "member";
  }
  if (about === "report" && whose === "other" && !EVERY_REPORT.includes(who)) return "member";
  return "in";
}

/** Written out, so that a question added by mistake shows. */
const QUESTIONS_BY_POST = [
  ...["search", "graph", "around", "reach", "expand", "transfers", "histogram", "nextHop"],
  ...["paths", "trace", "knownAccounts"],
  ...["preview", "readReportText", "reportCandidates", "searchLooks", "personHeld"],
  ...["searchMeasures", "searchLetters"],
];
const LOADS = [
  ...["upload", "recogniseUpload", "forgetUpload", "load", "describeSource", "decidePair"],
  ...["enterReport", "linkReport", "linkReportAll", "linkReportsOfCase", "linkSureTransfers"],
];

function mayByToken({ name, method, path }: Endpoint, scope: TokenScope): boolean {
  if (/^\/(session|users)(\/|$)/.test(path)) return false;
  if (method === "GET" || QUESTIONS_BY_POST.includes(name)) return true;
  return scope === "load" && LOADS.includes(name);
}

describe("who sees what", () => {
  it("has a rule for every route, and one that fits its address", () => {
    const odd = endpoints.filter(({ path, about }) => {
      if (!["nobody", "data", "own", "report", "case"].includes(about)) return true;
      return (
        path.startsWith("/cases/:id") !== (about === "case") ||
        path.startsWith("/reports/:id") !== (about === "report")
      );
    });
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it("holds for every route, role and thing: of one's own, of others, of nobody", async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const endpoint of endpoints.filter(({ access }) => access !== "anyone")) {
      const { about } = endpoint;
      for (const who of role.options)
        for (const [whose, side] of Object.entries({ own, other, none })) {
          // Elsewhere the address names nothing of a case: one thing is as good as the other.
          const named = endpoint.path.includes(":") && ["own", "report", "case"].includes(about);
          if (endpoint.name === "signOut" || (whose !== "own" && !named)) continue;
          const got = outcome(await called(endpoint, who, addressOf(endpoint, side)));
          const wanted = expected(endpoint, who, whose);
          if (got !== wanted) wrong.push(`${endpoint.name} ${who} ${whose}: ${got}, not ${wanted}`);
          asked += 1;
        }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(endpoints.length * role.options.length);
  }, 240_000);

  it("holds where a request names a case or report besides its address", async () => {
    const wrong: string[] = [];
    let named = 0;
    for (const endpoint of endpoints) {
      for (const [where, schema] of Object.entries({ query: endpoint.query, body: endpoint.body }))
        for (const [field, value] of [
          ["case", other.case],
          ["report", other.report],
          ["reports", [other.report]],
        ] as const) {
          const { properties = {} } = jsonSchemaOf(schema);
          if (!(field in properties)) continue;
          named += 1;
          const given = await withRequired(endpoint, where as "query" | "body", { [field]: value });
          const answer = await given("investigator");
          if (outcome(answer) !== "member")
            wrong.push(`${endpoint.name} ${field} ${answer.status} ${answer.text.slice(0, 200)}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(named).toBeGreaterThan(5);
  });

  it("leaves what is of others out of every list, and nothing that is one's own", async () => {
    const seen = (text: string, side: Side) => side.marks.filter((mark) => text.includes(mark));
    const wrong: string[] = [];
    const lists = new Set<string>();
    for (const endpoint of endpoints.filter(({ method, about }) => method === "GET" && about))
      for (const query of queriesOf(endpoint)) {
        if (endpoint.about === "case" || endpoint.about === "report") continue;
        const [all, mine, data] = await Promise.all(
          (["head", "investigator", "data"] as const).map((who) =>
            called(endpoint, who, `${addressOf(endpoint, own)}${query}`),
          ),
        );
        if (!all || !mine || !data) continue;
        const othersOf = seen(all.text, other);
        for (const mark of seen(mine.text, other)) wrong.push(`${endpoint.name}${query}: ${mark}`);
        for (const mark of seen(data.text, other))
          if (!other.report.includes(mark)) wrong.push(`${endpoint.name}${query} data: ${mark}`);
        if (othersOf.length > 0) lists.add(endpoint.name);
        if (seen(mine.text, own).length < othersOf.length)
          wrong.push(`${endpoint.name}${query}: own things are missing`);
      }
    expect(wrong).toEqual([]);
    // The head sees the other case in these, so they are what was tested.
    for (const name of ["cases", "reports", "measures", "account", "summaryRecords"])
      expect([...lists]).toContain(name);
  });

  it("finds nothing of others by a search, and refuses an entry of theirs", async () => {
    for (const q of [other.case, other.report, "Дело-OTHER"]) {
      const found = (who: Role) => person(who).ask("POST", "/api/search", { q });
      const kinds = (answer: Answer) => answer.json.hits.map((hit: { kind: string }) => hit.kind);
      expect(kinds(await found("investigator"))).toEqual([]);
      expect(kinds(await found("head"))).not.toEqual([]);
    }
    const entry = await person("investigator").ask("GET", `/api/measures/${other.measure}`);
    expect(entry.json.code).toBe("not-a-member");
    expect(entry.text).not.toContain("OTHER");
  });

  it("says whom to ask, writes the refusal down, and lets in whoever was added", async () => {
    const asked = await person("prosecutor").ask("GET", `/api/cases/${other.case}`);
    expect(asked.status).toBe(403);
    expect(asked.json.remedy).toContain("Person elsewhere (elsewhere)");
    expect(asked.text).not.toContain("Дело");
    const members = `/api/cases/${other.case}/members`;
    const { json } = await person("head").ask("GET", members);
    expect(json.others.map((one: { role: string }) => one.role)).not.toContain("data");
    const set = (logins: string[], version: number) =>
      person("head").ask("PUT", members, { version, members: logins });
    const added = await set(["elsewhere", "person-prosecutor"], json.version);
    expect(added.status).toBe(200);
    expect((await person("prosecutor").ask("GET", `/api/cases/${other.case}`)).status).toBe(200);
    const emptied = await set([], added.json.version);
    expect(emptied.json.code).toBe("case-needs-member");
    await set(["elsewhere"], added.json.version);
    expect((await person("prosecutor").ask("GET", `/api/cases/${other.case}`)).status).toBe(403);
  });

  it("masks names and IIN for the data team in every answer, until it says why", async () => {
    const data = person("data");
    const asked = async () => {
      const texts: [string, string][] = [];
      for (const endpoint of endpoints.filter(({ method, media }) => method === "GET" && !media)) {
        for (const query of queriesOf(endpoint)) {
          const answer = await data.ask("GET", `${addressOf(endpoint, own)}${query}`);
          texts.push([endpoint.name + query, answer.text]);
        }
      }
      const accounts = ["A-SHARED", "V-OWN", "V-OTHER"];
      for (const [name, path, body] of [
        ["graph", "/graph", { accounts }],
        ["transfers", "/transfers", { accounts }],
        ["trace", "/traces", { reports: ["R-OWN", "R-OTHER"] }],
        ["search", "/search", { q: own.iin }],
        ["search", "/search", { q: own.name }],
      ] as const)
        texts.push([name, (await data.ask("POST", `/api${path}`, body)).text]);
      const isOf = (text: string) =>
        [own, other].some(({ name, iin }) => text.includes(name) || text.includes(iin));
      return [...new Set(texts.filter(([, text]) => isOf(text)).map(([name]) => name))];
    };
    expect(await asked()).toEqual([]);
    const empty = await data.ask("PUT", "/api/session/ground", { ground: "\u200b\u200b" });
    expect(empty.json.code).toBe("ground-needed");
    await data.ask("PUT", "/api/session/ground", { ground: `Row 5, ${own.iin}` });
    const shown = await asked();
    for (const name of ["graph", "search"]) expect(shown).toContain(name);
    const looks = (await looksAt(database.dataDir, own.iin)).filter(({ why }) => why !== undefined);
    expect(looks.map(({ who, what, why }) => `${who} ${what} ${why}`)).toContain(
      "person-data search Row 5, 90••••••••13",
    );
  });

  it("lets an admin work as a member only: no case of others, no approval", async () => {
    expect(role.options.filter((who) => may("approve", who))).toEqual(["prosecutor", "head"]);
    const admin = person("admin");
    expect((await admin.ask("GET", `/api/cases/${own.case}`)).status).toBe(200);
    expect((await admin.ask("GET", `/api/cases/${other.case}`)).json.code).toBe("not-a-member");
    const { cases } = (await admin.ask("GET", "/api/cases")).json;
    expect(cases.map(({ id }: { id: string }) => id)).not.toContain(other.case);
  });

  it("gives the data team no file with names until it says why, and notes the reason", async () => {
    const data = await signedIn(server.base, "person-data");
    const files = endpoints.filter(({ media, about, access }) => {
      const open = typeof access === "string" || access.includes("data");
      return media !== undefined && open && about === "data";
    });
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["refusedRows", "gridFile", "refusedMeasures", "statementRequest"]),
    );
    const ask = ({ method, path }: Pick<Endpoint, "method" | "path">) =>
      data.ask(method, `/api${path.replace(/:\w+/g, "x")}`, method === "GET" ? undefined : {});
    for (const file of files) expect((await ask(file)).json.code).toBe("file-needs-ground");
    await data.ask("PUT", "/api/session/ground", { ground: "Row 5 of the March file" });
    const grid = await ask({ method: "GET", path: "/loading/grid.csv" });
    expect([grid.status, grid.text.startsWith("account")]).toEqual([200, true]);
    const entry = (await auditLog(database)).findLast(({ what }) => what === "gridFile");
    expect(entry?.details).toContain("Row 5 of the March file");
  });

  it("holds for tokens of scripts: questions, with the scope load also what brings data in", async () => {
    const scripts: [TokenScope, Role, string][] = [];
    for (const scope of tokenScope.options)
      for (const who of ["data", "auditor"] as const) {
        const wanted = { script: `${scope} of ${who}`, scope, days: 1 };
        const made = await createToken(database.queries, `person-${who}`, wanted, Date.now());
        scripts.push([scope, who, made.token]);
      }
    const wrong: string[] = [];
    for (const endpoint of endpoints.filter(({ access }) => access !== "anyone")) {
      const isGet = endpoint.method === "GET";
      for (const [scope, who, token] of scripts) {
        const answer = await visitor(server.base).ask(
          endpoint.method,
          addressOf(endpoint, none),
          isGet ? undefined : NO_BODY,
          { authorization: `Bearer ${token}` },
        );
        const allowed = mayByToken(endpoint, scope);
        const got = answer.json?.code === "token-scope" ? "scope" : outcome(answer);
        const wanted = allowed ? expected(endpoint, who, "none") : "scope";
        if (got !== wanted) wrong.push(`${endpoint.name} ${scope} ${who}: ${got}, not ${wanted}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it("masks people outside one's cases in a search, until a ground is given for the session", async () => {
    const me = await signedIn(server.base, "person-prosecutor");
    const found = async (q: string) => (await me.ask("POST", "/api/search", { q })).json;
    expect(await found(own.iin)).toMatchObject({ masked: 0, hits: [{ title: own.name }] });
    const before = await found(other.iin);
    expect(before).toMatchObject({ masked: 1, hits: [{ title: "Ч•••• Е••••" }] });
    expect(JSON.stringify(before)).not.toContain(other.iin);
    expect((await me.ask("GET", "/api/session/ground")).json).toEqual({ ground: null });
    await me.ask("PUT", "/api/session/ground", { ground: own.case });
    expect(await found(other.iin)).toMatchObject({ masked: 0, hits: [{ title: other.name }] });
    const [last] = (await looksAt(database.dataDir, other.iin)).slice(-1);
    expect(last).toMatchObject({ who: "person-prosecutor", what: "search", why: own.case });
    const again = await signedIn(server.base, "person-prosecutor");
    expect((await again.ask("GET", "/api/session/ground")).json).toEqual({ ground: null });
    expect(server.log()).not.toMatch(/850202300021|900101400013/);
  });

  it("makes whoever opens a case its member, and nobody else", async () => {
    const made = await person("prosecutor").ask("POST", "/api/cases", { title: "Новое" });
    const address = `/api/cases/${made.json.id}`;
    expect((await person("prosecutor").ask("GET", address)).status).toBe(200);
    expect((await person("investigator").ask("GET", address)).json.code).toBe("not-a-member");
    expect((await person("auditor").ask("GET", address)).status).toBe(200);
  });

  it("takes the JSON that the contract describes, wherever a route has a body", async () => {
    const unread: string[] = [];
    let read = 0;
    for (const endpoint of endpoints) {
      const { required = [] } = jsonSchemaOf(endpoint.body);
      const { path, method, access } = endpoint;
      if (method === "GET" || required.length === 0 || /^\/(session|users)(\/|$)/.test(path))
        continue;
      const who = typeof access === "string" ? "admin" : (access[0] ?? "admin");
      const answer = await called(endpoint, who, addressOf(endpoint, none), filledBody(endpoint));
      if (answer.status === 415) unread.push(endpoint.name);
      if (answer.status !== 400) read += 1;
    }
    expect(unread).toEqual([]);
    expect(read).toBeGreaterThan(40);
  });
});

/** A call with a field of the query or body set; what else it needs is filled in. */
async function withRequired(
  endpoint: Endpoint,
  where: "query" | "body",
  fields: Readonly<Record<string, unknown>>,
): Promise<(who: Role) => Promise<Answer>> {
  const filled = { ...filledBody(endpoint, where), ...fields };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
  const address = `${addressOf(endpoint, own)}${where === "query" ? `?${query}` : ""}`;
  const allowed = typeof endpoint.access === "string" || endpoint.access.includes("investigator");
  if (!allowed) throw new Error(`${endpoint.name} is for no investigator`);
  return (who) => called(endpoint, who, address, where === "body" ? filled : NO_BODY);
}

function filledBody(endpoint: Endpoint, where: "query" | "body" = "body"): object {
  const { properties = {}, required = [] } = jsonSchemaOf(endpoint[where]);
  return Object.fromEntries(required.map((name) => [name, plainValue(properties[name] ?? {})]));
}

function plainValue(schema: ReturnType<typeof jsonSchemaOf>): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.type === "array") return [plainValue(schema.items ?? {})];
  if (schema.type === "integer" || schema.type === "number") return 1;
  if (schema.type === "boolean") return true;
  if (schema.type === "object") {
    const { properties = {}, required = [] } = schema;
    return Object.fromEntries(required.map((name) => [name, plainValue(properties[name] ?? {})]));
  }
  return schema.format === "date" ? "2026-06-01" : "1";
}

/** Each figure of lists that are about one; the plain question of the others. */
function queriesOf(endpoint: Endpoint): string[] {
  const { properties = {} } = jsonSchemaOf(endpoint.query);
  const figures = properties.figure;
  if (figures === undefined) return [""];
  const choices = (figures.anyOf ?? [figures]).flatMap((one) => one.enum ?? []);
  return choices.map((figure) => `?figure=${String(figure)}`);
}
