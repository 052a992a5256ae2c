import { assemble, rowIndex, type StoredColumns } from "./assemble.ts";
import type { TransferColumns } from "./columns.ts";
import { sortTies } from "./order.ts";
import { compareTexts, reorderTexts } from "./texts.ts";

/**
 * The same columns with transfers of one instant ordered by what they say (payer, payee, amount,
 * id) instead of by where they stood in a file. What is computed then does not depend on how the
 * data was loaded. Returns the very columns where they are in that order already.
 */
export function canonicalColumns(columns: TransferColumns): TransferColumns {
  const { stored } = columns as TransferColumns & { readonly stored: StoredColumns };
  const order = Int32Array.from({ length: columns.length }, (_, row) => row);
  sortTies(order, columns.bookedAt, (left, right) => {
    const payer = (columns.from[left] as number) - (columns.from[right] as number);
    if (payer !== 0) return payer;
    const payee = (columns.to[left] as number) - (columns.to[right] as number);
    if (payee !== 0) return payee;
    const [a, b] = [columns.amount[left] as bigint, columns.amount[right] as bigint];
    return a < b ? -1 : a > b ? 1 : compareTexts(stored.ids, left, right);
  });
  if (order.every((row, at) => row === at)) return columns;
  const from = stored.from.map((_, at) => stored.from[order[at] as number] as number);
  const to = stored.to.map((_, at) => stored.to[order[at] as number] as number);
  return assemble({
    ...stored,
    from,
    to,
    amount: stored.amount.map((_, at) => stored.amount[order[at] as number] as bigint),
    bookedAt: stored.bookedAt.map((_, at) => stored.bookedAt[order[at] as number] as number),
    currency: stored.currency.map((_, at) => stored.currency[order[at] as number] as number),
    channel: stored.channel.map((_, at) => stored.channel[order[at] as number] as number),
    order: stored.order.map((_, at) => stored.order[order[at] as number] as number),
    ids: reorderTexts(stored.ids, order),
    outgoing: rowIndex(from, columns.accounts.length),
    incoming: rowIndex(to, columns.accounts.length),
  });
}
