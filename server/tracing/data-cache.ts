import type { TransferColumns } from "../columns/columns.ts";
import { loadColumns } from "../columns/load.ts";
import type { Database } from "../neo4j/database.ts";
import type { Facts } from "./database-facts.ts";
import { remembered } from "./remembered.ts";
import { readFacts, readReports, readState } from "./tracing.store.ts";
import type { KnownReport } from "./victims.ts";

export interface CachedData {
  readonly columns: TransferColumns;
  readonly facts: Facts;
  readonly reports: readonly KnownReport[];
}

const kept = remembered<CachedData>();

/** The data as tracing reads it; kept in memory until the database holds something else. */
export async function cachedData(
  database: Database,
  options: { signal?: AbortSignal; report?: (done: number, total: number) => void } = {},
): Promise<CachedData> {
  const state = await readState(database.queries);
  return kept.answer(database, state, () => read(database, options));
}

/**
 * The transfers, where they are in memory already and the database still holds the same; null =
 * ask the database. Its state is asked for only where the work is `worth` it.
 */
export async function heldColumns(
  database: Database,
  worth: (columns: TransferColumns) => boolean,
): Promise<TransferColumns | null> {
  const held = kept.there(database);
  if (held === undefined || !worth(held.value.columns)) return null;
  return (await readState(database.queries)) === held.state ? held.value.columns : null;
}

async function read(
  database: Database,
  options: Parameters<typeof loadColumns>[1],
): Promise<CachedData> {
  const columns = await loadColumns(database, options);
  const facts = await readFacts(database.queries);
  const reports = await readReports(database.queries);
  return { columns, facts, reports };
}
