import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Endpoint, problem } from "../../contract/endpoint.ts";
import { type Role, role } from "../../contract/roles.ts";
import { isAudited } from "../../server/http/audited.ts";
import { groups } from "../../server/http/groups.ts";
import { openJobs } from "../../server/jobs/registry.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { openBackoff } from "../../server/people/backoff.ts";
import {
  settledPerson,
  signedIn,
  startServer,
  type TestServer,
  type Visitor,
  visitor,
} from "../support/http.ts";
import { testDatabase } from "../support/neo4j.ts";

const web = mkdtempSync(join(tmpdir(), "http-web-"));
let database: Database;
let server: TestServer;
let endpoints: Endpoint[];
const people = new Map<Role, Visitor>();

beforeAll(async () => {
  mkdirSync(join(web, "assets"));
  writeFileSync(
    join(web, "index.html"),
    '<meta nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__" src="/assets/a-1.js">',
  );
  writeFileSync(join(web, "assets/a-1.js"), "1");
  database = await testDatabase();
  server = await startServer(database, { webFolder: web });
  endpoints = groups({ database, jobs: openJobs(), backoff: openBackoff() }).flatMap(({ group }) =>
    Object.values(group),
  );
  for (const one of role.options) {
    await settledPerson(database, `person-${one}`, one);
    people.set(one, await signedIn(server.base, `person-${one}`));
  }
});
afterAll(async () => {
  await server.close();
  await database.close();
  rmSync(web, { recursive: true });
});

const person = (one: Role) => people.get(one) as Visitor;
/** An address of the endpoint that nothing stands behind. */
const addressOf = (endpoint: Endpoint) => `/api${endpoint.path.replace(/:\w+/g, "nothing-here")}`;
const hasBody = (endpoint: Endpoint) => endpoint.method !== "GET";

