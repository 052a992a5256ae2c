import type { TransferColumns } from "../../columns/columns.ts";
import { ascendingOrder } from "../../columns/order.ts";
import { firstNotBelow, toOffsets } from "../../columns/typed-arrays.ts";
import { DAY } from "../../time/instant.ts";
import { PARAMETERS } from "../parameters.ts";
import type { Flow } from "./flow.ts";
import { establishedAccounts, hubsOf } from "./hubs.ts";

/**
 * Ordered pairs payer to payee, sorted by payer, then payee: relations of one payer lie side by
 * side.
 */
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
  /**
   * 1 = stranger: never the other way, life of at most a day, not of one holder, neither end a hub.
   */
  readonly stranger: Uint8Array;
  /** 1 = brief: as a stranger, but of a week: droppers use each other for days, then never more. */
  readonly brief: Uint8Array;
  /** 1 = hub: an account that deals with many all the time, as shops, payers and utilities do. */
  readonly hub: Uint8Array;
  /**
   * 1 = established: a hub, or many partners one way for more than a fortnight each: employers,
   * landlords, businesses.
   */
  readonly established: Uint8Array;
  /** Relations of payer a: offsets[a] .. offsets[a + 1] - 1. */
  readonly offsets: Int32Array;
}

/** `rows`: between accounts, in time order. */
export function flowOf(
  columns: TransferColumns,
  rows: Int32Array,
): { flow: Flow; relations: Relations } {
  const count = rows.length;
  const accounts = columns.accounts.length;
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const amount = new Float64Array(count);
  const day = new Float64Array(count);
  const start = count > 0 ? columns.bookedAt[rows[0]!]! : 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at]!;
    from[at] = columns.from[row]!;
    to[at] = columns.to[row]!;
    amount[at] = Number(columns.amount[row]);
    day[at] = (columns.bookedAt[row]! - start) / DAY;
  }
  const span = Math.max(1, day[count - 1] ?? 0);
  const pairs = orderedPairs(from, to, accounts);
  const { relation } = pairs;
  const flow = {
    columns,
    count,
    accounts,
    row: rows,
    from,
    to,
    amount,
    day,
    span,
    start,
    relation,
  };
  return { flow, relations: relationsOf(flow, pairs.count) };
}

/** Numbers the pairs payer to payee, in the order of payers and then payees. */
function orderedPairs(from: Int32Array, to: Int32Array, accounts: number) {
  const keys = new Float64Array(from.length);
  for (let at = 0; at < keys.length; at += 1) keys[at] = from[at]! * accounts + to[at]!;
  const order = ascendingOrder(keys);
  const relation = new Int32Array(from.length);
  let count = 0;
  for (let at = 0; at < order.length; at += 1) {
    if (at === 0 || keys[order[at]!] !== keys[order[at - 1]!]) count += 1;
    relation[order[at]!] = count - 1;
  }
  return { relation, count };
}

function relationsOf(flow: Flow, count: number): Relations {
  const { accounts } = flow;
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const first = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(count);
  const transfers = new Int32Array(count);
  const amount = new Float64Array(count);
  const offsets = new Int32Array(accounts + 1);
  for (let at = 0; at < flow.count; at += 1) {
    const index = flow.relation[at]!;
    if (transfers[index] === 0) {
      from[index] = flow.from[at]!;
      to[index] = flow.to[at]!;
      first[index] = flow.day[at]!;
      offsets[flow.from[at]! + 1]! += 1;
    }
    last[index] = flow.day[at]!;
    transfers[index]! += 1;
    amount[index]! += flow.amount[at]!;
  }
  toOffsets(offsets);
  const pairs = { count, accounts, from, to, first, last, transfers, amount, offsets };
  const hub = hubsOf(pairs);
  const established = establishedAccounts(pairs, hub);
  return { ...pairs, ...kindsOf(flow.columns, pairs, hub), hub, established };
}

/** The way back of each relation, and whether it is brief or a stranger's. */
function kindsOf(
  columns: TransferColumns,
  pairs: Pick<Relations, "count" | "from" | "to" | "first" | "last" | "offsets">,
  hub: Uint8Array,
): Pick<Relations, "back" | "stranger" | "brief"> {
  const { count, from, to, first, last, offsets } = pairs;
  const back = new Int32Array(count);
  const stranger = new Uint8Array(count);
  const brief = new Uint8Array(count);
  const { holder } = columns.accounts;
  for (let index = 0; index < count; index += 1) {
    const [payer, payee] = [from[index]!, to[index]!];
    const end = offsets[payee + 1]!;
    const place = firstNotBelow(to, payer, offsets[payee]!, end);
    back[index] = place < end && to[place] === payer ? place : -1;
    const oneHolder = holder[payer] !== -1 && holder[payer] === holder[payee];
    const life = last[index]! - first[index]!;
    if (back[index] !== -1 || oneHolder || hub[payer] === 1 || hub[payee] === 1) continue;
    stranger[index] = life <= PARAMETERS.strangerDays ? 1 : 0;
    brief[index] = life <= PARAMETERS.briefDays ? 1 : 0;
  }
  return { back, stranger, brief };
}
