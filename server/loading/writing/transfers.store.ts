import { z } from "zod";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { DAY } from "../../time/instant.ts";
import type { RefusedItem, TransferItem } from "../items.ts";
import { groupKey, sumKey } from "../pairs/telling.ts";
import { type Deferred, settleDeferred } from "./deferred.store.ts";
import { hash64, hashCounter } from "./hashing.ts";
import { openLanes } from "./lanes.ts";
import { accountNumber } from "./numbers.ts";
import { otherSideTold, seenFilter } from "./seen-filter.ts";
import { openSpool } from "./spool.ts";
import { contentOf, type Property, type TransferRow, transferRow } from "./transfer-row.ts";

export interface OrderedTransfer {
  readonly item: TransferItem;
  /** Position among the data rows of the source, from 1. */
  readonly order: number;
}

export interface TransferWriter {
  /** The accounts must be there. Returns when the rows are on their way. */
  write(transfers: readonly OrderedTransfer[]): Promise<void>;
  /** Everything is in; rows other sources may have told are settled. */
  finish(signal?: AbortSignal): Promise<TransferOutcome>;
  close(): Promise<void>;
}

export interface TransferOutcome {
  readonly loaded: number;
  readonly duplicates: number;
  /** Other sources whose rows became or ceased to be the first telling of a transfer. */
  readonly touched: ReadonlySet<string>;
}

export interface TransferWriterOptions {
  readonly sourceId: string;
  /** Of the file. */
  readonly bytes: number;
  readonly strictIds: boolean;
  /** False where no other source has told of any transfer: nothing can be known already. */
  readonly others: boolean;
  /** Between accounts nobody else has told of there are no transfers to compare with. */
  readonly toldByOthers: (number: string) => boolean;
  readonly sequenceOf: (sourceId: string) => number;
  readonly refuse: (item: RefusedItem) => Promise<void>;
  /** Where rows put aside wait when they are many. */
  readonly scratch?: string | undefined;
}

/**
 * Batches on their way at once. Neo4j orders writes to one account by itself; deadlocks are retried
 * by the driver.
 */
const LANES = 2;
/**
 * A transfer this near in time may be the same one (DOMAIN.md: suggested up to seven days apart).
 */
const WINDOW = 8 * DAY;

const hitRow = z.object({ n: count });

/**
 * Rows nobody else can have told go straight in, several batches at once. Rows that may be known
 * already, by id or by accounts, amount and time, are put aside and settled at the end, group by
 * group, in an order that does not depend on batches.
 */
export function transferWriter(queries: Queries, options: TransferWriterOptions): TransferWriter {
  const contents = hashCounter();
  /** Ids of this file, and groups with whose statement told of them. */
  const seen = seenFilter(options.bytes);
  const deferred = openSpool<Deferred>({ root: options.scratch });
  /** Rows whose id an earlier row of this file has. */
  const again = openSpool<Deferred>({ root: options.scratch });
  const lanes = openLanes(LANES);
  let loaded = 0;

  const rowOf = ({ item, order }: OrderedTransfer): TransferRow => {
    const from = accountNumber(item.from, item.to);
    const to = accountNumber(item.to, item.from);
    const occurrence = item.id === null ? contents.add(hash64(contentOf(item, from, to))) : 1;
    return transferRow(item, options.sourceId, order, occurrence);
  };
  return {
    write: async (transfers) => {
      if (transfers.length === 0) return;
      const rows: Deferred[] = [];
      for (const transfer of transfers) {
        const { item } = transfer;
        const row = {
          ...rowOf(transfer),
          given: item.id !== null,
          raw: item.id === null ? "" : item.raw,
        };
        if (item.id !== null && seen.add(hash64(item.id))) again.add(row.id, row);
        else if (item.ownSide !== null && otherSideTold(seen, groupKey(row), item.ownSide))
          deferred.add(groupKey(row), row);
        else rows.push(row);
      }
      await lanes.start(async () => {
        const known = options.others ? await candidates(queries, rows, options) : new Set<number>();
        const fresh: object[] = [];
        for (const [n, row] of rows.entries()) {
          if (known.has(n)) deferred.add(groupKey(row), row);
          else fresh.push({ from: row.from, to: row.to, properties: row.properties });
        }
        loaded += fresh.length;
        if (fresh.length > 0) await queries.run("loading/create-transfers", { transfers: fresh });
      });
    },
    finish: async (signal) => {
      await lanes.drain();
      const total = { loaded, duplicates: 0, touched: new Set<string>() };
      for (const spool of [deferred, again]) {
        const settled = await settleDeferred(queries, spool, options, signal);
        total.loaded += settled.loaded;
        total.duplicates += settled.duplicates;
        for (const source of settled.touched) total.touched.add(source);
      }
      return total;
    },
    close: async () => {
      await lanes.drain().catch(() => {});
      await deferred.close();
      await again.close();
    },
  };
}

/**
 * Rows by position that may be known: by their id, and where both accounts are known to others by
 * what they say.
 */
async function candidates(
  queries: Queries,
  rows: readonly TransferRow[],
  { toldByOthers, sourceId }: TransferWriterOptions,
): Promise<Set<number>> {
  const ids = rows.map(({ id }, n) => ({ n: BigInt(n), id }));
  const between = rowsByPair(rows, ({ from, to }) => toldByOthers(from) && toldByOthers(to));
  const window = BigInt(WINDOW);
  const hits = [
    ...(await queries.read("loading/known-ids", { rows: ids }, hitRow)),
    // Rows of this same file that went in meanwhile are no candidates.
    ...(between.length === 0
      ? []
      : await queries.read(
          "loading/candidates",
          { pairs: between, source: sourceId, window },
          hitRow,
        )),
  ];
  return new Set(hits.map((hit) => hit.n));
}

interface RowsOfPair {
  readonly from: string;
  readonly to: string;
  /** By sumKey. */
  readonly rows: Record<string, { n: bigint; bookedAt: Property | undefined }[]>;
}

function rowsByPair(
  rows: readonly TransferRow[],
  isAsked: (row: TransferRow) => boolean,
): RowsOfPair[] {
  const pairs = new Map<string, RowsOfPair>();
  for (const [n, row] of rows.entries()) {
    if (!isAsked(row)) continue;
    const { from, to, properties } = row;
    const key = `${from}|${to}`;
    const pair = pairs.get(key) ?? { from, to, rows: {} };
    pairs.set(key, pair);
    const sum = sumKey(properties);
    const same = pair.rows[sum] ?? [];
    pair.rows[sum] = same;
    same.push({ n: BigInt(n), bookedAt: properties.bookedAt });
  }
  return [...pairs.values()];
}
