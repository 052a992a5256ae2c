import { inject } from "vitest";
import { z } from "zod";
import type { Database } from "../../server/neo4j/database.ts";
import { openDatabase } from "../../server/neo4j/open.ts";

/** The data folder of the shared test server: what a command under test gets as --data. */
export function testDataDir(): string {
  return inject("neo4jDataDir");
}

/** Joins the shared test server, emptied of all data; constraints stay. Close it in afterAll. */
export async function testDatabase(): Promise<Database> {
  const database = await openDatabase({
    dataDir: testDataDir(),
    environment: {},
    whileRecovering: "wait",
  });
  await emptyDatabase(database);
  return database;
}

/** Deletes everything but constraints, indexes and the record of migrations. */
export async function emptyDatabase(database: Database): Promise<void> {
  await database.queries.autoCommit("support/delete-everything", {}, z.unknown());
}
