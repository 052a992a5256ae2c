import type { Queries } from "../../../graph-queries/runner.ts";
import { DAY } from "../../time/instant.ts";
import type { RefusedItem } from "../record/load-item.ts";
import { contentId } from "../record/row-record.ts";
import {
  groupKey,
  recordKey,
  type SourceRecord,
  sourceRecordOf,
  storedTransfer,
  type TransferInGraph,
} from "../record/source-record.ts";
import type { NewRecord, TransferRecord } from "../record/transfer-record.ts";
import { changedRow } from "./contradiction.ts";
import { regroup } from "./regroup.store.ts";
import type { WaitingRows } from "./waiting-rows.ts";

export interface SettleOptions {
  readonly sourceId: string;
  /**
   * Ids are the same in every file (our own CSV); else two banks may use one id for different
   * transfers.
   */
  readonly strictIds: boolean;
  readonly sequenceOf: (sourceId: string) => number;
  readonly refuse: (item: RefusedItem) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

const CHUNK = 2_000;

export interface Settled {
  readonly loaded: number;
  readonly duplicates: number;
  /** Other sources whose rows began or ceased to be the first record of a transfer. */
  readonly touched: ReadonlySet<string>;
}

/**
 * Decides for every record that waits: one more record of a known transfer, a transfer of its own,
 * or refused.
 */
export async function settleWaiting(
  queries: Queries,
  waiting: Pick<WaitingRows, "spools">,
  options: SettleOptions,
): Promise<Settled> {
  let [loaded, duplicates] = [0, 0];
  const touched = new Set<string>();
  for (const spool of waiting.spools) {
    for await (const bucket of spool.buckets()) {
      for (const chunk of chunksByGroup(bucket)) {
        options.signal?.throwIfAborted();
        const settled = await settleChunk(queries, chunk, options);
        loaded += settled.loaded;
        duplicates += settled.duplicates;
        for (const source of settled.touched) if (source !== options.sourceId) touched.add(source);
      }
    }
  }
  return { loaded, duplicates, touched };
}

/** About CHUNK rows at a time, groups whole, rows of a group in the file's order. */
function chunksByGroup(rows: readonly NewRecord[]): NewRecord[][] {
  const groups = new Map<string, NewRecord[]>();
  for (const row of [...rows].sort((left, right) => left.order - right.order)) {
    const key = groupKey(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const chunks: NewRecord[][] = [];
  for (const group of groups.values()) {
    const last = chunks.at(-1);
    if (last !== undefined && last.length + group.length <= CHUNK) last.push(...group);
    else chunks.push([...group]);
  }
  return chunks;
}

async function settleChunk(queries: Queries, rows: readonly NewRecord[], options: SettleOptions) {
  const known = await knownByGivenId(queries, rows);
  const incoming: SourceRecord[] = [];
  let repeated = 0;
  for (const row of rows) {
    const judged = judge(row, known.get(row.id), options);
    if (judged === "repeated") repeated += 1;
    else if (judged === "changed") await options.refuse(changedRow(row, known.get(row.id)));
    else {
      incoming.push(sourceRecordOf(judged, options.sequenceOf(options.sourceId)));
      // A later row of this chunk may have the same id.
      if (row.given && !known.has(row.id)) known.set(row.id, row);
    }
  }
  const { first, touched } = await regroup(queries, {
    groups: [...new Set(incoming.map(groupKey))],
    incoming,
    sequenceOf: options.sequenceOf,
  });
  const loaded = incoming.filter((record) => first.has(recordKey(record))).length;
  return { loaded, duplicates: incoming.length - loaded + repeated, touched };
}

async function knownByGivenId(
  queries: Queries,
  rows: readonly NewRecord[],
): Promise<Map<string, TransferInGraph>> {
  const ids = [...new Set(rows.filter((row) => row.given).map((row) => row.id))];
  if (ids.length === 0) return new Map();
  const known = await queries.read("loading/transfers-by-id", { ids }, storedTransfer);
  return new Map(known.map((one) => [String(one.properties.id), one]));
}

function judge(
  row: NewRecord,
  known: TransferInGraph | undefined,
  options: SettleOptions,
): TransferRecord | "repeated" | "changed" {
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

function sourcesOf({ properties }: TransferInGraph): readonly unknown[] {
  return [
    properties.sourceId,
    ...((properties.alsoSourceIds as readonly string[] | undefined) ?? []),
  ];
}
