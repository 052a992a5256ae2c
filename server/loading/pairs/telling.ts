import { isMasked } from "../writing/numbers.ts";
import { dayOf, type Property, type TransferRow } from "../writing/transfer-row.ts";

/** One row of one source about one transfer. Several sources may tell of the same transfer. */
export interface Telling extends TransferRow {
  readonly sourceId: string;
  /**
   * The source's place in the order of loading: the earliest telling is what is shown of a
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

/** Which row this is, in every load of the same file. */
export function tellingKey(telling: Pick<Telling, "sourceId" | "order">): string {
  return `${telling.sourceId}#${telling.order}`;
}

/**
 * Rows that may be one transfer beyond doubt agree in this. Whether a row calls itself a reversal
 * is not in it: the money already goes the other way, and half of the formats cannot say it.
 */
export function groupKey(row: Pick<TransferRow, "from" | "to" | "properties">): string {
  return `${row.from}|${row.to}|${sumKey(row.properties)}`;
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
 * Who tells, as a number: a source may hold the statements of both accounts of a transfer (a sheet
 * an account, MT940 with several messages), and rows of opposite sides in it are two tellings of
 * one transfer. Rows of one teller never tell of the same transfer.
 */
export function tellerOf(sequence: number, ownSide: unknown): number {
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

export function tellingOf(row: TransferRow, sequence: number): Telling {
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

/** What is stored of a transfer: the first telling's properties, the others beside them, whole. */
export function storedProperties(tellings: readonly Telling[]): StoredProperties {
  const [first, ...others] = tellings;
  if (first === undefined) throw new RangeError("a transfer without a telling");
  if (others.length === 0) return first.properties;
  return {
    ...first.properties,
    alsoSourceIds: others.map((one) => one.sourceId),
    alsoRows: others.map((one) => one.properties.row as bigint),
    alsoTellings: others.map(encodeTelling),
  };
}

/** The tellings of a stored transfer, as storedProperties put them in. */
export function tellingsOf(
  stored: { from: string; to: string; properties: StoredProperties },
  sequenceOf: (sourceId: string) => number,
): Telling[] {
  const {
    alsoSourceIds: _ids,
    alsoRows: _rows,
    alsoTellings = [],
    ...properties
  } = stored.properties;
  const rows = [
    { from: stored.from, to: stored.to, properties },
    ...(alsoTellings as readonly string[]).map(decodeRow),
  ];
  return rows.map((row) =>
    tellingOf(
      { ...row, id: String(row.properties.id), order: Number(row.properties.order) },
      sequenceOf(String(row.properties.sourceId)),
    ),
  );
}

/**
 * The telling that is shown comes first: a row with both account numbers before a masked one, then
 * the earliest source.
 */
export function inOrder(tellings: readonly Telling[]): Telling[] {
  return [...tellings].sort(
    (left, right) =>
      maskedRank(left) - maskedRank(right) ||
      left.sequence - right.sequence ||
      left.order - right.order,
  );
}

function maskedRank({ from, to }: Telling): number {
  return isMasked(from) || isMasked(to) ? 1 : 0;
}

/** One telling as text, the same text whatever the order of its properties. */
export function encodeTelling({ from, to, properties }: Telling): string {
  const sorted = Object.entries(properties).sort(([left], [right]) => (left < right ? -1 : 1));
  return encode({ from, to, properties: Object.fromEntries(sorted) });
}

/** JSON that keeps 64-bit integers. */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_name, item) =>
    typeof item === "bigint" ? { $integer: item.toString() } : item,
  );
}

export function decode(text: string): unknown {
  return JSON.parse(text, (_name, item) =>
    typeof item === "object" && item !== null && "$integer" in item ? BigInt(item.$integer) : item,
  );
}

export function decodeRow(text: string): {
  from: string;
  to: string;
  properties: StoredProperties;
} {
  return decode(text) as { from: string; to: string; properties: StoredProperties };
}