describe("every endpoint", () => {
  it("is for signed-in people, but the sign-in itself", async () => {
    const open: string[] = [];
    for (const endpoint of endpoints) {
      const answer = await visitor(server.base).ask(
        endpoint.method,
        addressOf(endpoint),
        hasBody(endpoint) ? {} : undefined,
      );
      if (answer.status !== 401) open.push(endpoint.name);
      else expect(answer.json.code).toBe("sign-in-required");
    }
    expect(open).toEqual(["signIn"]);
  });

  // Written out, so that a role added to a contract by mistake shows.
  const RESERVED: Record<string, readonly Role[]> = {
    users: ["admin"],
    createUser: ["admin"],
    updateUser: ["admin"],
    resetPassword: ["admin"],
    upload: ["data", "investigator", "admin"],
    forgetUpload: ["data", "investigator", "admin"],
    preview: ["data", "investigator", "admin"],
    load: ["data", "investigator", "admin"],
    decidePair: ["data", "investigator", "admin"],
    withdraw: ["data", "admin"],
  };

  it("for some roles only says so to the others, and lets its own in", async () => {
    const reserved = endpoints.filter((endpoint) => typeof endpoint.access !== "string");
    for (const [name, roles] of Object.entries(RESERVED))
      expect(reserved.find((endpoint) => endpoint.name === name)?.access).toEqual(roles);
    for (const endpoint of reserved) {
      for (const one of role.options) {
        const answer = await person(one).ask(
          endpoint.method,
          addressOf(endpoint),
          hasBody(endpoint) ? {} : undefined,
        );
        const refused = answer.status === 403 && answer.json.code === "role-not-allowed";
        expect(`${endpoint.name} ${one} ${refused}`).toBe(
          `${endpoint.name} ${one} ${!endpoint.access.includes(one)}`,
        );
      }
    }
  });

  it("refuses what does not fit its description with a line a field, and repeats no value", async () => {
    const answer = await person("admin").ask("POST", "/api/users", {
      login: "A b",
      name: "",
      role: "king 030740001404",
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(problem.parse(answer.json)).toMatchObject({ code: "invalid-input", status: 422 });
    expect(answer.json.errors.map((error: { path: string }) => error.path)).toEqual([
      "login",
      "name",
      "role",
    ]);
    expect(answer.text).not.toContain("030740001404");
  });

  it("answers a problem document whatever comes in", async () => {
    const me = person("investigator");
    const cases: [Promise<{ status: number; json: unknown }>, number, string][] = [
      [me.ask("POST", "/api/graph", "{not json"), 400, "unreadable"],
      [me.ask("GET", "/api/nothing"), 404, "no-such-address"],
      [me.ask("DELETE", "/api/overview", {}), 404, "no-such-address"],
      [me.ask("GET", "/api/accounts/%E0%A4%A"), 400, "unreadable"],
      [me.ask("POST", "/api/graph", { accounts: ["x".repeat(2_000_000)] }), 413, "too-large"],
      [
        me.ask("POST", "/api/graph", "accounts=1", {
          "content-type": "application/x-www-form-urlencoded",
        }),
        415,
        "media-type",
      ],
      [me.ask("GET", "/api/accounts/KZ0"), 404, "not-found"],
    ];
    for (const [asked, status, code] of cases) {
      const answer = await asked;
      expect(problem.parse(answer.json)).toMatchObject({ status, code });
      expect(answer.status).toBe(status);
    }
  });

  it("drops fields nobody described: nobody makes themselves more than they are", async () => {
    const made = await person("admin").ask("POST", "/api/users", {
      login: "Mass.Assigned",
      name: "M",
      role: "data",
      disabled: true,
      mustChangePassword: false,
      password: "chosen by me myself",
      __proto__: { role: "admin" },
    });
    expect(made.status).toBe(200);
    const list = await person("admin").ask("GET", "/api/users");
    const found = list.json.users.find((user: { login: string }) => user.login === "mass.assigned");
    expect(found).toEqual({
      login: "mass.assigned",
      name: "M",
      role: "data",
      disabled: false,
      mustChangePassword: true,
      lastSeenAt: null,
    });
    expect(list.text).not.toContain("argon2");
  });

  it("that changes something is in the audit log; only these questions are not", () => {
    const silent = endpoints.filter(
      (endpoint) => endpoint.method !== "GET" && !isAudited(endpoint),
    );
    expect(silent.map((endpoint) => endpoint.name).sort()).toEqual([
      "changePassword",
      "expand",
      "graph",
      "histogram",
      "nextHop",
      "paths",
      "preview",
      "search",
      "signIn",
      "signOut",
      "trace",
      "transfers",
    ]);
  });

  it("is written to the log by name: no address, no number, no password", async () => {
    await person("data").ask("POST", "/api/search", { q: "030740001404" });
    await person("data").ask("GET", "/api/accounts/KZ86125KZT5004100100");
    expect(server.log()).toContain('"endpoint":"search"');
    expect(server.log()).not.toMatch(/030740001404|KZ86125KZT5004100100|sentence nobody/);
  });
});

describe("another site", () => {
  const foreign = [
    { origin: "https://evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:1" },
    { origin: "null" },
  ];

  it.each(foreign)("changes nothing: %o", async (headers) => {
    const me = await signedIn(server.base, "person-data");
    expect(
      (await me.ask("DELETE", "/api/session", undefined, headers as Record<string, string>)).json
        .code,
    ).toBe("foreign-origin");
    expect((await me.ask("GET", "/api/session")).status).toBe(200);
  });

  it("does not hinder our own page", async () => {
    const me = await signedIn(server.base, "person-data");
    const headers = { origin: server.base, "sec-fetch-site": "same-origin" };
    expect((await me.ask("DELETE", "/api/session", undefined, headers)).status).toBe(200);
  });

  it("under a name that was made to point here gets nothing", async () => {
    const { request } = await import("node:http");
    const { port } = new URL(server.base);
    const status = await new Promise((resolve, reject) => {
      request(
        { host: "127.0.0.1", port, path: "/api/health", headers: { host: "evil.example" } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(421);
  });
});

describe("the page", () => {
  it("carries a nonce of its own each time, and the policy names it", async () => {
    const [one, two] = [
      await visitor(server.base).ask("GET", "/"),
      await visitor(server.base).ask("GET", "/clusters?x=1"),
    ];
    const nonce = /nonce="([^"]+)"/.exec(one.text)?.[1] ?? "";
    expect(nonce.length).toBeGreaterThanOrEqual(22);
    expect(one.headers.get("content-security-policy")).toContain(
      `script-src 'self' 'nonce-${nonce}'`,
    );
    expect(one.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(one.headers.get("content-security-policy")).not.toMatch(/unsafe|\*/);
    expect(one.text).not.toContain("__CSP_NONCE__");
    expect(two.status).toBe(200);
    expect(two.text).not.toContain(nonce);
    expect(one.headers.get("cache-control")).toBe("no-store");
    expect(one.headers.get("x-powered-by")).toBeNull();
  });

  it("keeps files with a hash in their name for a year, and an old name is an error, not the page", async () => {
    const file = await visitor(server.base).ask("GET", "/assets/a-1.js");
    expect(file.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const gone = await visitor(server.base).ask("GET", "/assets/a-0.js");
    expect([gone.status, gone.text.includes("<")]).toEqual([404, false]);
  });

  it("never serves a file outside its folder", async () => {
    for (const path of [
      "/..%2f..%2fpackage.json",
      "/assets/..%2f..%2fpackage.json",
      "/%2e%2e/%2e%2e/etc/passwd",
    ])
      expect((await visitor(server.base).ask("GET", path)).text).not.toMatch(/"name"|root:/);
  });

  it("missing from the build is said", async () => {
    const bare = await startServer(database, { webFolder: join(web, "none") });
    const answer = await visitor(bare.base).ask("GET", "/");
    expect([answer.status, answer.text]).toEqual([
      503,
      "The web app is not built. Run: npm run build",
    ]);
    await bare.close();
  });
});

describe("limits", () => {
  it("answer 429 with a problem document and when to come back", async () => {
    const small = await startServer(database, { limits: { everything: 3 } });
    const me = visitor(small.base);
    for (let times = 0; times < 3; times += 1)
      expect((await me.ask("GET", "/api/health")).status).toBe(200);
    const refused = await me.ask("GET", "/api/health");
    expect(problem.parse(refused.json)).toMatchObject({ status: 429, code: "too-many-requests" });
    expect(refused.headers.get("retry-after")).toBe("60");
    await small.close();
  });

  it("of costly calls leave the others free", async () => {
    const small = await startServer(database, { limits: { costly: 1 } });
    const me = await signedIn(small.base, "person-data");
    const path = { from: "KZ1", to: "KZ2" };
    await me.ask("POST", "/api/paths", path);
    expect((await me.ask("POST", "/api/paths", path)).json.code).toBe("too-many-requests");
    expect((await me.ask("GET", "/api/overview")).status).toBe(200);
    await small.close();
  });
});

describe("health", () => {
  it("is open, and tells nothing but the state", async () => {
    const answer = await visitor(server.base).ask("GET", "/api/health");
    expect([answer.status, answer.json]).toEqual([200, { database: "ready" }]);
  });
});

describe("/api/openapi.json", () => {
  interface Operation {
    operationId: string;
    parameters: { name: string; in: string; schema: object }[];
    responses: Record<string, { content: Record<string, { schema?: object }> }>;
  }
  const read = async () => (await visitor(server.base).ask("GET", "/api/openapi.json")).json;

  it("lists every endpoint of every group, once", async () => {
    const { paths } = await read();
    const listed = Object.entries<Record<string, Operation>>(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) => `${operation.operationId} ${method.toUpperCase()} ${path}`,
      ),
    );
    expect(listed.sort()).toEqual(
      endpoints
        .map(({ name, method, path }) => `${name} ${method} ${path.replace(/:(\w+)/g, "{$1}")}`)
        .sort(),
    );
    expect(new Set(endpoints.map((endpoint) => endpoint.name)).size).toBe(endpoints.length);
  });

  it("holds together: references lead somewhere, every part of an address is a parameter, every answer has a schema", async () => {
    const document = await read();
    expect(document.openapi).toBe("3.1.0");
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      (match) => match[1] as string,
    );
    expect(refs.length).toBeGreaterThan(0);
    for (const ref of refs)
      expect(
        ref.split("/").reduce((at: Record<string, unknown>, key) => at?.[key] as never, document),
        ref,
      ).toBeDefined();
    for (const [path, methods] of Object.entries<Record<string, Operation>>(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const operation of Object.values(methods)) {
        expect(
          operation.parameters.filter((one) => one.in === "path").map((one) => one.name),
        ).toEqual(inPath);
        const [content] = Object.values(operation.responses["200"]?.content ?? {});
        expect(content).toBeDefined();
      }
    }
  });

  it("says what the server says: a real answer fits the schema made of it", async () => {
    const document = await read();
    const schema = document.paths["/users"].get.responses["200"].content["application/json"].schema;
    const answer = await person("admin").ask("GET", "/api/users");
    expect(z.fromJSONSchema(schema).safeParse(answer.json).success).toBe(true);
    expect(z.fromJSONSchema(schema).safeParse({ users: [{ login: 5 }] }).success).toBe(false);
  });
});

describe("a job", () => {
  it("is seen by everybody, stopped by who started it or an admin", async () => {
    const job = server.jobs.start(
      { kind: "detect", title: null, startedBy: "person-investigator" },
      ({ signal }) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener("abort", () => reject(signal.reason)),
        ),
    );
    const seen = await person("data").ask("GET", "/api/jobs");
    expect(seen.json.jobs[0]).toMatchObject({
      id: job.id,
      state: "running",
      startedBy: "person-investigator",
    });
    expect((await person("data").ask("DELETE", `/api/jobs/${job.id}`)).json.code).toBe("not-yours");
    expect((await person("investigator").ask("DELETE", `/api/jobs/${job.id}`)).status).toBe(200);
    expect((await person("data").ask("GET", "/api/jobs")).json.jobs[0].state).toBe("cancelled");
  });
});

describe("an upload", () => {
  it("of many megabytes in an unknown place is refused without being kept in memory", async () => {
    const body = Readable.from(
      (function* () {
        for (let times = 0; times < 40; times += 1) yield Buffer.alloc(1024 * 1024);
      })(),
    );
    const response = await fetch(`${server.base}/api/nothing`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream", cookie: person("data").cookie },
      body: Readable.toWeb(body) as ReadableStream,
      duplex: "half",
    } as RequestInit);
    expect(response.status).toBe(404);
  });
});
