import { join } from "node:path";
import { z } from "zod";
import { count } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import type { Database } from "../neo4j/database.ts";
import type { SharedColumns, TransferColumns } from "./columns.ts";
import { readSnapshot, writeSnapshot } from "./snapshot.ts";
import { type StreamOptions, streamColumns, withSources } from "./stream.ts";

/** The state of the database when a snapshot was made. */
const basis = z.object({
  transfers: z.number(),
  accounts: z.number(),
  holdings: z.number(),
  /** [id, state, loadedAt, loaded] of each source, by id. */
  sources: z.array(z.array(z.string())),
});
type Basis = z.infer<typeof basis>;

const basisRow = z.object({
  transfers: count,
  accounts: count,
  holdings: count,
  sources: z.array(z.array(z.string())),
});

export function snapshotPath(dataDir: string): string {
  return join(dataDir, "columns.snapshot");
}

/**
 * The transfers of a database as columns. They come from the snapshot file where the database still
 * holds the same. Where sources were only added, what was loaded since is added too; else all are
 * streamed anew. The snapshot file is left true.
 */
export async function loadColumns(
  database: Database,
  options: StreamOptions = {},
): Promise<SharedColumns> {
  const path = snapshotPath(database.dataDir);
  const now = await readBasis(database.queries);
  const snapshot = readSnapshot(path);
  const before = basis.safeParse(snapshot?.basis).data;
  if (snapshot && before && JSON.stringify(before) === JSON.stringify(now)) return snapshot.columns;
  const added = before ? addedSources(before, now) : undefined;
  const grown =
    snapshot !== undefined &&
    added !== undefined &&
    (await growSnapshot(database.queries, path, snapshot.columns, added, now, options));
  if (!grown) await makeSnapshot(database.queries, path, now, options);
  // Read back instead of kept: what built them is garbage by now, and these bytes any thread can
  // open.
  const made = readSnapshot(path);
  if (!made) throw new Error(`The column snapshot just written to ${path} is not whole`);
  return made.columns;
}

async function readBasis(queries: Queries): Promise<Basis> {
  const [row] = await queries.read("columns/basis", {}, basisRow);
  if (!row) throw new Error("columns/basis returned no row");
  return row;
}

/** Ids of sources that came since, or undefined where an older one changed or went. */
function addedSources(before: Basis, now: Basis): string[] | undefined {
  const earlier = new Set(before.sources.map((source) => source.join(" ")));
  const kept = now.sources.filter((source) => earlier.has(source.join(" ")));
  if (kept.length !== before.sources.length || kept.length === now.sources.length) return undefined;
  return now.sources
    .filter((source) => !earlier.has(source.join(" ")))
    .map((source) => source[0] as string);
}

async function makeSnapshot(
  queries: Queries,
  path: string,
  now: Basis,
  options: StreamOptions,
): Promise<void> {
  const columns = await streamColumns(queries, now.transfers, options);
  // A load that ran meanwhile makes the basis a wrong description; the next call then streams
  // again.
  const unchanged =
    columns.length === now.transfers &&
    JSON.stringify(await readBasis(queries)) === JSON.stringify(now);
  writeSnapshot(path, columns, unchanged ? now : null);
}

/** False, and nothing written, where the counts then do not agree with the database. */
async function growSnapshot(
  queries: Queries,
  path: string,
  before: TransferColumns,
  added: readonly string[],
  now: Basis,
  options: StreamOptions,
): Promise<boolean> {
  const columns = await withSources(queries, before, added, now.transfers, options);
  if (columns) writeSnapshot(path, columns, now);
  return columns !== undefined;
}
