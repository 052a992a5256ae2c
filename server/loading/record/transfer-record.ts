import { DAY, HOME_ZONE, offsetMilliseconds } from "../../time/instant.ts";
import type { Ends } from "./account-key.ts";
import type { RowRecord } from "./row-record.ts";
import { saysSomething, TRANSFER_COLUMNS } from "./transfer-columns.ts";

/** A property value as the database takes it; bigint is a 64-bit integer there. */
export type Property = string | bigint | boolean | readonly string[] | readonly bigint[];

/** What one row of one source says of one transfer, ready to be stored. */
export interface TransferRecord extends Ends {
  readonly id: string;
  /** Position among the data rows of the source, from 1. */
  readonly order: number;
  /**
   * Everything TRANSFER carries besides alsoSourceIds and the like (docs/ARCHITECTURE.md, graph
   * model).
   */
  readonly properties: Readonly<Record<string, Property>>;
}

/** A record that is new to the graph. */
export interface NewRecord extends TransferRecord {
  /** The file itself gives the id. */
  readonly given: boolean;
  /** The row as it stood in the file, where it may yet be refused; else "". */
  readonly raw: string;
}

/** The record as the database takes it. */
export function newRecord(row: RowRecord): NewRecord {
  const { from, to, id, order, item } = row;
  const properties: Record<string, Property> = {};
  for (const { name, type, value } of TRANSFER_COLUMNS) {
    const found = value(row);
    if (!saysSomething(found)) continue;
    properties[name] = type === "long" ? BigInt(found as number | bigint) : (found as Property);
  }
  for (const [name, value] of Object.entries(item.extra))
    if (value !== "") properties[`x_${name}`] = value;
  const given = item.id !== null;
  return { from, to, id, order, properties, given, raw: given ? item.raw : "" };
}

/** The day of a booking in the zone it was written in, counted from 1970. */
export function dayOf(bookedAt: number, zone: string): number {
  const offset = offsetMilliseconds(zone) ?? offsetMilliseconds(HOME_ZONE) ?? 0;
  return Math.floor((bookedAt + offset) / DAY);
}
