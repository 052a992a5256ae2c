import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Database } from "../../server/neo4j/database.ts";
import { migrate, migrationNames } from "../../server/neo4j/migrations.ts";
import { testDatabase } from "../support/neo4j.ts";

const name = z.object({ name: z.string() });

describe("the managed database", () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it("is ready and answers", async () => {
    expect(database.state()).toBe("ready");
    expect(database.kind).toBe("managed");
    expect(await database.ping()).toBe(true);
  });

  it("has had every migration exactly once", async () => {
    const applied = await database.queries.read("support/applied-migrations", {}, name);
    expect(applied.map((row) => row.name).sort()).toEqual(migrationNames());
  });

  it("keeps transfers and accounts unique", async () => {
    const constraints = (await database.queries.read("support/schema-names", {}, name)).map(
      (row) => row.name,
    );
    expect(constraints).toEqual(
      expect.arrayContaining(["account_number", "transfer_id", "holder_key"]),
    );
  });

  it("makes a constraint of whose making a crash left only the index", async () => {
    const { queries } = database;
    await queries.schema(["DROP CONSTRAINT migration_name", "DROP CONSTRAINT holder_key"]);
    // One of the same name, and one of the same properties under its constraint's name.
    await queries.schema([
      "CREATE INDEX migration_name FOR (m:Migration) ON (m.name)",
      "CREATE INDEX holder_key FOR (h:Holder) ON (h.key)",
    ]);
    await queries.schema(["MATCH (m:Migration) DELETE m"]);
    expect(await migrate(queries)).toEqual(migrationNames());
    const constraints = (await queries.read("support/schema-names", {}, name)).map(
      (row) => row.name,
    );
    expect(constraints).toEqual(expect.arrayContaining(["migration_name", "holder_key"]));
  });
});
