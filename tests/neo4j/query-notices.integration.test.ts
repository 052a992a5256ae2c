import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queriesFolder, queryText } from "../../graph-queries/runner.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { openFolder, password, readServer } from "../../server/neo4j/folder.ts";
import { statementsOf } from "../../server/neo4j/migrations.ts";
import { addressOf } from "../../server/neo4j/server.ts";
import { testDatabase, testDataDir } from "../support/neo4j.ts";

/** Each statement of graph-queries, by file. */
const STATEMENTS = readdirSync(queriesFolder(), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".cypher") && !path.startsWith("pieces/"))
  .sort()
  .flatMap((path) => {
    const name = relative(queriesFolder(), join(queriesFolder(), path)).replace(/\.cypher$/, "");
    const text = queryText(name);
    const statements = name.startsWith("migrations/") ? statementsOf(text) : [text];
    return statements.map((statement) => ({ name, statement }));
  });

/**
 * id() has no replacement that is a number. The columns need one to tell the ends of millions of
 * transfers by, so their queries name the Cypher that keeps it.
 */
function isNodeId(statement: string, notice: string): boolean {
  return statement.includes("\nCYPHER 5\n") && notice.includes(". id is deprecated");
}

describe("Neo4j's notices", () => {
  let database: Database;
  let driver: Driver;
  beforeAll(async () => {
    database = await testDatabase();
    const folder = await openFolder(testDataDir(), () => {});
    const record = await readServer(folder);
    if (record === undefined) throw new Error("The shared server is not noted in its folder");
    const { uri, user, password: secret } = addressOf(record, await password(folder));
    driver = neo4j.driver(uri, neo4j.auth.basic(user, secret));
  });
  afterAll(async () => {
    await driver.close();
    await database.close();
  });

  it("name nothing of our queries as deprecated: the next Cypher would refuse it", async () => {
    const session = driver.session({ database: "neo4j" });
    const found: string[] = [];
    for (const { name, statement } of STATEMENTS) {
      const { summary } = await session.run(`EXPLAIN ${statement}`);
      for (const notice of summary.gqlStatusObjects)
        if ("classification" in notice && notice.classification === "DEPRECATION")
          if (!isNodeId(statement, notice.statusDescription))
            found.push(`${name}: ${notice.statusDescription}`);
    }
    await session.close();
    expect(STATEMENTS.length).toBeGreaterThan(300);
    expect(found).toEqual([]);
  });
});
