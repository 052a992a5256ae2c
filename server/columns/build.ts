import { assemble, fingerprintOf, rowIndex } from "./assemble.ts";
import {
  CHANNELS,
  type Channel,
  EXIT_KINDS,
  type ExitKind,
  HOLDER_KINDS,
  type HolderKind,
  type TransferColumns,
} from "./columns.ts";
import { ascendingOrder, sortTies } from "./order.ts";
import { compareTexts, reorderTexts, textPacker } from "./texts.ts";

export interface AccountRecord {
  readonly number: string;
  readonly bank?: string | null;
  readonly holderKey?: string | null;
  readonly holderKind?: HolderKind;
  readonly exitKind?: ExitKind | null;
  /** UTC milliseconds. */
  readonly openedAt?: number | null;
  readonly phone?: string | null;
  readonly device?: string | null;
}

export interface TransferRecord {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly currency?: string;
  /** UTC milliseconds. */
  readonly bookedAt: number;
  readonly channel?: Channel;
  /** Position in the source. */
  readonly order?: number;
}

export interface ColumnsBuilder {
  /** Returns the account's place, by which `row` names it. */
  account(record: AccountRecord): number;
  transfer(record: TransferRecord): void;
  /** A transfer between two places, without an object of its own: for millions of them. */
  row(
    from: number,
    to: number,
    id: string,
    amount: bigint,
    currency: string,
    bookedAt: number,
    channel: string,
    order: number,
  ): void;
  finish(): TransferColumns;
}

/**
 * Takes records one by one, so that millions never exist as objects at once. An account told twice
 * keeps the last source record.
 */
export function columnsBuilder(): ColumnsBuilder {
  const accounts: (AccountRecord | undefined)[] = [];
  const positions = new Map<string, number>();
  const currencies = new Map<string, number>();
  const ids = textPacker();
  let room = 1 << 12;
  let count = 0;
  let from = new Int32Array(room);
  let to = new Int32Array(room);
  let amount = new BigInt64Array(room);
  let bookedAt = new Float64Array(room);
  let currency = new Uint8Array(room);
  let channel = new Uint8Array(room);
  let order = new Float64Array(room);
  const grow = () => {
    room *= 2;
    from = grown(from, new Int32Array(room));
    to = grown(to, new Int32Array(room));
    const amounts = new BigInt64Array(room);
    amounts.set(amount);
    amount = amounts;
    bookedAt = grown(bookedAt, new Float64Array(room));
    currency = grown(currency, new Uint8Array(room));
    channel = grown(channel, new Uint8Array(room));
    order = grown(order, new Float64Array(room));
  };
  const row: ColumnsBuilder["row"] = (payer, payee, id, minorUnits, money, instant, way, place) => {
    if (count === room) grow();
    from[count] = payer;
    to[count] = payee;
    amount[count] = minorUnits;
    bookedAt[count] = instant;
    currency[count] = numbered(currencies, money);
    channel[count] = CHANNEL_AT.get(way) ?? 0;
    order[count] = place;
    ids.push(id);
    count += 1;
  };
  return {
    account: (record) => {
      const place = numbered(positions, record.number);
      accounts[place] = record;
      return place;
    },
    transfer: ({ from, to, id, amount, currency, bookedAt, channel, order }) =>
      row(
        numbered(positions, from),
        numbered(positions, to),
        id,
        amount,
        currency ?? "KZT",
        bookedAt,
        channel ?? "transfer",
        order ?? count,
      ),
    row,
    finish: () => {
      const numbers = [...positions.keys()].sort(byCodePoint);
      const rankOf = new Int32Array(numbers.length);
      numbers.forEach((number, rank) => {
        rankOf[positions.get(number) as number] = rank;
      });
      const currencyNames = [...currencies.keys()].sort(byCodePoint);
      const currencyRank = [...currencies.keys()].map((name) => currencyNames.indexOf(name));
      const packed = ids.finish();
      const rows = ascendingOrder(bookedAt.subarray(0, count));
      sortTies(
        rows,
        bookedAt,
        (left, right) =>
          (order[left] as number) - (order[right] as number) || compareTexts(packed, left, right),
      );
      const content = {
        from: new Int32Array(count),
        to: new Int32Array(count),
        amount: new BigInt64Array(count),
        bookedAt: new Float64Array(count),
        currency: new Uint8Array(count),
        channel: new Uint8Array(count),
        order: new Float64Array(count),
        ids: reorderTexts(packed, rows),
        currencies: currencyNames,
        accounts: accountColumns(
          numbers,
          numbers.map((number) => accounts[positions.get(number) as number]),
        ),
      };
      for (let at = 0; at < count; at += 1) {
        const row = rows[at] as number;
        content.from[at] = rankOf[from[row] as number] as number;
        content.to[at] = rankOf[to[row] as number] as number;
        content.amount[at] = amount[row] as bigint;
        content.bookedAt[at] = bookedAt[row] as number;
        content.currency[at] = currencyRank[currency[row] as number] as number;
        content.channel[at] = channel[row] as number;
        content.order[at] = order[row] as number;
      }
      return assemble({
        ...content,
        outgoing: rowIndex(content.from, numbers.length),
        incoming: rowIndex(content.to, numbers.length),
        fingerprint: fingerprintOf(content),
      });
    },
  };
}

const CHANNEL_AT: ReadonlyMap<string, number> = new Map(
  CHANNELS.map((channel, at) => [channel, at]),
);

/** `known`: what was told of each number, in the same order. */
function accountColumns(numbers: readonly string[], known: readonly (AccountRecord | undefined)[]) {
  const holderKeys = [...new Set(known.map((record) => record?.holderKey ?? ""))].filter(
    (key) => key !== "",
  );
  holderKeys.sort(byCodePoint);
  const holderAt = new Map(holderKeys.map((key, index) => [key, index]));
  return {
    numbers,
    holderKeys,
    holder: Int32Array.from(known, (record) => holderAt.get(record?.holderKey ?? "") ?? -1),
    exitKind: Uint8Array.from(known, (record) =>
      record?.exitKind ? EXIT_KINDS.indexOf(record.exitKind) + 1 : 0,
    ),
    holderKind: Uint8Array.from(known, (record) =>
      Math.max(HOLDER_KINDS.indexOf(record?.holderKind ?? "unknown"), 0),
    ),
    openedAt: Float64Array.from(known, (record) => record?.openedAt ?? Number.NaN),
    bank: known.map((record) => record?.bank ?? ""),
    phone: known.map((record) => record?.phone ?? ""),
    device: known.map((record) => record?.device ?? ""),
  };
}

/** By code unit, the same on every machine and in every language. */
function byCodePoint(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function numbered(positions: Map<string, number>, text: string): number {
  const known = positions.get(text);
  if (known !== undefined) return known;
  positions.set(text, positions.size);
  return positions.size - 1;
}

function grown<Column extends Int32Array | Float64Array | Uint8Array>(
  column: Column,
  larger: Column,
): Column {
  larger.set(column);
  return larger;
}
