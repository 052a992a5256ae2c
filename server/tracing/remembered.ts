import type { Database } from "../neo4j/database.ts";

/**
 * Keeps the newest answer of each database until the state it was worked out for is another one.
 * Two who ask at once wait for the same work; work that failed is not kept.
 */
export function remembered<Value>() {
  const kept = new WeakMap<Database, Kept<Value>>();
  return {
    answer: (database: Database, state: string, work: () => Promise<Value>): Promise<Value> => {
      const known = kept.get(database);
      if (known?.state === state) return known.value;
      const value = work();
      const own: Kept<Value> = { state, value };
      kept.set(database, own);
      value.then(
        (done) => {
          own.done = done;
        },
        () => {
          if (kept.get(database) === own) kept.delete(database);
        },
      );
      return value;
    },
    /** The value that is there already, of whatever state; undefined = none. */
    there: (database: Database): { state: string; value: Value } | undefined => {
      const { state, done } = kept.get(database) ?? {};
      return state === undefined || done === undefined ? undefined : { state, value: done };
    },
  };
}

interface Kept<Value> {
  readonly state: string;
  readonly value: Promise<Value>;
  done?: Value;
}
