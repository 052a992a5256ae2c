import { join } from "node:path";
import type { Database } from "../../neo4j/database.ts";
import { heldFor, withLock } from "../../neo4j/lock.ts";

/**
 * One load or withdrawal at a time: what is unfinished in the database is then a leftover, never
 * somebody's work.
 */
export function withLoadingLock<Result>(
  { dataDir }: Pick<Database, "dataDir">,
  work: () => Promise<Result>,
): Promise<Result> {
  return withLock(lockOf(dataDir), "loading", work, 12 * 3_600_000);
}

/** Somebody alive loads or withdraws, here or in another process. */
export async function isLoading({ dataDir }: Pick<Database, "dataDir">): Promise<boolean> {
  return (await heldFor(lockOf(dataDir))) !== undefined;
}

function lockOf(dataDir: string): string {
  return join(dataDir, "loading.lock");
}
