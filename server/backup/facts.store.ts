import { z } from "zod";
import { count, minorUnits } from "../../graph-queries/row-values.ts";
import { verifyAudit } from "../audit/audit.ts";
import type { Database } from "../neo4j/database.ts";
import type { Facts } from "./manifest.ts";

const factsRow = z.object({
  nodes: count,
  relationships: count,
  money: z.array(z.object({ currency: z.string(), sum: minorUnits, transfers: count })),
});
const named = z.object({ name: z.string() });
const versionRow = z.object({ version: z.string() });

/** The figures of a database; reads every transfer and the whole audit log. */
export async function factsOf(database: Database): Promise<Facts> {
  const [row] = await database.queries.read("backup/facts", {}, factsRow);
  if (row === undefined) throw new Error("the database answered no figures");
  const { ok, head } = await verifyAudit(database);
  return {
    ...row,
    money: row.money.map((one) => ({ ...one, sum: one.sum.toString() })),
    audit: { ...head, intact: ok },
  };
}

/** Which migrations a database has had, and which Neo4j it runs on. */
export async function versionsOf({ queries }: Pick<Database, "queries">) {
  const migrations = await queries.read("support/applied-migrations", {}, named);
  const [neo4j] = await queries.autoCommit("support/server-version", {}, versionRow);
  return {
    migrations: migrations.map(({ name }) => name).sort(),
    neo4j: neo4j?.version ?? "unknown",
  };
}
