import { createHash } from "node:crypto";
import { z } from "zod";
import type { Database } from "../../server/neo4j/database.ts";

const row = z.object({
  kind: z.string(),
  key: z.string(),
  properties: z.record(z.string(), z.unknown()),
});

/**
 * Everything loading puts into the graph as sorted lines: two loads are equal exactly when these
 * are.
 */
export async function graphDump(database: Database): Promise<string[]> {
  const rows = await database.queries.read("support/dump-for-tests", {}, row);
  return rows.map(({ kind, key, properties }) => `${kind} ${key} ${text(properties)}`).sort();
}

/** The same as one short text, for graphs too large to show. */
export async function graphHash(database: Database): Promise<string> {
  return createHash("sha256")
    .update((await graphDump(database)).join("\n"))
    .digest("hex");
}

function text(properties: Record<string, unknown>): string {
  const known = Object.entries(properties).filter(([, value]) => value !== null);
  return JSON.stringify(
    Object.fromEntries(known.sort(([left], [right]) => (left < right ? -1 : 1))),
    (_name, value) => (typeof value === "bigint" ? value.toString() : value),
  );
}
