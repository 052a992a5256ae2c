import { ORGANISATION, type TransferColumns } from "../../columns/columns.ts";
import { floatsOf } from "../../columns/typed-arrays.ts";
import { DAY, HOUR } from "../../time/instant.ts";
import type { Flow } from "../network/flow.ts";
import { atLeast, calibrate, type Peers } from "../network/peer-groups.ts";
import type { Relations } from "../network/relations.ts";
import { CONSTANTS, PARAMETERS, WEEK_DAYS } from "../parameters.ts";
import { addAll, once, raise } from "./context.ts";
import { inOrder, sumOf } from "./explained-rows.ts";
import { type AccountLists, bestWithoutOverlap, candidatesOf } from "./forwarding-candidates.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Forwarded money: what occasional counterparties paid in leaves again within three days, to
 * occasional counterparties or out of the accounts, in like sum. One occasion = some receipts in a
 * row and the payments after them that add up to 82–100 % of these. Its points are how rarely the
 * account pays so often in so short a time (Poisson, its own rate drawn towards its peers'), and
 * how rarely an unrelated payment has so like a sum. A point is taken off for having searched. How
 * many occasions are chance is measured on the same data with every account's payments moved by
 * whole weeks. That keeps rates, sums, hours and weekdays and destroys only "because". Each
 * occasion counts by the share that chance does not explain. After MonLAD (fan-in and fan-out while
 * the balance returns) and FaSTMAN (the next transfer it can have paid for).
 */
export interface Forwarding {
  readonly account: number;
  /** Rows of the columns, in time order. */
  readonly received: readonly number[];
  readonly paid: readonly number[];
  readonly points: number;
  /** Paid of received, 0.82..1.005. */
  readonly share: number;
  /** From the last receipt to the last payment. */
  readonly waited: number;
}

export interface Forwardings {
  readonly points: Float64Array;
  readonly of: (account: number) => readonly Forwarding[];
  readonly all: readonly Forwarding[];
  /** The occasion a row was a receipt of. */
  readonly byReceived: ReadonlyMap<number, Forwarding>;
  /**
   * By row: 1 where more than half of the payments of its relation were forwarded, as receipts or
   * as pieces: no more than that is between the two.
   */
  readonly exclusive: Uint8Array;
}

export const forwardingsOf = once((context): Forwardings => {
  const { columns, all, flow, relations, peers } = context;
  const occasional = occasionalRows(columns, flow, relations);
  const { exitKind } = columns.accounts;
  const receipts = listsOf(columns, all, columns.to, (row) => occasional[row] === 1);
  const payments = listsOf(
    columns,
    all,
    columns.from,
    (row) => occasional[row] === 1 || exitKind[columns.to[row]!] !== 0,
  );
  const found = occasions(flow, relations, peers, receipts, payments);
  const chance = occasions(flow, relations, peers, receipts, movedByWeeks(payments, flow));
  const share = shareBeyondChance(found, chance);
  const weighed = found
    .map((one) => ({ ...one, points: one.points * share(one.points) }))
    .filter((one) => one.points > 0);
  const points = new Float64Array(flow.accounts);
  const byAccount = new Map<number, Forwarding[]>();
  const byReceived = new Map<number, Forwarding>();
  for (const one of weighed) {
    points[one.account]! += one.points;
    const own = byAccount.get(one.account);
    if (own) own.push(one);
    else byAccount.set(one.account, [one]);
    for (const row of one.received) byReceived.set(row, one);
  }
  // A firm forwards money as a matter of course: only what its peers do not reach too says
  // something.
  const firms = calibrate(points, peers);
  for (const account of peers.active) {
    if (columns.accounts.holderKind[account] === ORGANISATION) points[account] = firms[account]!;
  }
  const exclusive = exclusiveRows(columns, flow, relations, weighed);
  return {
    points,
    of: (account) => byAccount.get(account) ?? [],
    all: weighed,
    byReceived,
    exclusive,
  };
});

/**
 * Whom an account also pays when nothing came in is an acquaintance: it happens to be paid in those
 * days.
 */
function exclusiveRows(
  columns: TransferColumns,
  flow: Flow,
  relations: Relations,
  occasions: readonly Forwarding[],
): Uint8Array {
  const part = new Uint8Array(columns.length);
  for (const one of occasions) {
    for (const row of one.received) part[row] = 1;
    for (const row of one.paid) part[row] = 1;
  }
  const balance = new Int32Array(relations.count);
  for (let at = 0; at < flow.count; at += 1) {
    const relation = flow.relation[at]!;
    balance[relation]! += part[flow.row[at]!] === 1 ? 1 : -1;
  }
  for (let at = 0; at < flow.count; at += 1) {
    if (balance[flow.relation[at]!]! <= 0) part[flow.row[at]!] = 0;
  }
  return part;
}

/**
 * Rows between accounts that deal with each other occasionally. They never deal the other way, are
 * not of one holder and no hub, and met on at most three occasions more than five days apart.
 * Droppers are used in waves; friends and customers come again.
 */
function occasionalRows(columns: TransferColumns, flow: Flow, relations: Relations): Uint8Array {
  const times = new Uint16Array(relations.count);
  const last = new Float64Array(relations.count).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < flow.count; at += 1) {
    const relation = flow.relation[at]!;
    const day = flow.day[at]!;
    if (
      day - last[relation]! > PARAMETERS.passingGapDays &&
      times[relation]! < CONSTANTS.forwarding.mostOccasions
    )
      times[relation]! += 1;
    last[relation] = day;
  }
  const { holder } = columns.accounts;
  const occasional = new Uint8Array(columns.length);
  for (let at = 0; at < flow.count; at += 1) {
    const relation = flow.relation[at]!;
    const [payer, payee] = [flow.from[at]!, flow.to[at]!];
    if (relations.hub[payer] === 1 || relations.hub[payee] === 1 || relations.back[relation] !== -1)
      continue;
    if (holder[payer] !== -1 && holder[payer] === holder[payee]) continue;
    if (times[relation]! <= PARAMETERS.passingTimes) occasional[flow.row[at]!] = 1;
  }
  return occasional;
}

