import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { load } from "../../server/loading/load.ts";
import { withdraw } from "../../server/loading/withdraw.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { migrate } from "../../server/neo4j/migrations.ts";
import { graphDump } from "../support/graph-dump.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const A = "KZ02551B028356727334";
const B = "KZ02601A010605587576";
const NAME = "103-source-records";

/** What a database looks like that an older version wrote. */
const AS_BEFORE = [
  "MATCH (n:Account|Holder|Report|Label) SET n.told = n.sourceRecords REMOVE n.sourceRecords",
  "MATCH ()-[t:TRANSFER]->() SET t.alsoTellings = t.alsoSourceRecords REMOVE t.alsoSourceRecords",
  `MATCH (m:Migration {name: '${NAME}'}) DELETE m`,
];

/** Four batches of transfers with a second record each, as the bulk import leaves them. */
const MANY_OLD = [
  "CREATE (:Account {number: 'a', told: ['1 {}']}), (:Account {number: 'b', told: ['1 {}']})",
  `MATCH (a:Account {number: 'a'}), (b:Account {number: 'b'})
   UNWIND range(1, 40000) AS n
   CREATE (a)-[:TRANSFER {id: toString(n), amount: n, alsoTellings: ['{"n":' + n + '}']}]->(b)`,
  `MATCH (m:Migration {name: '${NAME}'}) DELETE m`,
];

const OLD_NAME = /"told"|"alsoTellings"/;

describe("a database that an older version filled", () => {
  let database: Database;
  let folder: string;
  const put = async (name: string, rows: readonly string[]) => {
    const path = join(folder, name);
    await writeFile(path, `${rows.join("\n")}\n`);
    return load(database, [path], { loadedBy: "test" });
  };
  const told = async () => (await graphDump(database)).filter((line) => OLD_NAME.test(line));

  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-migration-"));
  });
  beforeEach(() => emptyDatabase(database));
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("gets its source records under their new name, and a file can still be taken out", async () => {
    const head = "transfer_id,booked_at,amount,currency,from_account,to_account,from_name,purpose";
    const row = `t1,2026-03-02T10:00:00+05:00,100.00,KZT,${A},${B},Name`;
    await put("first.csv", [head, `${row},a`]);
    const alone = await graphDump(database);
    await put("second.csv", [head, `${row},b`]);
    await put("labels.csv", ["account,label", `${A},0`]);
    const now = await graphDump(database);

    for (const statement of AS_BEFORE) await database.queries.schema([statement]);
    expect((await told()).map((line) => line.split(" ")[0]).sort()).toEqual(
      ["account", "account", "holder", "label", "transfer"].sort(),
    );
    expect(await migrate(database.queries)).toEqual([NAME]);
    expect(await graphDump(database)).toEqual(now);

    await withdraw(database, "labels.csv", { withdrawnBy: "test", at: 1 });
    await withdraw(database, "second.csv", { withdrawnBy: "test", at: 2 });
    expect(await graphDump(database)).toEqual(alone);
  });

  it("is changed batch by batch, and once more after a crash changes nothing", async () => {
    for (const statement of MANY_OLD) await database.queries.schema([statement]);
    const began = performance.now();
    expect(await migrate(database.queries)).toEqual([NAME]);
    // A million takes 25 times as long; the machine of the tests may be busy.
    expect(performance.now() - began).toBeLessThan(20_000);
    const after = await graphDump(database);
    expect(after.filter((line) => OLD_NAME.test(line))).toEqual([]);
    expect(after.filter((line) => line.includes('"alsoSourceRecords"'))).toHaveLength(40_000);
    await database.queries.schema([`MATCH (m:Migration {name: '${NAME}'}) DELETE m`]);
    expect(await migrate(database.queries)).toEqual([NAME]);
    expect((await graphDump(database)).join("\n") === after.join("\n")).toBe(true);
  }, 120_000);
});
