import { z } from "zod";
import { decode, encode } from "../memory/exact-json.ts";
import { isMasked } from "./account-key.ts";
import type { RowRecord } from "./row-record.ts";
import { dayOf, type Property, type TransferRecord } from "./transfer-record.ts";

/**
 * A row of a source as a record of a transfer. Several sources may have records of one transfer.
 */
export interface SourceRecord extends TransferRecord {
  readonly sourceId: string;
  /**
   * The source's place in the order of loading: the earliest record is what is shown of a
   * transfer.
   */
  readonly sequence: number;
  readonly bookedAt: number;
  /** Day in the row's own zone, counted from 1970. */
  readonly day: number;
  readonly dayOnly: boolean;
  readonly ownSide: "from" | "to" | null;
}

export type StoredProperties = Readonly<Record<string, Property>>;

/** A transfer as the database returns it. */
export type TransferInGraph = z.infer<typeof storedTransfer>;
export const storedTransfer = z.object({
  from: z.string(),
  to: z.string(),
  properties: z.record(z.string(), z.custom<Property>()),
});

/** Which row this is, in every load of the same file. */
export function recordKey(record: Pick<SourceRecord, "sourceId" | "order">): string {
  return `${record.sourceId}#${record.order}`;
}

/**
 * Rows that may be one transfer beyond doubt agree in this. Whether a row calls itself a reversal
 * is not in it: the money already goes the other way, and half of the formats cannot say it.
 */
export function groupKey(record: Pick<TransferRecord, "from" | "to" | "properties">): string {
  return `${record.from}|${record.to}|${sumKey(record.properties)}`;
}

/** The group of a row that is on its way. */
export function groupOfRow({ from, to, item }: RowRecord): string {
  return `${from}|${to}|${sumKey(item)}`;
}

/**
 * What a group's rows agree in besides the accounts; also a key in the maps candidates.cypher and
 * group-transfers.cypher are given.
 */
export function sumKey({
  amount,
  currency,
}: {
  readonly amount?: unknown;
  readonly currency?: unknown;
}): string {
  return `${amount}|${currency}`;
}

/**
 * A source and whose statement the row is from, as one number. A source may hold the statements of
 * both accounts of a transfer (a sheet an account, MT940 with several messages). Rows of opposite
 * sides in it are two records of one transfer. Two rows with the same number never are.
 */
export function sourceSideOf(sequence: number, ownSide: unknown): number {
  return sequence * 3 + (ownSide === "from" ? 1 : ownSide === "to" ? 2 : 0);
}

/** The accounts, amount and currency of a group, to look its transfers up. */
export function groupOf(key: string): {
  from: string;
  to: string;
  amount: bigint;
  currency: string;
} {
  const parts = key.split("|");
  const [from = "", to = "", amount = "0", currency = ""] = parts;
  return { from, to, amount: BigInt(amount), currency };
}

export function sourceRecordOf(row: TransferRecord, sequence: number): SourceRecord {
  const { properties } = row;
  const bookedAt = Number(properties.bookedAt);
  const ownSide =
    properties.ownSide === "from" || properties.ownSide === "to" ? properties.ownSide : null;
  return {
    ...row,
    sourceId: String(properties.sourceId),
    sequence,
    bookedAt,
    day: dayOf(bookedAt, String(properties.zone)),
    dayOnly: properties.dayOnly === true,
    ownSide,
  };
}

/**
 * What is stored of a transfer: the first record's properties, the others whole beside them. Stored
 * data calls these others `alsoSourceRecords`.
 */
export function storedProperties(records: readonly SourceRecord[]): StoredProperties {
  const [first, ...others] = records;
  if (first === undefined) throw new RangeError("a transfer without a source record");
  if (others.length === 0) return first.properties;
  return {
    ...first.properties,
    alsoSourceIds: others.map((one) => one.sourceId),
    alsoRows: others.map((one) => one.properties.row as bigint),
    alsoSourceRecords: others.map(encodeRecord),
  };
}

/** The records of a stored transfer, as storedProperties put them in. */
export function sourceRecordsOf(
  stored: { from: string; to: string; properties: StoredProperties },
  sequenceOf: (sourceId: string) => number,
): SourceRecord[] {
  const {
    alsoSourceIds: _ids,
    alsoRows: _rows,
    alsoSourceRecords = [],
    ...properties
  } = stored.properties;
  const rows = [
    { from: stored.from, to: stored.to, properties },
    ...(alsoSourceRecords as readonly string[]).map(decodeRow),
  ];
  return rows.map((row) =>
    sourceRecordOf(
      { ...row, id: String(row.properties.id), order: Number(row.properties.order) },
      sequenceOf(String(row.properties.sourceId)),
    ),
  );
}

/**
 * The record that is shown comes first: a row with both account numbers before one with a masked
 * side, that before one with two, then the earliest source.
 */
export function inOrder(records: readonly SourceRecord[]): SourceRecord[] {
  return [...records].sort(
    (left, right) =>
      maskedRank(left) - maskedRank(right) ||
      left.sequence - right.sequence ||
      left.order - right.order,
  );
}

function maskedRank({ from, to }: SourceRecord): number {
  return (isMasked(from) ? 1 : 0) + (isMasked(to) ? 1 : 0);
}

/** One record as text, the same text whatever the order of its properties. */
export function encodeRecord({ from, to, properties }: SourceRecord): string {
  const sorted = Object.entries(properties).sort(([left], [right]) => (left < right ? -1 : 1));
  return encode({ from, to, properties: Object.fromEntries(sorted) });
}

export function decodeRow(text: string): {
  from: string;
  to: string;
  properties: StoredProperties;
} {
  return decode(text) as { from: string; to: string; properties: StoredProperties };
}