function listsOf(
  columns: TransferColumns,
  all: Int32Array,
  side: Int32Array,
  isWanted: (row: number) => boolean,
): AccountLists {
  const offsets = new Int32Array(columns.accounts.length + 1);
  const { exitKind } = columns.accounts;
  const wanted = all.filter((row) => exitKind[side[row]!] === 0 && isWanted(row));
  for (const row of wanted) offsets[side[row]! + 1]! += 1;
  for (let at = 0; at + 1 < offsets.length; at += 1) offsets[at + 1]! += offsets[at]!;
  const next = offsets.slice();
  const row = new Int32Array(wanted.length);
  for (const one of wanted) {
    const account = side[one]!;
    row[next[account]!] = one;
    next[account]! += 1;
  }
  return {
    offsets,
    row,
    amount: floatsOf(row.length, (at) => Number(columns.amount[row[at]!])),
    at: floatsOf(row.length, (at) => columns.bookedAt[row[at]!]!),
  };
}

/** The same payments half of the period later, in whole weeks, the end wrapped to the beginning. */
function movedByWeeks(payments: AccountLists, flow: Flow): AccountLists {
  const week = WEEK_DAYS * DAY;
  const whole = Math.floor(flow.span / WEEK_DAYS) * week;
  const move = Math.floor(flow.span / (2 * WEEK_DAYS)) * week;
  const moved = {
    offsets: payments.offsets,
    row: payments.row.slice(),
    amount: payments.amount.slice(),
    at: payments.at.slice(),
  };
  if (whole === 0) return moved;
  const times = floatsOf(payments.row.length, (place) => {
    const since = payments.at[place]! - flow.start;
    return flow.start + (since < whole ? (since + move) % whole : since);
  });
  for (let account = 0; account + 1 < payments.offsets.length; account += 1) {
    const [from, to] = [payments.offsets[account]!, payments.offsets[account + 1]!];
    const order: number[] = [];
    for (let place = from; place < to; place += 1) order.push(place);
    order.sort((a, b) => times[a]! - times[b]! || a - b);
    for (const [index, place] of order.entries()) {
      moved.at[from + index] = times[place]!;
      moved.row[from + index] = payments.row[place]!;
      moved.amount[from + index] = payments.amount[place]!;
    }
  }
  return moved;
}

