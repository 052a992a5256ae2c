import { z } from "zod";
import { type Source, sourceState } from "../../../contract/loading.ts";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import type { Provenance } from "./provenance.ts";
import type { Counts } from "./row-counts.ts";

/**
 * A loaded file as it is kept: what the contract shows, its place in the order of loading, its
 * refused rows.
 */
export interface StoredSource extends Source {
  readonly sequence: number;
  readonly refusedFile: string | null;
}

const known = z.object({
  id: z.string(),
  fileName: z.string(),
  format: z.string().default("unknown"),
  kind: z.string().default("transfers"),
  bytes: count.default(0),
  loadedAt: count.default(0),
  loadedBy: z.string().default(""),
  state: sourceState,
  read: count.default(0),
  loaded: count.default(0),
  duplicates: count.default(0),
  rejected: count.default(0),
  warnings: count.default(0),
  requestNumber: z.string().nullable().default(null),
  requestDate: z.string().nullable().default(null),
  sanctionedBy: z.string().nullable().default(null),
  handedBy: z.string().nullable().default(null),
  version: count.default(0),
  withdrawnAt: count.nullable().default(null),
  withdrawnBy: z.string().nullable().default(null),
  withdrawnReason: z.string().nullable().default(null),
  sequence: count.default(0),
  refusedFile: z.string().nullable().default(null),
});
const sourceRow = z.object({ source: known });

export async function findSource(queries: Queries, id: string): Promise<StoredSource | undefined> {
  return (await queries.read("loading/source", { id }, sourceRow))[0]?.source;
}

/** Newest first; files that were taken out are there with the state "withdrawn". */
export async function listSources(queries: Queries): Promise<StoredSource[]> {
  return (await queries.read("loading/sources", {}, sourceRow)).map((row) => row.source);
}

export interface NewSource extends Provenance {
  readonly id: string;
  readonly fileName: string;
  readonly format: string;
  readonly kind: string;
  readonly bytes: number;
  readonly loadedAt: number;
  readonly loadedBy: string;
}

/** Its number in the order of loading. */
export async function beginSource(queries: Queries, source: NewSource): Promise<number> {
  const { id, ...rest } = source;
  const properties = {
    ...rest,
    sha256: id,
    bytes: BigInt(source.bytes),
    loadedAt: BigInt(source.loadedAt),
  };
  const [row] = await queries.write(
    "loading/begin-source",
    { id, properties },
    z.object({ sequence: count }),
  );
  if (row === undefined) throw new Error("loading/begin-source returned no row");
  return row.sequence;
}

export async function finishSource(
  queries: Queries,
  id: string,
  counts: Counts & { warnings: number; refusedFile: string | null },
): Promise<void> {
  await queries.run("loading/finish-source", {
    id,
    properties: {
      read: BigInt(counts.read),
      loaded: BigInt(counts.loaded),
      duplicates: BigInt(counts.duplicates),
      rejected: BigInt(counts.rejected),
      warnings: BigInt(counts.warnings),
      refusedFile: counts.refusedFile,
    },
  });
}

/**
 * Counts of transfer files again, after rows of theirs became or ceased to be the first record of
 * a transfer.
 */
export async function recount(queries: Queries, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await queries.run("loading/recount", { ids });
}

/** Loaded files by the beginning of their id, their whole name or its last part. */
export async function findSources(queries: Queries, which: string): Promise<StoredSource[]> {
  const rows = await queries.read("loading/find-sources", { text: which.toLowerCase() }, sourceRow);
  return rows.map((row) => row.source);
}

/** Files whose load or withdrawal was interrupted. */
export async function unfinishedSources(queries: Queries): Promise<StoredSource[]> {
  return (await queries.read("loading/unfinished-sources", {}, sourceRow)).map((row) => row.source);
}

/** Files whose load was cut off at or after `since` (UTC ms) and that were not loaded again. */
export async function cutOffSources(queries: Queries, since: number): Promise<StoredSource[]> {
  const rows = await queries.read("loading/cut-off-sources", { since: BigInt(since) }, sourceRow);
  return rows.map((row) => row.source);
}
