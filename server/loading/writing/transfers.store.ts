import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import type { TransferItem } from "../items.ts";
import { hash64, hashCounter } from "./hashing.ts";
import { accountNumber } from "./numbers.ts";
import { contentOf, type TransferRow, transferRow } from "./transfer-row.ts";

export interface OrderedTransfer {
  readonly item: TransferItem;
  /** Position among the data rows of the source, from 1. */
  readonly order: number;
}

export interface TransferWriter {
  /** The accounts must be there. */
  write(transfers: readonly OrderedTransfer[]): Promise<void>;
  finish(): Promise<{ loaded: number; duplicates: number }>;
}

const knownRow = z.object({ id: z.string() });

export function transferWriter(queries: Queries, sourceId: string): TransferWriter {
  const contents = hashCounter();
  let loaded = 0;
  let duplicates = 0;
  return {
    write: async (transfers) => {
      if (transfers.length === 0) return;
      const rows = new Map<string, TransferRow>();
      for (const { item, order } of transfers) {
        const from = accountNumber(item.from, item.to);
        const to = accountNumber(item.to, item.from);
        const occurrence = item.id === null ? contents.add(hash64(contentOf(item, from, to))) : 1;
        const row = transferRow(item, sourceId, order, occurrence);
        if (rows.has(row.id)) duplicates += 1;
        else rows.set(row.id, row);
      }
      const known = await queries.read("loading/known-transfers", { ids: [...rows.keys()] }, knownRow);
      for (const { id } of known) rows.delete(id);
      duplicates += known.length;
      const fresh = [...rows.values()].map(({ from, to, properties }) => ({ from, to, properties }));
      loaded += fresh.length;
      if (fresh.length > 0) await queries.run("loading/create-transfers", { transfers: fresh });
    },
    finish: async () => ({ loaded, duplicates }),
  };
}
