import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isUserError } from "../../server/errors/user-error.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { askReadOnly } from "../../server/neo4j/typed-question.ts";
import { graphDump } from "../support/graph-dump.ts";
import { testDatabase } from "../support/neo4j.ts";
import { fill, scene } from "../support/scene.ts";

const LIMITS = { rows: 50, milliseconds: 20_000 };
const town = scene({ people: 60, planted: false });
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  await fill(database, town);
});
afterAll(() => database.close());

const ask = (text: string, limits = LIMITS) => askReadOnly(database.queries, text, limits);
const refusal = async (text: string, limits = LIMITS) => {
  try {
    await ask(text, limits);
    return "ran";
  } catch (error) {
    if (isUserError(error)) return error.code;
    throw error;
  }
};

/** Each way of Cypher to change something, reach beyond the graph or manage the server. */
const NOT_READING = [
  "CREATE (:Account {number: 'KZ-NEW'})",
  "MATCH (a:Account) SET a.bank = 'x'",
  "MATCH (a:Account) SET a:Marked",
  "MATCH (a:Account) SET a += {bank: 'x'}",
  "MATCH (a:Account) REMOVE a.bank",
  "MATCH (a:Account) REMOVE a:Account",
  "MATCH (a:Account) DETACH DELETE a",
  "MATCH ()-[t:TRANSFER]->() DELETE t",
  "MERGE (:Account {number: 'KZ-NEW'})",
  "MATCH (a:Account) FOREACH (x IN [1] | SET a.bank = 'x')",
  "MATCH (a:Account) CALL (a) { SET a.bank = 'x' } RETURN count(a)",
  "MATCH (a:Account) CALL (a) { SET a.bank = 'x' } IN TRANSACTIONS OF 10 ROWS",
  "CALL { MATCH (a:Account) DETACH DELETE a }",
  "MATCH (a:Account) WITH a LIMIT 1 CALL (a) { CREATE (:Account {number: 'N'}) RETURN 1 AS one } RETURN one",
  "MATCH (a:Account) RETURN a.number UNION CREATE (a:Account {number: 'N'}) RETURN a.number",
  "CYPHER 5 CREATE (:Account {number: 'KZ-NEW'})",
  "/* MATCH */ CREATE (:Account {number: 'KZ-NEW'}) // RETURN",
  "CREATE INDEX some FOR (a:Account) ON (a.some)",
  "CREATE CONSTRAINT some FOR (a:Account) REQUIRE a.some IS UNIQUE",
  "DROP CONSTRAINT account_number",
  "DROP INDEX transfer_booked_at",
  "CREATE USER eve SET PASSWORD 'secret-secret'",
  "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'secret-secret'",
  "CREATE DATABASE other",
  "SHOW USERS",
  "SHOW SETTINGS",
  "SHOW TRANSACTIONS",
  "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
  "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
  "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
  "CALL () { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } RETURN line",
  "CALL db.createLabel('Eve')",
  "CALL db.createProperty('eve')",
  "CALL db.clearQueryCaches()",
  "CALL dbms.listConfig() YIELD name, value RETURN name, value",
  "CALL dbms.setConfigValue('db.logs.query.enabled', 'OFF')",
  "CALL dbms.killConnection('bolt-1')",
  "CALL tx.setMetaData({a: 'b'})",
  "PROFILE CREATE (:Account {number: 'KZ-NEW'})",
  "EXPLAIN CREATE (:Account {number: 'KZ-NEW'})",
  "RETURN 1; CREATE (:Account {number: 'KZ-NEW'})",
  "CREATE (:Account {number: 'KZ-NEW'}) RETURN 1",
];

describe("Cypher that a person types", () => {
  it("gives columns and rows, whole numbers exact", async () => {
    const { columns, rows, more } = await ask(
      "MATCH (a:Account)-[t:TRANSFER]->() RETURN count(t) AS transfers, sum(t.amount) AS sum",
    );
    const sum = town.transfers.reduce((all, one) => all + one.amount, 0n);
    expect({ columns, rows, more }).toEqual({
      columns: ["transfers", "sum"],
      rows: [[BigInt(town.transfers.length), sum]],
      more: false,
    });
    const [[node]] = (await ask("MATCH (a:Account {number: 'KZ00P00001'}) RETURN a")).rows as [
      [Record<string, unknown>],
    ];
    expect(node).toMatchObject({ labels: ["Account"], number: "KZ00P00001" });
  });

  it("may call Neo4j's own procedures that read", async () => {
    const { rows } = await ask("CALL db.labels() YIELD label RETURN label ORDER BY label");
    expect(rows.flat()).toContain("Account");
  });

  it("is cut at the limit of rows, and says so", async () => {
    const { rows, more } = await ask("UNWIND range(1, 1000000) AS n RETURN n");
    expect([rows.length, more]).toEqual([50, true]);
  });

  it("is stopped at the limit of time", async () => {
    const slow =
      "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN a";
    expect(await refusal(slow, { rows: 5, milliseconds: 500 })).toBe("cypher-too-long");
  });

  it("never changes anything, reads no file and manages nothing", async () => {
    const before = await graphDump(database);
    const schema = "SHOW INDEXES YIELD name RETURN name ORDER BY name";
    expect(await refusal(schema)).toBe("cypher-not-reading");
    const ran: string[] = [];
    for (const text of NOT_READING) {
      const how = await refusal(text);
      if (how !== "cypher-not-reading" && how !== "cypher-wrong") ran.push(`${how}: ${text}`);
    }
    expect(ran).toEqual([]);
    expect(await graphDump(database)).toEqual(before);
  });

  it("names what Neo4j does not understand", async () => {
    expect(await refusal("MATCH (a RETURN a")).toBe("cypher-wrong");
  });
});
