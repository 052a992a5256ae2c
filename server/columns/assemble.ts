import { createHash } from "node:crypto";
import {
  type AccountColumns,
  CHANNELS,
  EXIT_KINDS,
  HOLDER_KINDS,
  type RowIndex,
  type TransferColumns,
} from "./columns.ts";
import { sortTies } from "./order.ts";
import { compareTexts, type PackedTexts, textAt, textFinder } from "./texts.ts";

/** Everything of TransferColumns that is stored; the rest follows from it. */
export interface StoredColumns
  extends Omit<TransferColumns, "accounts" | "length" | "idOf" | "rowOfId"> {
  readonly ids: PackedTexts;
  readonly accounts: Omit<AccountColumns, "indexOf" | "length">;
}

export function assemble(
  stored: StoredColumns,
): TransferColumns & { readonly stored: StoredColumns } {
  const { ids, accounts, ...columns } = stored;
  const rowOfId = textFinder(ids);
  let positions: Map<string, number> | undefined;
  return {
    ...columns,
    stored,
    length: columns.from.length,
    idOf: (row) => textAt(ids, row),
    rowOfId,
    accounts: {
      ...accounts,
      length: accounts.numbers.length,
      indexOf: (number) => {
        positions ??= new Map(accounts.numbers.map((text, index) => [text, index]));
        return positions.get(number);
      },
    },
  };
}

/** Rows by account in row order: counting sort. */
export function rowIndex(ends: Int32Array, accounts: number): RowIndex {
  const offsets = new Int32Array(accounts + 1);
  for (const account of ends) offsets[account + 1] = (offsets[account + 1] as number) + 1;
  for (let account = 0; account < accounts; account += 1) {
    offsets[account + 1] = (offsets[account + 1] as number) + (offsets[account] as number);
  }
  const rows = new Int32Array(ends.length);
  const next = offsets.slice();
  for (let row = 0; row < ends.length; row += 1) {
    const account = ends[row] as number;
    rows[next[account] as number] = row;
    next[account] = (next[account] as number) + 1;
  }
  return { offsets, rows };
}

/**
 * sha256 over what the transfers and accounts say, rows in the order of instant and id. A row's
 * position in its file is left out, so that the same data gives the same fingerprint however it was
 * ordered and loaded.
 */
export function fingerprintOf(
  stored: Omit<StoredColumns, "fingerprint" | "outgoing" | "incoming">,
): string {
  const count = stored.from.length;
  const order = Int32Array.from({ length: count }, (_, row) => row);
  sortTies(order, stored.bookedAt, (left, right) => compareTexts(stored.ids, left, right));
  const hash = createHash("sha256");
  const { accounts } = stored;
  hash.update(JSON.stringify([CHANNELS, EXIT_KINDS, HOLDER_KINDS, stored.currencies, count]));
  hash.update(
    JSON.stringify([
      accounts.numbers,
      accounts.holderKeys,
      accounts.bank,
      accounts.phone,
      accounts.device,
    ]),
  );
  for (const array of [accounts.holder, accounts.exitKind, accounts.holderKind, accounts.openedAt])
    hash.update(array);
  const chunk = 65_536;
  const numbers = new Float64Array(chunk * 5);
  const amounts = new BigInt64Array(chunk);
  for (let start = 0; start < count; start += chunk) {
    const end = Math.min(start + chunk, count);
    for (let at = start; at < end; at += 1) {
      const row = order[at] as number;
      const place = (at - start) * 5;
      numbers[place] = stored.from[row] as number;
      numbers[place + 1] = stored.to[row] as number;
      numbers[place + 2] = stored.bookedAt[row] as number;
      numbers[place + 3] = stored.currency[row] as number;
      numbers[place + 4] = stored.channel[row] as number;
      amounts[at - start] = stored.amount[row] as bigint;
      const id = stored.ids;
      hash.update(id.bytes.subarray(id.offsets[row] as number, id.offsets[row + 1] as number));
    }
    hash.update(numbers.subarray(0, (end - start) * 5)).update(amounts.subarray(0, end - start));
  }
  return hash.digest("hex");
}
