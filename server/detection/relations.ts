import type { TransferColumns } from "../columns/columns.ts";
import { ascendingOrder, sortTies } from "../columns/order.ts";
import { DAY } from "../time/instant.ts";
import { PARAMETERS } from "./parameters.ts";

/** The transfers between accounts that a run looks at, ordered by what they say (instant, payer, payee, amount, id). */
export interface Flow {
  readonly columns: TransferColumns;
  readonly count: number;
  readonly accounts: number;
  /** Row in the columns. */
  readonly row: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Minor units as a number: for ratios and thresholds, never added up for a person to read. */
  readonly amount: Float64Array;
  /** Days since the first transfer. */
  readonly day: Float64Array;
  /** Days from the first to the last transfer, at least one. */
  readonly span: number;
  /** Instant of day zero. */
  readonly start: number;
  readonly relation: Int32Array;
}

/** Ordered pairs payer to payee, sorted by payer, then payee: relations of one payer lie side by side. */
export interface Relations {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly transfers: Int32Array;
  /** Minor units, all transfers of the relation. */
  readonly amount: Float64Array;
  /** Index of the way back, -1 where money never went back. */
  readonly back: Int32Array;
  /** 1 = stranger: never the other way, life of at most a day, not of one holder. */
  readonly stranger: Uint8Array;
  /** Relations of payer a: offsets[a] .. offsets[a + 1] - 1. */
  readonly offsets: Int32Array;
}

/** Rows in `since`..`until` whose both ends are accounts (exits apart), in an order that does not depend on how they were loaded. */
export function accountRows(columns: TransferColumns, since: number, until: number, exits: boolean): Int32Array {
  const kept: number[] = [];
  const { exitKind } = columns.accounts;
  for (let row = 0; row < columns.length; row += 1) {
    const at = columns.bookedAt[row] as number;
    if (at < since || at >= until) continue;
    const [from, to] = [columns.from[row] as number, columns.to[row] as number];
    if (from === to || columns.amount[row] === 0n) continue;
    if (!exits && (exitKind[from] !== 0 || exitKind[to] !== 0)) continue;
    kept.push(row);
  }
  const rows = Int32Array.from(kept);
  sortTies(rows, columns.bookedAt, (left, right) => {
    const payer = (columns.from[left] as number) - (columns.from[right] as number);
    if (payer !== 0) return payer;
    const payee = (columns.to[left] as number) - (columns.to[right] as number);
    if (payee !== 0) return payee;
    const amount = (columns.amount[left] as bigint) - (columns.amount[right] as bigint);
    if (amount !== 0n) return amount < 0n ? -1 : 1;
    return columns.idOf(left) < columns.idOf(right) ? -1 : 1;
  });
  return rows;
}

export function flowOf(columns: TransferColumns, rows: Int32Array): { flow: Flow; relations: Relations } {
  const count = rows.length;
  const accounts = columns.accounts.length;
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const amount = new Float64Array(count);
  const day = new Float64Array(count);
  const keys = new Float64Array(count);
  const start = count > 0 ? (columns.bookedAt[rows[0] as number] as number) : 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    from[at] = columns.from[row] as number;
    to[at] = columns.to[row] as number;
    amount[at] = Number(columns.amount[row]);
    day[at] = ((columns.bookedAt[row] as number) - start) / DAY;
    keys[at] = (from[at] as number) * accounts + (to[at] as number);
  }
  const span = Math.max(1, day[count - 1] ?? 0);
  const relation = new Int32Array(count);
  const relations = relationsOf(columns, { keys, relation, day, amount, accounts });
  return { flow: { columns, count, accounts, row: rows, from, to, amount, day, span, start, relation }, relations };
}

function relationsOf(
  columns: TransferColumns,
  flow: { keys: Float64Array; relation: Int32Array; day: Float64Array; amount: Float64Array; accounts: number },
): Relations {
  const { keys, accounts } = flow;
  const order = ascendingOrder(keys);
  let count = 0;
  for (let at = 0; at < order.length; at += 1) {
    if (at === 0 || keys[order[at] as number] !== keys[order[at - 1] as number]) count += 1;
    flow.relation[order[at] as number] = count - 1;
  }
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const first = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(count);
  const transfers = new Int32Array(count);
  const amount = new Float64Array(count);
  const offsets = new Int32Array(accounts + 1);
  for (let at = 0; at < keys.length; at += 1) {
    const index = flow.relation[at] as number;
    if (transfers[index] === 0) {
      const key = keys[at] as number;
      const payer = Math.floor(key / accounts);
      from[index] = payer;
      to[index] = key - payer * accounts;
      first[index] = flow.day[at] as number;
      offsets[payer + 1] = (offsets[payer + 1] as number) + 1;
    }
    last[index] = flow.day[at] as number;
    transfers[index] = (transfers[index] as number) + 1;
    amount[index] = (amount[index] as number) + (flow.amount[at] as number);
  }
  for (let account = 0; account < accounts; account += 1) {
    offsets[account + 1] = (offsets[account + 1] as number) + (offsets[account] as number);
  }
  const back = new Int32Array(count);
  const stranger = new Uint8Array(count);
  const { holder } = columns.accounts;
  for (let index = 0; index < count; index += 1) {
    const [payer, payee] = [from[index] as number, to[index] as number];
    back[index] = find(to, offsets[payee] as number, offsets[payee + 1] as number, payer);
    const oneHolder = holder[payer] !== -1 && holder[payer] === holder[payee];
    const life = (last[index] as number) - (first[index] as number);
    stranger[index] = back[index] === -1 && life <= PARAMETERS.strangerDays && !oneHolder ? 1 : 0;
  }
  return { count, from, to, first, last, transfers, amount, back, stranger, offsets };
}

/** Index of `wanted` in the ascending values[low..high-1], or -1. */
function find(values: Int32Array, low: number, high: number, wanted: number): number {
  let [bottom, top] = [low, high];
  while (bottom < top) {
    const middle = (bottom + top) >> 1;
    if ((values[middle] as number) < wanted) bottom = middle + 1;
    else top = middle;
  }
  return bottom < high && values[bottom] === wanted ? bottom : -1;
}