function occasions(
  flow: Flow,
  relations: Relations,
  peers: Peers,
  receipts: AccountLists,
  payments: AccountLists,
): Forwarding[] {
  const usual = payments.row.length / Math.max(1, peers.active.length) / flow.span;
  const found: Forwarding[] = [];
  for (const account of peers.active) {
    if (relations.established[account] === 1) continue;
    const candidates = candidatesOf(account, flow, receipts, payments, usual);
    for (const one of bestWithoutOverlap(
      candidates,
      receipts.offsets[account]!,
      receipts.offsets[account + 1]!,
    )) {
      found.push({
        account,
        received: [...receipts.row.subarray(one.firstReceipt, one.lastReceipt + 1)],
        paid: [...payments.row.subarray(one.firstPayment, one.lastPayment + 1)],
        points: one.points,
        share: one.share,
        waited: one.waited,
      });
    }
  }
  return found;
}

/**
 * Of occasions with at least so many points, the share that the moved payments do not show too,
 * squared: what is half chance counts a quarter.
 */
function shareBeyondChance(
  found: readonly Forwarding[],
  chance: readonly Forwarding[],
): (points: number) => number {
  const sorted = (list: readonly Forwarding[]) =>
    floatsOf(list.length, (at) => (list[at] as Forwarding).points).sort();
  const [seen, expected] = [sorted(found), sorted(chance)];
  return (points) =>
    Math.max(0, 1 - (atLeast(expected, points) + 1) / (atLeast(seen, points) + 1)) **
    CONSTANTS.forwarding.beyondChancePower;
}

export const forwarding: Indicator = {
  family: "hand-on",
  parameters: {
    ...CONSTANTS.forwarding,
    days: PARAMETERS.handOnDays,
    pieces: PARAMETERS.handOnPieces,
    spanDays: PARAMETERS.handOnSpanDays,
    share: PARAMETERS.handOnShare,
    priorDays: PARAMETERS.handOnPriorDays,
    occasionalTimes: PARAMETERS.passingTimes,
    occasionalGapDays: PARAMETERS.passingGapDays,
  },
  points: (context) => forwardingsOf(context).points,
  explain: (context, account) => {
    const { columns } = context;
    const occasions = forwardingsOf(context).of(account);
    if (occasions.length === 0) return undefined;
    const receipts = occasions.flatMap((one) => one.received);
    const waits = occasions.map((one) => one.waited).sort((a, b) => a - b);
    const total = (rows: readonly number[]) =>
      rows.reduce((sum, row) => sum + (columns.amount[row] as bigint), 0n);
    const [came, left] = [total(receipts), total(occasions.flatMap((one) => one.paid))];
    return {
      code: "forwarded",
      params: {
        times: occasions.length,
        receipts: receipts.length,
        payments: occasions.flatMap((one) => one.paid).length,
        hours: (waits[Math.floor(waits.length / 2)] as number) / HOUR,
        percent: Number((left * 100n) / came),
        ...sumOf(columns, receipts),
      },
      rows: inOrder(occasions.flatMap((one) => [...one.received, ...one.paid])),
    };
  },
  carry: (context, into) => {
    const { all, exclusive } = forwardingsOf(context);
    const carried = new Float64Array(into.length);
    for (const one of all) {
      for (const row of [...one.received, ...one.paid]) {
        const relation = context.relationOfRow[row]!;
        if (relation !== -1 && exclusive[row] === 1) raise(carried, relation, one.points);
      }
    }
    addAll(into, carried);
  },
};
