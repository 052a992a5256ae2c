import type { Database } from "../neo4j/database.ts";
import { afterLoading } from "./after-loading.ts";
import { isLoading, withLoadingLock } from "./data-folder/loading-lock.ts";
import type { StoredSource } from "./sources/sources.store.ts";
import { finishInterrupted } from "./withdraw.ts";

/**
 * Takes out, whole, the rows that a load or withdrawal left when its process was killed. One that
 * is at work in another process is left alone. Answers the files.
 */
export async function takeOutLeftovers(
  database: Database,
  options: { at: number },
): Promise<StoredSource[]> {
  if (await isLoading(database)) return [];
  return withLoadingLock(database, async () => {
    const left = await finishInterrupted(database, options);
    if (left.length > 0) await afterLoading(database);
    return left;
  });
}
