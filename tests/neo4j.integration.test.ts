import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Database } from "../server/neo4j/database.ts";
import { migrationNames } from "../server/neo4j/migrations.ts";
import { testDatabase } from "./support/neo4j.ts";

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
    const constraints = (await database.queries.read("support/schema-names", {}, name)).map((row) => row.name);
    expect(constraints).toEqual(expect.arrayContaining(["account_number", "transfer_id", "holder_key"]));
  });
});
