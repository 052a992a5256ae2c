import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Endpoint, problem } from "../../contract/endpoint.ts";
import { type Role, role } from "../../contract/user-roles.ts";
import { isAudited } from "../../server/http/audited.ts";
import { groups } from "../../server/http/groups.ts";
import { openJobs } from "../../server/jobs/registry.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { openBackoff } from "../../server/users/backoff.ts";
import {
  personOfEachRole,
  startServer,
  type TestServer,
  type Visitor,
  visitor,
} from "../support/http.ts";
import { testDatabase } from "../support/neo4j.ts";

let database: Database;
let server: TestServer;
let endpoints: Endpoint[];
let person: (role: Role) => Visitor;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer(database);
  endpoints = groups({ database, jobs: openJobs(), backoff: openBackoff() }).flatMap(({ group }) =>
    Object.values(group),
  );
  person = await personOfEachRole(database, server.base);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

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
    const provider = ["signInProvider", "beginProviderSignIn", "finishProviderSignIn"];
    expect(open).toEqual(["signIn", ...provider]);
  });

  // Written out, so that a role added to a contract by mistake shows.
  const RESERVED: Record<string, readonly Role[]> = {
    users: ["admin"],
    createUser: ["admin"],
    updateUser: ["admin"],
    resetPassword: ["admin"],
    logEntries: ["head", "auditor"],
    logEntriesFile: ["head", "auditor"],
    searchLooks: ["head", "auditor"],
    searchLooksFile: ["head", "auditor"],
    personHeld: ["head", "auditor"],
    retention: ["head", "auditor", "admin"],
    setRetentionTerm: ["head", "admin"],
    keepLonger: ["head", "admin"],
    setHold: ["head", "admin"],
    liftHold: ["head", "admin"],
    askErasure: ["head", "admin"],
    decideErasure: ["head", "admin"],
    accessOf: ["admin"],
    endAccess: ["admin"],
    resetSecondFactor: ["admin"],
    setSecondFactorRole: ["admin"],
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
      [me.ask("PUT", "/api/loading/uploads?name=a.csv", { a: 1 }), 415, "media-type"],
      [me.ask("POST", "/api/cases/C1/files?version=0&name=a&about=b", {}), 415, "media-type"],
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
      secondFactor: "off",
      lastSeenAt: null,
    });
    expect(list.text).not.toContain("argon2");
  });

  it("that changes something is in the audit log; only these questions are not", () => {
    const silent = endpoints.filter(
      (endpoint) => endpoint.method !== "GET" && !isAudited(endpoint),
    );
    expect(silent.map((endpoint) => endpoint.name).sort()).toEqual([
      "around",
      "beginProviderSignIn",
      "changePassword",
      "expand",
      "finishProviderSignIn",
      "graph",
      "histogram",
      "knownAccounts",
      "nextHop",
      "paths",
      "personHeld",
      "preview",
      "reach",
      "readReportText",
      "reportCandidates",
      "search",
      "searchLetters",
      "searchLooks",
      "searchMeasures",
      "signIn",
      "signOut",
      "trace",
      "transfers",
    ]);
  });

  it("is written to the log by name: no address, no number, no password", async () => {
    await person("data").ask("POST", "/api/search", { q: "030740001404" });
    for (const register of ["measures/search", "letters/search", "letters/file"]) {
      const words = { search: "030740001404" };
      expect((await person("head").ask("POST", `/api/${register}`, words)).status).toBe(200);
    }
    await person("data").ask("GET", "/api/accounts/KZ86125KZT5004100100");
    expect(server.log()).toContain('"endpoint":"search"');
    expect(server.log()).not.toMatch(/030740001404|KZ86125KZT5004100100|sentence nobody/);
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
