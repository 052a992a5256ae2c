import type { TransferColumns } from "../../columns/columns.ts";
import { groupByOwner } from "../../columns/typed-arrays.ts";
import { HOUR } from "../../time/instant.ts";
import { type Context, once } from "./context.ts";

/** Exact sum of rows in the currency of the first of them. */
export function sumOf(
  columns: TransferColumns,
  rows: readonly number[],
): { amount: string; currency: string } {
  const currency = columns.currency[rows[0] ?? 0] ?? 0;
  let sum = 0n;
  for (const row of rows)
    if (columns.currency[row] === currency) sum += columns.amount[row] as bigint;
  return { amount: sum.toString(), currency: columns.currencies[currency] ?? "KZT" };
}

/** Each row once, in time order. */
export function inOrder(rows: readonly number[]): number[] {
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** Hours from the first to the last of rows in time order. */
export function hoursOf(columns: TransferColumns, rows: readonly number[]): number {
  const first = columns.bookedAt[rows[0] ?? 0] ?? 0;
  const last = columns.bookedAt[rows.at(-1) ?? 0] ?? 0;
  return (last - first) / HOUR;
}

/** Rows of an account in the run's time, in time order. */
export function rowsOfAccount(
  columns: TransferColumns,
  account: number,
  time: { readonly since: number; readonly until: number },
): number[] {
  const found: number[] = [];
  for (const index of [columns.outgoing, columns.incoming]) {
    for (const row of index.rows.subarray(index.offsets[account], index.offsets[account + 1])) {
      const when = columns.bookedAt[row]!;
      if (when >= time.since && when < time.until) found.push(row);
    }
  }
  return inOrder(found);
}

const placesByRelation = once(({ flow, relations }) =>
  groupByOwner(flow.relation, flow.count, relations.count),
);

/** Rows of a relation, in time order. */
export function rowsOfRelation(context: Context, relation: number): number[] {
  const { offsets, places } = placesByRelation(context);
  const own = places.subarray(offsets[relation], offsets[relation + 1]);
  return Array.from(own, (place) => context.flow.row[place]!);
}

const lotsByAccount = once(({ ledger, flow }) =>
  groupByOwner(ledger.account, ledger.count, flow.accounts),
);

/** Receipts of an account in the ledger, in time order. */
export function receiptsOfAccount(context: Context, account: number): number[] {
  const { offsets, places } = lotsByAccount(context);
  return [...places.subarray(offsets[account], offsets[account + 1])];
}

/** Rows from one account to another, in time order. */
export function rowsBetween(columns: TransferColumns, from: number, to: number): number[] {
  const { outgoing, incoming } = columns;
  const paid = outgoing.rows.subarray(outgoing.offsets[from], outgoing.offsets[from + 1]);
  const received = incoming.rows.subarray(incoming.offsets[to], incoming.offsets[to + 1]);
  const found: number[] = [];
  // One of the two may be an employer or a shop with a million rows; the other seldom is.
  if (paid.length <= received.length) {
    for (const row of paid) if (columns.to[row] === to) found.push(row);
  } else {
    for (const row of received) if (columns.from[row] === from) found.push(row);
  }
  return found;
}
