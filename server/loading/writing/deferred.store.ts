import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import { DAY } from "../../time/instant.ts";
import type { RefusedItem } from "../items.ts";
import { regroup } from "../pairs/regroup.store.ts";
import {
  groupKey,
  type StoredProperties,
  type Telling,
  tellingKey,
  tellingOf,
} from "../pairs/telling.ts";
import { changedRow } from "./contradiction.ts";
import type { Spool } from "./spool.ts";
import { contentId, type TransferRow } from "./transfer-row.ts";

/** A row put aside because something like it may be in already. */
export interface Deferred extends TransferRow {
  /** The file itself gives the id. */
  readonly given: boolean;
  /** The row as it stood in the file, where it may yet be refused. */
  readonly raw: string;
}

export interface SettleOptions {
  readonly sourceId: string;
  /**
   * Ids are the same in every file (our own CSV); else two banks may use one id for different
   * transfers.
   */
  readonly strictIds: boolean;
  readonly sequenceOf: (sourceId: string) => number;
  readonly refuse: (item: RefusedItem) => Promise<void>;
}

const CHUNK = 2_000;

const knownRow = z.object({
  from: z.string(),
  to: z.string(),
  properties: z.record(z.string(), z.custom<StoredProperties[string]>()),
});

/**
 * Decides for every row put aside: one more telling of a known transfer, a transfer of its own, or
 * refused.
 */
export async function settleDeferred(
  queries: Queries,
  spool: Spool<Deferred>,
  options: SettleOptions,
  signal?: AbortSignal,
) {
  const total = { loaded: 0, duplicates: 0, touched: new Set<string>() };
  for await (const bucket of spool.buckets()) {
    for (const chunk of chunksByGroup(bucket)) {
      signal?.throwIfAborted();
      const settled = await settleChunk(queries, chunk, options);
      total.loaded += settled.loaded;
      total.duplicates += settled.duplicates;
      for (const source of settled.touched)
        if (source !== options.sourceId) total.touched.add(source);
    }
  }
  return total;
}

/** About CHUNK rows at a time, groups whole, rows of a group in the file's order. */
function chunksByGroup(rows: readonly Deferred[]): Deferred[][] {
  const groups = new Map<string, Deferred[]>();
  for (const row of [...rows].sort((left, right) => left.order - right.order)) {
    const key = groupKey(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const chunks: Deferred[][] = [];
  for (const group of groups.values()) {
    const last = chunks.at(-1);
    if (last !== undefined && last.length + group.length <= CHUNK) last.push(...group);
    else chunks.push([...group]);
  }
  return chunks;
}

async function settleChunk(queries: Queries, rows: readonly Deferred[], options: SettleOptions) {
  const known = await knownByGivenId(queries, rows);
  const incoming: Telling[] = [];
  let repeated = 0;
  for (const row of rows) {
    const judged = judge(row, known.get(row.id), options);
    if (judged === "repeated") repeated += 1;
    else if (judged === "changed") await options.refuse(changedRow(row, known.get(row.id)));
    else {
      incoming.push(tellingOf(judged, options.sequenceOf(options.sourceId)));
      // A later row of this chunk may have the same id.
      if (row.given && !known.has(row.id)) known.set(row.id, row);
    }
  }
  const { first, touched } = await regroup(queries, {
    groups: [...new Set(incoming.map(groupKey))],
    incoming,
    sequenceOf: options.sequenceOf,
  });
  const loaded = incoming.filter((telling) => first.has(tellingKey(telling))).length;
  return { loaded, duplicates: incoming.length - loaded + repeated, touched };
}

export type Known = z.infer<typeof knownRow>;

async function knownByGivenId(
  queries: Queries,
  rows: readonly Deferred[],
): Promise<Map<string, Known>> {
  const ids = [...new Set(rows.filter((row) => row.given).map((row) => row.id))];
  if (ids.length === 0) return new Map();
  const known = await queries.read("loading/transfers-by-id", { ids }, knownRow);
  return new Map(known.map((one) => [String(one.properties.id), one]));
}

function judge(
  row: Deferred,
  known: Known | undefined,
  options: SettleOptions,
): TransferRow | "repeated" | "changed" {
  if (!row.given || known === undefined) return row;
  const same = groupKey(row) === groupKey({ ...known, properties: known.properties });
  const ours = sourcesOf(known).includes(options.sourceId);
  const apart = Math.abs(Number(row.properties.bookedAt) - Number(known.properties.bookedAt));
  // The other bank's clock may differ, by days at weekends; the same file's may not.
  if (same && apart <= (ours ? 0 : 7 * DAY)) return ours ? "repeated" : row;
  const unrelated = !same && row.from !== known.from && row.to !== known.to;
  if (options.strictIds || !unrelated) return "changed";
  const id = contentId(`${row.id}|${groupKey(row)}|${row.properties.bookedAt}`, 1);
  return { ...row, id, properties: { ...row.properties, id } };
}

function sourcesOf({ properties }: Known): readonly unknown[] {
  return [
    properties.sourceId,
    ...((properties.alsoSourceIds as readonly string[] | undefined) ?? []),
  ];
}
