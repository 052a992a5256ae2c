import { join } from "node:path";
import { z } from "zod";
import { count } from "../../graph-queries/rows.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import type { Database } from "../neo4j/database.ts";
import { type ColumnsBuilder, columnsBuilder } from "./build.ts";
import {
  CHANNELS,
  type Channel,
  EXIT_KINDS,
  type ExitKind,
  type HolderKind,
  type SharedColumns,
  type TransferColumns,
} from "./columns.ts";
import { readSnapshot, writeSnapshot } from "./snapshot.ts";

export interface LoadColumnsOptions {
  readonly signal?: AbortSignal;
  readonly report?: (done: number, total: number) => void;
}

/** What the database held when a snapshot was made. */
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
 * The transfers of a database as columns: from the snapshot file where the database still holds the same, brought up to date by what was
 * loaded since where sources were only added, else streamed anew. The snapshot file is left true.
 */
export async function loadColumns(database: Database, options: LoadColumnsOptions = {}): Promise<SharedColumns> {
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
  // Read back instead of kept: what built them is garbage by now, and these bytes any thread can open.
  const made = readSnapshot(path);
  if (!made) throw new Error(`The column snapshot just written to ${path} is not whole`);
  return made.columns;
}

async function makeSnapshot(queries: Queries, path: string, now: Basis, options: LoadColumnsOptions): Promise<void> {
  const columns = await streamColumns(queries, now.transfers, options);
  // A load that ran meanwhile makes the basis a wrong description; the next call then streams again.
  writeSnapshot(path, columns, columns.length === now.transfers ? now : null);
}

/** False, and nothing written, where the counts then do not agree with the database. */
async function growSnapshot(
  queries: Queries,
  path: string,
  before: TransferColumns,
  added: readonly string[],
  now: Basis,
  options: LoadColumnsOptions,
): Promise<boolean> {
  const columns = await withSources(queries, before, added, now, options);
  if (columns) writeSnapshot(path, columns, now);
  return columns !== undefined;
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
  return now.sources.filter((source) => !earlier.has(source.join(" "))).map((source) => source[0] as string);
}

/** The snapshot plus the new sources' transfers; undefined where the counts then do not agree with the database. */
async function withSources(
  queries: Queries,
  columns: TransferColumns,
  sources: readonly string[],
  now: Basis,
  options: LoadColumnsOptions,
): Promise<TransferColumns | undefined> {
  const builder = columnsBuilder();
  await streamAccounts(queries, builder, options);
  for (let row = 0; row < columns.length; row += 1) {
    builder.transfer({
      id: columns.idOf(row),
      from: columns.accounts.numbers[columns.from[row] as number] as string,
      to: columns.accounts.numbers[columns.to[row] as number] as string,
      amount: columns.amount[row] as bigint,
      currency: columns.currencies[columns.currency[row] as number] as string,
      bookedAt: columns.bookedAt[row] as number,
      channel: CHANNELS[columns.channel[row] as number] as Channel,
      order: columns.order[row] as number,
    });
  }
  const parameters = { sources: [...sources] };
  const rows = await streamTransfers(queries, "columns/transfers-of-sources", parameters, builder, {
    ...options,
    total: now.transfers - columns.length,
  });
  return columns.length + rows === now.transfers ? builder.finish() : undefined;
}

async function streamColumns(queries: Queries, total: number, options: LoadColumnsOptions): Promise<TransferColumns> {
  const builder = columnsBuilder();
  await streamAccounts(queries, builder, options);
  await streamTransfers(queries, "columns/transfers", {}, builder, { ...options, total });
  return builder.finish();
}

async function streamAccounts(queries: Queries, builder: ColumnsBuilder, options: LoadColumnsOptions): Promise<void> {
  for await (const row of queries.stream("columns/accounts")) {
    options.signal?.throwIfAborted();
    const exit = row[4] as string | null;
    builder.account({
      number: row[0] as string,
      bank: row[1] as string | null,
      holderKey: row[2] as string | null,
      holderKind: (row[3] as HolderKind | null) ?? "unknown",
      exitKind: exit === null ? null : EXIT_KINDS.includes(exit as ExitKind) ? (exit as ExitKind) : "other",
      openedAt: row[5] === null ? null : Number(row[5]),
      phone: row[6] as string | null,
      device: row[7] as string | null,
    });
  }
}

async function streamTransfers(
  queries: Queries,
  query: string,
  parameters: Record<string, unknown>,
  builder: ColumnsBuilder,
  options: LoadColumnsOptions & { total: number },
): Promise<number> {
  let done = 0;
  for await (const row of queries.stream(query, parameters)) {
    if (done % 20_000 === 0) {
      options.signal?.throwIfAborted();
      options.report?.(done, options.total);
    }
    builder.transfer({
      id: row[0] as string,
      from: row[1] as string,
      to: row[2] as string,
      amount: row[3] as bigint,
      currency: row[4] as string,
      bookedAt: Number(row[5]),
      channel: row[6] as Channel,
      order: Number(row[7] ?? 0),
    });
    done += 1;
  }
  options.report?.(done, options.total);
  return done;
}
