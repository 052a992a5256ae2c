import type { TransferColumns } from "../../columns/columns.ts";
import { ascendingOrder } from "../../columns/order.ts";
import { DAY } from "../../time/instant.ts";
import { PARAMETERS } from "../parameters.ts";

/**
 * The transfers between accounts that a run looks at, ordered by what they say (instant, payer,
 * payee, amount, id).
 */
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
   * 1 = settled: a hub, or many partners one way for more than a fortnight each: employers,
   * landlords, businesses.
   */
  readonly settled: Uint8Array;
  /** Relations of payer a: offsets[a] .. offsets[a + 1] - 1. */
  readonly offsets: Int32Array;
}

/**
 * Rows in `since`..`until`, with exits or between accounts only, in the order of the columns
 * (canonical, see columns/canonical.ts).
 */
export function accountRows(
  columns: TransferColumns,
  since: number,
  until: number,
  exits: boolean,
): Int32Array {
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
  return Int32Array.from(kept);
}

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
  return {
    flow: { columns, count, accounts, row: rows, from, to, amount, day, span, start, relation },
    relations,
  };
}

function relationsOf(
  columns: TransferColumns,
  flow: {
    keys: Float64Array;
    relation: Int32Array;
    day: Float64Array;
    amount: Float64Array;
    accounts: number;
  },
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
  const brief = new Uint8Array(count);
  const hub = hubsOf({ from, to, first, count, accounts });
  const settled = settledOf({ from, to, first, last, count, hub });
  const { holder } = columns.accounts;
  for (let index = 0; index < count; index += 1) {
    const [payer, payee] = [from[index] as number, to[index] as number];
    back[index] = find(to, offsets[payee] as number, offsets[payee + 1] as number, payer);
    const oneHolder = holder[payer] !== -1 && holder[payer] === holder[payee];
    const life = (last[index] as number) - (first[index] as number);
    if (back[index] !== -1 || oneHolder || hub[payer] === 1 || hub[payee] === 1) continue;
    stranger[index] = life <= PARAMETERS.strangerDays ? 1 : 0;
    brief[index] = life <= PARAMETERS.briefDays ? 1 : 0;
  }
  return {
    count,
    from,
    to,
    first,
    last,
    transfers,
    amount,
    back,
    stranger,
    brief,
    hub,
    settled,
    offsets,
  };
}

/**
 * What shops, payers and utilities look like is learned from the data: so many different payers (or
 * payees) that the account stands out, met all along. A collector's many senders come within days;
 * a shop's come every week. Hubs: so many partners (parameters) in one direction, new ones in at
 * least half of the weeks, no fortnight with more than half of them.
 */
function hubsOf(relations: {
  from: Int32Array;
  to: Int32Array;
  first: Float64Array;
  count: number;
  accounts: number;
}): Uint8Array {
  const hub = new Uint8Array(relations.accounts);
  const [fewest, most] = PARAMETERS.hubPartners;
  const enough = Math.max(fewest, Math.min(most, relations.accounts / PARAMETERS.hubShare));
  let end = 0;
  for (let index = 0; index < relations.count; index += 1)
    end = Math.max(end, relations.first[index] as number);
  const weeks = Math.floor(end / 7) + 1;
  for (const side of [relations.from, relations.to]) {
    const partners = new Int32Array(relations.accounts);
    for (let index = 0; index < relations.count; index += 1) {
      partners[side[index] as number] = (partners[side[index] as number] as number) + 1;
    }
    const perWeek = new Map<number, Int32Array>();
    for (let index = 0; index < relations.count; index += 1) {
      const account = side[index] as number;
      if ((partners[account] as number) < enough) continue;
      let counts = perWeek.get(account);
      if (!counts) {
        counts = new Int32Array(weeks);
        perWeek.set(account, counts);
      }
      const week = Math.floor((relations.first[index] as number) / 7);
      counts[week] = (counts[week] as number) + 1;
    }
    for (const [account, counts] of perWeek) {
      const busy = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
      let fullest = 0;
      for (let week = 0; week + 1 < weeks; week += 1) {
        fullest = Math.max(fullest, (counts[week] as number) + (counts[week + 1] as number));
      }
      if (weeks >= 4 && busy >= weeks / 2 && fullest <= (partners[account] as number) / 2)
        hub[account] = 1;
    }
  }
  return hub;
}

const LASTING_DAYS = 14;

function settledOf(relations: {
  from: Int32Array;
  to: Int32Array;
  first: Float64Array;
  last: Float64Array;
  count: number;
  hub: Uint8Array;
}): Uint8Array {
  const settled = relations.hub.slice();
  for (const side of [relations.from, relations.to]) {
    const lasting = new Int32Array(settled.length);
    for (let index = 0; index < relations.count; index += 1) {
      if ((relations.last[index] as number) - (relations.first[index] as number) < LASTING_DAYS)
        continue;
      const account = side[index] as number;
      lasting[account] = (lasting[account] as number) + 1;
      if (lasting[account] === PARAMETERS.hubPartners[0]) settled[account] = 1;
    }
  }
  return settled;
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
