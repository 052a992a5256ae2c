import { createHash } from "node:crypto";
import type { Ends } from "./account-key.ts";
import type { TransferItem } from "./load-item.ts";

/** A row of a source on its way to a sink, with what was found out about it once and for all. */
export interface RowRecord extends Ends {
  readonly item: TransferItem;
  readonly sourceId: string;
  readonly id: string;
  /** Position among the data rows of the source, from 1. */
  readonly order: number;
}

/** `occurrence` = number among identical rows of the source, from 1. */
export function rowRecord(
  item: TransferItem,
  ends: Ends,
  place: { readonly sourceId: string; readonly order: number; readonly occurrence: number },
): RowRecord {
  const { sourceId, order, occurrence } = place;
  const id = item.id ?? contentId(contentOf(item, ends), occurrence);
  return { from: ends.from, to: ends.to, item, sourceId, id, order };
}

/**
 * What makes two rows of one file the same text: identical rows are numbered among themselves.
 */
export function contentOf(item: TransferItem, { from, to }: Ends): string {
  return [from, to, item.amount, item.currency, item.bookedAt, item.dayOnly, item.reversal].join(
    "|",
  );
}

/** The id of a transfer whose file gives none: the same content has the same id in every file. */
export function contentId(content: string, occurrence: number): string {
  return `c-${createHash("sha256").update(`${content}|${occurrence}`).digest("hex").slice(0, 24)}`;
}
