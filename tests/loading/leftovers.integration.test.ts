import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withLoadingLock } from "../../server/loading/data-folder/loading-lock.ts";
import { takeOutLeftovers } from "../../server/loading/leftovers.ts";
import { load } from "../../server/loading/load.ts";
import { unfinishedSources } from "../../server/loading/sources/sources.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { today } from "../../server/overview/overview.store.ts";
import { graphHash } from "../support/graph-dump.ts";
import { personOfEachRole, startServer, type TestServer, type Visitor } from "../support/http.ts";
import { outcome, startLoad } from "../support/killed-load.ts";
import { emptyDatabase, testDatabase, testDataDir } from "../support/neo4j.ts";

const TRANSFERS = "fixtures/small/transfers.csv";
/** Over Bolt, row by row: an import leaves nothing to take out. */
const OVER_BOLT = { DROPPER_GRAPH_IMPORT_FROM_MB: "1000" };

let database: Database;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** Kills a load once it has begun to write. */
async function killHalfWay(): Promise<void> {
  const child = startLoad(testDataDir(), TRANSFERS, OVER_BOLT);
  const ended = outcome(child, testDataDir());
  while ((await unfinishedSources(database.queries)).length === 0) {
    if (child.exitCode !== null) throw new Error("The load was over before it could be killed");
    await pause(5);
  }
  child.kill("SIGKILL");
  await ended;
}

describe("what a killed load leaves", () => {
  it("goes out again, is told for a week, and is forgotten once the file is loaded", async () => {
    await emptyDatabase(database);
    const empty = await graphHash(database);
    await killHalfWay();
    const now = Date.now();
    const left = await takeOutLeftovers(database, { at: now });
    expect(left.map(({ fileName }) => fileName)).toEqual(["transfers.csv"]);
    expect(await graphHash(database)).toBe(empty);
    const told = async (at: number) => (await today(database.queries, at)).cutOff;
    expect(await told(now)).toMatchObject([{ fileName: "transfers.csv" }]);
    expect(await told(now + 8 * 86_400_000)).toEqual([]);
    await load(database, [TRANSFERS], { loadedBy: "tester" });
    expect(await told(now)).toEqual([]);
  });

  it("stays while somebody alive is at work on it", async () => {
    await emptyDatabase(database);
    await killHalfWay();
    await withLoadingLock(database, async () => {
      expect(await takeOutLeftovers(database, { at: Date.now() })).toEqual([]);
    });
    expect(await takeOutLeftovers(database, { at: Date.now() })).toHaveLength(1);
  });
});

describe("an upload that nobody loaded", () => {
  const waiting = async (who: Visitor) =>
    (await who.ask("GET", "/api/loading/uploads")).json.uploads;

  it("waits for its owner alone, says that its load was cut off, and goes once it is loaded", async () => {
    await emptyDatabase(database);
    const person = await personOfEachRole(database, server.base);
    const [me, other] = [person("data"), person("investigator")];
    await killHalfWay();
    await takeOutLeftovers(database, { at: Date.now() });
    const file = await readFile(TRANSFERS, "utf8");
    const sent = await me.ask("PUT", "/api/loading/uploads?name=transfers.csv", file, {
      "content-type": "application/octet-stream",
    });
    const { uploadId } = sent.json;
    expect(await waiting(me)).toEqual([
      { uploadId, fileName: "transfers.csv", bytes: Buffer.byteLength(file), cutOff: true },
    ]);
    expect(await waiting(other)).toEqual([]);
    const again = await me.ask("POST", `/api/loading/uploads/${uploadId}/recognise`);
    expect(again.json).toEqual(sent.json);
    expect((await other.ask("POST", `/api/loading/uploads/${uploadId}/recognise`)).status).toBe(
      404,
    );
    const { jobId } = (await me.ask("POST", `/api/loading/uploads/${uploadId}/load`, {})).json;
    expect(await waiting(me)).toEqual([]);
    await server.jobs.ended(jobId);
    expect(await waiting(me)).toEqual([]);
  });
});
