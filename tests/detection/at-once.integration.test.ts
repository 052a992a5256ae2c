import { afterAll, beforeAll, expect, it } from "vitest";
import { startDetection } from "../../server/detection/run/start-detection.ts";
import { listClusters, listRuns } from "../../server/detection/store/detection.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { openDatabase } from "../../server/neo4j/open.ts";
import { testDatabase, testDataDir } from "../support/neo4j.ts";
import { fill, scene } from "../support/scene.ts";
import { command } from "../support/served.ts";

let database: Database;
let other: Database;

beforeAll(async () => {
  database = await testDatabase();
  other = await openDatabase({ dataDir: testDataDir(), environment: {} });
  await fill(database, scene({ people: 120 }));
});
afterAll(async () => {
  await other.close();
  await database.close();
});

it("searches of a server, of two people and of another process at the same moment are all stored whole", async () => {
  const search = (on: Database) =>
    startDetection(on, { since: null, until: null, startedBy: "at once" });
  const [run, ...more] = await Promise.all([
    command(["detect", "--data", database.dataDir, "--json"]),
    search(database),
    search(database),
    search(other),
  ]);
  expect(run.told).not.toContain("rror");
  const ids = [JSON.parse(run.out).run.id, ...more.map((one) => one.run.id)].sort();
  expect(ids).toEqual(["R1", "R2", "R3", "R4"]);
  const stored = await listRuns(database.queries);
  expect(stored.map(({ id }) => id).sort()).toEqual(ids);
  for (const { id, clusters } of stored) {
    const asked = { run: id, all: true, offset: 0, limit: 500 };
    expect(clusters).toBeGreaterThan(0);
    expect((await listClusters(database.queries, asked)).total).toBe(clusters);
  }
});
