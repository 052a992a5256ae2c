import { afterAll, beforeAll, expect, it } from "vitest";
import type { Endpoint } from "../../contract/endpoint.ts";
import { seededRandom } from "../../contract/seeded-random.ts";
import { role } from "../../contract/user-roles.ts";
import { openCase, topCluster } from "../../server/cases/cases.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { startDetection } from "../../server/detection/run/start-detection.ts";
import { groups } from "../../server/http/groups.ts";
import { openJobs } from "../../server/jobs/registry.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { openBackoff } from "../../server/users/backoff.ts";
import { personOfEachRole, startServer, type TestServer, type Visitor } from "../support/http.ts";
import { testDatabase } from "../support/neo4j.ts";
import { fill, scene } from "../support/scene.ts";
import { jsonSchemaOf, someValue } from "../support/schema-values.ts";

/** Calls of each endpoint: few in the gate, fifty with EDGE_CALLS=50. */
const CALLS = Number(process.env.EDGE_CALLS ?? 4);
/** Fifty calls of each route take a quarter of an hour. */
const WAIT = Math.max(240_000, CALLS * 40_000);
/** They end the caller's session, or take long and have tests of their own. */
const LEFT_OUT = new Set(["signOut", "changePassword", "startRun", "compareRuns"]);

const town = scene({ people: 60 });
let database: Database;
let server: TestServer;
let endpoints: Endpoint[];
let ask: (endpoint: Endpoint) => Visitor;

beforeAll(async () => {
  database = await testDatabase();
  await fill(database, town);
  await startDetection(database, { since: null, until: null, startedBy: "edges" });
  const who = { by: "edges", at: Date.now() };
  const cluster = await topCluster(database.queries);
  const { id } = await openCase(database.queries, { title: undefined, cluster, reports: [] }, who);
  await openClaims(database.queries, id, who);
  server = await startServer(database);
  endpoints = groups({ database, jobs: openJobs(), backoff: openBackoff() })
    .flatMap(({ group }) => Object.values(group))
    .filter(({ name }) => !LEFT_OUT.has(name));
  const person = await personOfEachRole(database, server.base);
  for (const one of role.options) person(one).asksWithoutIin = false;
  ask = ({ access }) =>
    person(
      // The head sees every case, so that the calls get as far as they can.
      (["head", "investigator", ...role.options] as const).find(
        (one) => typeof access === "string" || access.includes(one),
      ) ?? "admin",
    );
});
afterAll(async () => {
  await server.close();
  await database.close();
});

it(
  "no call that fits its description is a fault of the server, at whatever edge its values lie",
  async () => {
    const chance = seededRandom(23);
    const known = [
      ...["C1", "C1-1", "C1-2", "R1", "R1-1", "0"],
      ...town.droppers.slice(0, 3),
      ...town.victims.slice(0, 2),
      ...town.transfers.slice(0, 2).map(({ id }) => id),
      ...town.reports.slice(0, 2).map(({ id }) => id),
    ];
    const faults: string[] = [];
    for (const endpoint of endpoints) {
      const [params, query, body] = [endpoint.params, endpoint.query, endpoint.body].map(
        jsonSchemaOf,
      );
      for (let call = 0; call < CALLS; call += 1) {
        const inPath = someValue(params ?? {}, chance, known) as Record<string, unknown>;
        const asked = someValue(query ?? {}, chance, known) as Record<string, unknown>;
        const sent = someValue(body ?? {}, chance, known);
        const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => inAddress(inPath[name]));
        const search = Object.entries(asked).map(([name, value]) => `${name}=${inAddress(value)}`);
        const answer = await ask(endpoint).ask(
          endpoint.method,
          `/api${path}?${search.join("&")}`,
          endpoint.method === "GET" ? undefined : (sent ?? {}),
        );
        if (answer.status >= 500)
          faults.push(
            `${endpoint.name} ${answer.status} ${path} ${search} ${JSON.stringify(sent)}`,
          );
      }
    }
    expect(faults).toEqual([]);
    expect(server.log()).toContain('"endpoint":"search"');
    expect(server.log()).not.toMatch(/030740001404|Сейтқали/);
    // One that left its person signed out would have tested nothing from there on.
    for (const endpoint of endpoints.filter(({ access }) => access === "user").slice(0, 1))
      expect((await ask(endpoint).ask("GET", "/api/session")).status).toBe(200);
  },
  WAIT,
);

function inAddress(value: unknown): string {
  const text = String(value ?? "x").replace(/\p{Surrogate}/gu, "x");
  return encodeURIComponent(text === "" || text === "." || text === ".." ? "x" : text);
}
