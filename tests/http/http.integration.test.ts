import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problem } from "../../contract/endpoint.ts";
import type { Role } from "../../contract/user-roles.ts";
import { listenForMetrics } from "../../server/http/metrics.ts";
import type { Database } from "../../server/neo4j/database.ts";
import {
  personOfEachRole,
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
let person: (role: Role) => Visitor;

beforeAll(async () => {
  mkdirSync(join(web, "assets"));
  writeFileSync(
    join(web, "index.html"),
    '<meta nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__" src="/assets/a-1.js">',
  );
  writeFileSync(join(web, "assets/a-1.js"), "1");
  writeFileSync(join(web, "assets/b-2.js"), "let money = 1n;\n".repeat(5_000));
  database = await testDatabase();
  server = await startServer(database, { webFolder: web });
  person = await personOfEachRole(database, server.base);
});
afterAll(async () => {
  await server.close();
  await database.close();
  rmSync(web, { recursive: true });
});

describe("figures for Prometheus", () => {
  it("count requests by endpoint, on loopback and a port of their own, without anybody's number", async () => {
    await person("investigator").ask("POST", "/api/search", { q: "030740001404" });
    await person("investigator").ask("GET", "/api/cases/C9999");
    const listening = await listenForMetrics(server.metrics, 0);
    const at = (path: string) => fetch(`http://127.0.0.1:${listening.port}${path}`);
    const answer = await at("/metrics");
    expect(answer.headers.get("content-type")).toContain("text/plain");
    const text = await answer.text();
    const search = 'dropper_graph_request_seconds_count{endpoint="search",status="2xx"}';
    expect(text).toMatch(new RegExp(`^${search.replace(/[{}]/g, "\\$&")} [1-9]`, "m"));
    expect(text).toMatch(
      /^dropper_graph_request_seconds_count\{endpoint="case",status="4xx"\} [1-9]/m,
    );
    expect(text).toMatch(/^dropper_graph_database_ready 1$/m);
    expect(text).toMatch(/^dropper_graph_disk_free_bytes [1-9]/m);
    expect(text).not.toMatch(/030740001404|C9999/);
    expect((await at("/api/session")).status).toBe(404);
    await expect(listenForMetrics(server.metrics, listening.port)).rejects.toMatchObject({
      code: "port-taken",
    });
    listening.close();
    const page = await fetch(`${server.base}/metrics`);
    expect(await page.text()).not.toContain("dropper_graph_request");
  });
});

describe("what is long", () => {
  /** Bytes over the wire: fetch would unpack them unasked. */
  const lengthOf = async (path: string, encoding: string) => {
    const { request } = await import("node:http");
    return new Promise<{ encoding: string | undefined; length: number }>((resolve, reject) => {
      request(
        new URL(path, server.base),
        { headers: { "accept-encoding": encoding } },
        (answer) => {
          let length = 0;
          answer.on("data", (bytes: Buffer) => {
            length += bytes.length;
          });
          answer.on("end", () => resolve({ encoding: answer.headers["content-encoding"], length }));
        },
      )
        .on("error", reject)
        .end();
    });
  };

  it.each(["/assets/b-2.js", "/api/openapi.json"])(
    "goes compressed to who takes that, whole to others: %s",
    async (path) => {
      const whole = await lengthOf(path, "identity");
      expect(whole.encoding).toBeUndefined();
      for (const asked of ["gzip", "br"]) {
        const packed = await lengthOf(path, asked);
        expect(packed.encoding).toBe(asked);
        expect(packed.length).toBeLessThan(whole.length / 3);
      }
    },
  );
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
