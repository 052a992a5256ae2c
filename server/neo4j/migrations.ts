import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Queries, queriesFolder, queryText } from "../../graph-queries/runner.ts";

interface Pending {
  /** The database has had no migration: it has no data to change. */
  readonly isNew: boolean;
  readonly names: readonly string[];
}

/** Migrations that a database has not had. */
export async function pendingMigrations(queries: Queries): Promise<Pending> {
  const applied = new Set(
    (await queries.read("support/applied-migrations", {}, z.object({ name: z.string() }))).map(
      (row) => row.name,
    ),
  );
  return {
    isNew: applied.size === 0,
    names: migrationNames().filter((name) => !applied.has(name)),
  };
}

/**
 * Runs the migrations this database has not had yet, in the order of their numbers. Statements are
 * written so that running one again changes nothing (IF NOT EXISTS), because a crash may come
 * between a statement and its record.
 */
export async function migrate(queries: Queries, asked?: Pending): Promise<readonly string[]> {
  const { isNew, names: pending } = asked ?? (await pendingMigrations(queries));
  const statements = (name: string) => statementsOf(queryText(`migrations/${name}`));
  const record = (names: readonly string[]) =>
    queries.run("support/record-migrations", { names, at: BigInt(Date.now()) });
  if (isNew) {
    // Nothing in it is older than this program: there is a schema to make, no data to move.
    await makeSchema(queries, pending.flatMap(statements));
    await record(pending);
  } else
    for (const name of pending) {
      for (const statement of statements(name)) await apply(queries, statement);
      await record([name]);
    }
  if (pending.length > 0) await queries.autoCommit("support/await-indexes", {}, z.unknown());
  return pending;
}

/** Constraints made at once: each waits for the disk, and only a few have rows to look through. */
const AT_ONCE = 4;

/**
 * The whole schema of a database that has none, perhaps with a store that the import just made.
 * Indexes created in one transaction are filled by one scan, while the constraints are made side by
 * side.
 */
async function makeSchema(queries: Queries, statements: readonly string[]): Promise<void> {
  await queries.schema(statements.filter(isIndex));
  const constraints = statements.filter(isConstraint)[Symbol.iterator]();
  const lane = async () => {
    for (const statement of constraints) await apply(queries, statement);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/**
 * Of a constraint whose making was cut off by a crash its index may be left, which then stands in
 * its way.
 */
const INDEX_IN_THE_WAY = /^Neo\.ClientError\.Schema\.Index(WithName)?AlreadyExists$/;

async function apply(queries: Queries, statement: string): Promise<void> {
  if (/\bIN TRANSACTIONS\b/.test(statement)) return queries.inBatches(statement);
  try {
    await queries.schema([statement]);
  } catch (error) {
    const name = /^CREATE CONSTRAINT (\w+) /.exec(statement)?.[1];
    if (name === undefined || !INDEX_IN_THE_WAY.test(String((error as { code?: unknown }).code)))
      throw error;
    await queries.schema([`DROP INDEX ${name} IF EXISTS`]);
    await queries.schema([statement]);
  }
}

function isIndex(statement: string): boolean {
  return /^CREATE (\w+ )?INDEX /.test(statement);
}

function isConstraint(statement: string): boolean {
  return statement.startsWith("CREATE CONSTRAINT ");
}

export function migrationNames(): string[] {
  return readdirSync(join(queriesFolder(), "migrations"))
    .filter((file) => file.endsWith(".cypher"))
    .map((file) => file.slice(0, -".cypher".length))
    .sort();
}

/** Statements end with a semicolon at the end of a line; comment lines fall away. */
export function statementsOf(text: string): string[] {
  const code = text
    .split("\n")
    .filter((line) => !line.trimStart().startsWith("//"))
    .join("\n");
  return code
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}
