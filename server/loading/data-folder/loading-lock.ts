import { join } from "node:path";
import type { Database } from "../../neo4j/database.ts";
import { withLock } from "../../neo4j/lock.ts";

/**
 * One load or withdrawal at a time: what is unfinished in the database is then a leftover, never
 * somebody's work.
 */
export function withLoadingLock<Result>(
  { dataDir }: Pick<Database, "dataDir">,
  work: () => Promise<Result>,
): Promise<Result> {
  return withLock(join(dataDir, "loading.lock"), "loading", work, 12 * 3_600_000);
}
