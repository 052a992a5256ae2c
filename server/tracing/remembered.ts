import type { Database } from "../neo4j/database.ts";

/**
 * Keeps the newest answer of each database until the state it was worked out for is another one.
 * Two who ask at once wait for the same work; work that failed is not kept.
 */
export function remembered<Value>() {
  const kept = new WeakMap<Database, { state: string; value: Promise<Value> }>();
  return (database: Database, state: string, work: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(database);
    if (known?.state === state) return known.value;
    const value = work();
    kept.set(database, { state, value });
    value.catch(() => {
      if (kept.get(database)?.value === value) kept.delete(database);
    });
    return value;
  };
}
