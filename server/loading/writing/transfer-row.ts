import { createHash } from "node:crypto";
import { DAY, HOME_ZONE, offsetMilliseconds } from "../../time/instant.ts";
import type { TransferItem } from "../items.ts";
import { accountNumber } from "./numbers.ts";

/** A property value as the database takes it; bigint is a 64-bit integer there. */
export type Property = string | bigint | boolean | readonly string[] | readonly bigint[];

/** What one row of one source tells about one transfer, ready to be stored. */
export interface TransferRow {
  readonly from: string;
  readonly to: string;
  readonly id: string;
  /** Position among the data rows of the source, from 1. */
  readonly order: number;
  /**
   * Everything TRANSFER carries besides alsoSourceIds and the like (docs/ARCHITECTURE.md, graph
   * model).
   */
  readonly properties: Readonly<Record<string, Property>>;
}

/**
 * What makes two rows of one file the same text: identical rows are told apart by their number
 * among themselves.
 */
export function contentOf(item: TransferItem, from: string, to: string): string {
  return [from, to, item.amount, item.currency, item.bookedAt, item.dayOnly, item.reversal].join(
    "|",
  );
}

/** The id of a transfer whose file gives none: the same content has the same id in every file. */
export function contentId(content: string, occurrence: number): string {
  return `c-${createHash("sha256").update(`${content}|${occurrence}`).digest("hex").slice(0, 24)}`;
}

export function transferRow(
  item: TransferItem,
  sourceId: string,
  order: number,
  occurrence: number,
): TransferRow {
  const from = accountNumber(item.from, item.to);
  const to = accountNumber(item.to, item.from);
  const id = item.id ?? contentId(contentOf(item, from, to), occurrence);
  const properties: Record<string, Property> = {
    id,
    amount: item.amount,
    currency: item.currency,
    bookedAt: BigInt(item.bookedAt),
    zone: item.zone,
    channel: item.channel,
    sourceId,
    row: BigInt(item.position.row),
    order: BigInt(order),
  };
  const add = (name: string, value: Property | null | undefined | false) => {
    if (value !== null && value !== undefined && value !== false && value !== "")
      properties[name] = value;
  };
  add("dayOnly", item.dayOnly);
  add("purpose", item.purpose);
  add("purposeCode", item.purposeCode);
  add("documentNumber", item.documentNumber);
  add("fee", item.fee);
  add("accountAmount", item.accountAmount?.amount);
  add("accountCurrency", item.accountAmount?.currency);
  add("reversal", item.reversal);
  add("ownSide", item.ownSide);
  add("sheet", item.position.sheet);
  add("member", item.position.member);
  if (item.warnings.length > 0)
    add("warnings", [...new Set(item.warnings.map((warning) => warning.code))].sort());
  for (const [name, value] of Object.entries(item.extra)) add(`x_${name}`, value);
  return { from, to, id, order, properties };
}

/** The day of a booking in the zone it was written in, counted from 1970. */
export function dayOf(bookedAt: number, zone: string): number {
  const offset = offsetMilliseconds(zone) ?? offsetMilliseconds(HOME_ZONE) ?? 0;
  return Math.floor((bookedAt + offset) / DAY);
}
