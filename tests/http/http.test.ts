import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { endpoint } from "../../contract/endpoint.ts";
import { exploring } from "../../contract/exploring.ts";
import { session } from "../../contract/session.ts";
import { MAY } from "../../contract/user-roles.ts";
import { followChain, link } from "../../server/audit/chain.ts";
import { recordedFields } from "../../server/audit/recorded-fields.ts";
import { UserError } from "../../server/errors/user-error.ts";
import { isAudited } from "../../server/http/audited.ts";
import { attachment } from "../../server/http/file-answer.ts";
import { makeLog, withoutPersons } from "../../server/http/log.ts";
import { openApiDocument } from "../../server/http/openapi.ts";
import { problemOf } from "../../server/http/problems.ts";

describe("a file's name", () => {
  it("reaches the browser whole in any script, and no quote or line end breaks the header", () => {
    expect(attachment("Дело № 5.zip")).toBe(
      `attachment; filename="____ _ 5.zip"; filename*=UTF-8''%D0%94%D0%B5%D0%BB%D0%BE%20%E2%84%96%205.zip`,
    );
    expect(attachment('a"b\r\nSet-Cookie: x=1/../c.csv')).toBe(
      `attachment; filename="a_b__Set-Cookie: x=1_.._c.csv"; filename*=UTF-8''a%22b%0D%0ASet-Cookie%3A%20x%3D1_.._c.csv`,
    );
  });
});

describe("the log", () => {
  it("keeps IINs and account numbers out, also out of an error's words", () => {
    let text = "";
    const log = makeLog(new PassThrough().on("data", (chunk) => (text += chunk)));
    log.error({ error: new Error("no holder 030740001404 of KZ86125KZT5004100100") }, "fault");
    expect(text).toContain("no holder [12 digits] of [account]");
    expect(text).not.toContain("030740001404");
    expect(text).not.toContain("KZ86125KZT5004100100");
  });

  it("leaves other numbers as they are", () => {
    expect(withoutPersons("1795569499148 ms, port 7400, row 12345")).toBe(
      "1795569499148 ms, port 7400, row 12345",
    );
  });
});

describe("the audit log", () => {
  const calls = { name: "x", method: "POST" } as const;

  it("takes every change by default, files that leave, and no plain reading", () => {
    expect(isAudited({ ...calls, name: "an endpoint nobody has thought of" })).toBe(true);
    expect(isAudited({ ...calls, name: "files", method: "GET", media: "text/csv" })).toBe(true);
    expect(isAudited({ ...calls, method: "GET" })).toBe(false);
    expect(isAudited(exploring.graph)).toBe(false);
  });

  it("tells ids and verdicts, never passwords, names, IINs or free text", () => {
    const body = {
      login: "anna",
      password: "secret",
      name: "Anna",
      victimIin: "030740001404",
      reason: "because",
      verdict: "confirmed",
    };
    expect(recordedFields(body, { id: "C1", title: "about Anna" })).toEqual({
      login: "anna",
      verdict: "confirmed",
      id: "C1",
    });
  });

  const chain = () => {
    let head = { seq: 0, hash: "" };
    return Array.from({ length: 6 }, (_, at) => {
      const entry = link({ who: "anna", what: "decide", target: `K${at}` }, 1_000 + at, head);
      head = entry;
      return entry;
    });
  };
  const problems = (entries: ReturnType<typeof chain>) => {
    const follow = followChain();
    for (const entry of entries) follow.add(entry);
    return follow.problems;
  };

  it("shows a changed, a missing and an exchanged entry by number", () => {
    const entries = chain();
    expect(problems(entries)).toEqual([]);
    expect(
      problems(entries.with(2, { ...(entries[2] as (typeof entries)[0]), who: "boris" })),
    ).toEqual([{ seq: 3, kind: "changed" }]);
    expect(problems(entries.filter((entry) => entry.seq !== 4))).toEqual([
      { seq: 4, kind: "missing" },
    ]);
    const forged = link(
      { who: "boris", what: "decide", target: "K2" },
      1_002,
      entries[1] as (typeof entries)[0],
    );
    expect(problems(entries.with(2, forged))).toEqual([{ seq: 4, kind: "broken-link" }]);
  });
});

describe("a problem document", () => {
  it("carries a user's error whole, and nothing of any other", () => {
    const error = new UserError({
      code: "login-taken",
      status: 409,
      message: "Taken.",
      remedy: "Another.",
      params: { login: "anna" },
    });
    expect(problemOf(error)).toEqual({
      type: "about:blank",
      title: "Not possible now",
      status: 409,
      detail: "Taken.",
      code: "login-taken",
      remedy: "Another.",
      params: { login: "anna" },
    });
    expect(problemOf(new Error("password=secret"))).toBeUndefined();
    expect(problemOf(Object.assign(new Error("secret"), { status: 500 }))).toBeUndefined();
  });
});

describe("the OpenAPI document", () => {
  it("turns addresses, params, bodies and roles into OpenAPI's words", () => {
    const made = openApiDocument([
      session,
      {
        one: endpoint({
          name: "one",
          method: "PATCH",
          path: "/things/:id/:part",
          summary: "x",
          access: ["admin"],
          about: "data",
          params: z.object({ id: z.string(), part: z.coerce.number().int() }),
          query: z.object({ q: z.string(), limit: z.coerce.number().default(5) }),
          body: z.object({ name: z.string().min(1) }),
          answer: z.object({ id: z.string() }),
        }),
      },
      {
        many: endpoint({
          name: "many",
          method: "GET",
          path: "/things",
          summary: "x",
          access: "user",
          about: "data",
          answer: z.object({}),
        }),
        add: endpoint({
          name: "add",
          method: "POST",
          path: "/things",
          summary: "x",
          access: MAY.load,
          about: "data",
          answer: z.object({}),
        }),
      },
    ]) as {
      paths: Record<string, Record<string, Record<string, unknown>>>;
      components: { securitySchemes: Record<string, unknown> };
    };
    const patch = made.paths["/things/{id}/{part}"]?.patch;
    expect(patch).toMatchObject({
      operationId: "one",
      "x-roles": ["admin"],
      parameters: [
        { name: "id", in: "path", required: true, schema: { type: "string" } },
        { name: "part", in: "path", required: true, schema: { type: "integer" } },
        { name: "q", in: "query", required: true },
        { name: "limit", in: "query", required: false, schema: { type: "number", default: 5 } },
      ],
      requestBody: {
        required: true,
        content: { "application/json": { schema: { required: ["name"] } } },
      },
    });
    expect(made.paths["/session"]?.post).toMatchObject({ security: [] });
    // A person's cookie alone, or the token of a script beside it, with the scope that it needs.
    expect(patch).not.toHaveProperty("security");
    const both = [{ session: [] }, { token: [] }];
    const { get, post } = made.paths["/things"] ?? {};
    expect(get).toMatchObject({ security: both, "x-token-scope": "read" });
    expect(post).toMatchObject({ security: both, "x-token-scope": "load" });
    expect(made.paths["/session"]?.get).not.toHaveProperty("security");
    expect(made.components.securitySchemes.token).toMatchObject({ type: "http", scheme: "bearer" });
    expect(Object.keys(made.paths["/session"] ?? {}).sort()).toEqual(["delete", "get", "post"]);
  });
});
