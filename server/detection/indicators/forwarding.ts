import { ORGANISATION, type TransferColumns } from "../../columns/columns.ts";
import { DAY, MINUTE } from "../../time/instant.ts";
import { atLeast, calibrate, type Peers } from "../network/peer-groups.ts";
import type { Flow, Relations } from "../network/relations.ts";
import { PARAMETERS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";

/**
 * Money handed on: what passing people paid in leaves again within three days, to passing people or
 * out of the accounts, in like sum. One occasion = some receipts in a row and the payments after
 * them that add up to 82–100 % of these. Its points are how rarely the account pays so often in so
 * short a time (Poisson, its own rate drawn towards its peers'), how rarely an unrelated payment
 * has so like a sum, less a point for having searched. How many occasions are chance is measured on
 * the same data with every account's payments moved by whole weeks, which keeps rates, sums, hours
 * and weekdays and destroys only "because": each occasion counts by the share that chance does not
 * explain. After MonLAD (fan-in and fan-out while the balance returns) and FaSTMAN (the next
 * transfer it can have paid for).
 */
export interface HandOn {
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

export interface HandedOn {
  readonly points: Float64Array;
  readonly of: (account: number) => readonly HandOn[];
  readonly all: readonly HandOn[];
  /** The occasion a row was a receipt of. */
  readonly byReceived: ReadonlyMap<number, HandOn>;
  /**
   * By row: 1 where more than half of the payments of its relation were handed on, as receipts or
   * as pieces: no more than that is between the two.
   */
  readonly telling: Uint8Array;
}

/**
 * Receipts or payments of every account side by side, in time order: places offsets[a] .. offsets[a
 * + 1] - 1.
 */
interface Lists {
  readonly offsets: Int32Array;
  readonly row: Int32Array;
  readonly amount: Float64Array;
  readonly at: Float64Array;
}

export function handedOn(
  columns: TransferColumns,
  all: Int32Array,
  flow: Flow,
  relations: Relations,
  peers: Peers,
): HandedOn {
  const passing = passingRows(columns, flow, relations);
  const { exitKind } = columns.accounts;
  const receipts = listsOf(columns, all, columns.to, (row) => passing[row] === 1);
  const payments = listsOf(
    columns,
    all,
    columns.from,
    (row) => passing[row] === 1 || exitKind[columns.to[row] as number] !== 0,
  );
  const found = occasions(flow, relations, peers, receipts, payments);
  const chance = occasions(flow, relations, peers, receipts, movedByWeeks(payments, flow));
  const share = shareBeyondChance(found, chance);
  const weighed = found
    .map((one) => ({ ...one, points: one.points * share(one.points) }))
    .filter((one) => one.points > 0);
  const points = new Float64Array(flow.accounts);
  const byAccount = new Map<number, HandOn[]>();
  const byReceived = new Map<number, HandOn>();
  for (const one of weighed) {
    points[one.account] = (points[one.account] as number) + one.points;
    const own = byAccount.get(one.account);
    if (own) own.push(one);
    else byAccount.set(one.account, [one]);
    for (const row of one.received) byReceived.set(row, one);
  }
  // A firm hands on money as a matter of course: only what its peers do not reach too says
  // something.
  const firms = calibrate(points, peers);
  for (const account of peers.active) {
    if (columns.accounts.holderKind[account] === ORGANISATION)
      points[account] = firms[account] as number;
  }
  const telling = tellingRows(columns, flow, relations, weighed);
  return {
    points,
    of: (account) => byAccount.get(account) ?? [],
    all: weighed,
    byReceived,
    telling,
  };
}

/**
 * Whom an account also pays when nothing came in is an acquaintance: it happens to be paid in those
 * days.
 */
function tellingRows(
  columns: TransferColumns,
  flow: Flow,
  relations: Relations,
  occasions: readonly HandOn[],
): Uint8Array {
  const part = new Uint8Array(columns.length);
  for (const one of occasions) {
    for (const row of one.received) part[row] = 1;
    for (const row of one.paid) part[row] = 1;
  }
  const balance = new Int32Array(relations.count);
  for (let at = 0; at < flow.count; at += 1) {
    const relation = flow.relation[at] as number;
    balance[relation] =
      (balance[relation] as number) + (part[flow.row[at] as number] === 1 ? 1 : -1);
  }
  for (let at = 0; at < flow.count; at += 1) {
    if ((balance[flow.relation[at] as number] as number) <= 0) part[flow.row[at] as number] = 0;
  }
  return part;
}

/**
 * Rows between accounts that deal with each other in passing: never the other way, not of one
 * holder, no hub, and met on at most three occasions more than five days apart. Droppers are used
 * in waves; friends and customers come again.
 */
function passingRows(columns: TransferColumns, flow: Flow, relations: Relations): Uint8Array {
  const times = new Uint16Array(relations.count);
  const last = new Float64Array(relations.count).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < flow.count; at += 1) {
    const relation = flow.relation[at] as number;
    const day = flow.day[at] as number;
    if (
      day - (last[relation] as number) > PARAMETERS.passingGapDays &&
      (times[relation] as number) < 100
    )
      times[relation] = (times[relation] as number) + 1;
    last[relation] = day;
  }
  const { holder } = columns.accounts;
  const passing = new Uint8Array(columns.length);
  for (let at = 0; at < flow.count; at += 1) {
    const relation = flow.relation[at] as number;
    const [payer, payee] = [flow.from[at] as number, flow.to[at] as number];
    if (relations.hub[payer] === 1 || relations.hub[payee] === 1 || relations.back[relation] !== -1)
      continue;
    if (holder[payer] !== -1 && holder[payer] === holder[payee]) continue;
    if ((times[relation] as number) <= PARAMETERS.passingTimes) passing[flow.row[at] as number] = 1;
  }
  return passing;
}

function listsOf(
  columns: TransferColumns,
  all: Int32Array,
  side: Int32Array,
  isWanted: (row: number) => boolean,
): Lists {
  const offsets = new Int32Array(columns.accounts.length + 1);
  const { exitKind } = columns.accounts;
  const wanted = all.filter((row) => exitKind[side[row] as number] === 0 && isWanted(row));
  for (const row of wanted)
    offsets[(side[row] as number) + 1] = (offsets[(side[row] as number) + 1] as number) + 1;
  for (let at = 0; at + 1 < offsets.length; at += 1)
    offsets[at + 1] = (offsets[at + 1] as number) + (offsets[at] as number);
  const next = offsets.slice();
  const row = new Int32Array(wanted.length);
  for (const one of wanted) {
    const account = side[one] as number;
    row[next[account] as number] = one;
    next[account] = (next[account] as number) + 1;
  }
  return {
    offsets,
    row,
    amount: Float64Array.from(row, (one) => Number(columns.amount[one])),
    at: Float64Array.from(row, (one) => columns.bookedAt[one] as number),
  };
}

/** The same payments half of the period later, in whole weeks, the end wrapped to the beginning. */
function movedByWeeks(payments: Lists, flow: Flow): Lists {
  const week = 7 * DAY;
  const whole = Math.floor(flow.span / 7) * week;
  const move = Math.floor(flow.span / 14) * week;
  const moved = {
    offsets: payments.offsets,
    row: payments.row.slice(),
    amount: payments.amount.slice(),
    at: payments.at.slice(),
  };
  if (whole === 0) return moved;
  for (let account = 0; account + 1 < payments.offsets.length; account += 1) {
    const [from, to] = [
      payments.offsets[account] as number,
      payments.offsets[account + 1] as number,
    ];
    const order = Array.from({ length: to - from }, (_, at) => {
      const since = (payments.at[from + at] as number) - flow.start;
      return {
        place: from + at,
        at: flow.start + (since < whole ? (since + move) % whole : since),
      };
    }).sort((a, b) => a.at - b.at || a.place - b.place);
    order.forEach(({ place, at }, index) => {
      moved.at[from + index] = at;
      moved.row[from + index] = payments.row[place] as number;
      moved.amount[from + index] = payments.amount[place] as number;
    });
  }
  return moved;
}

interface Candidate {
  readonly firstReceipt: number;
  readonly lastReceipt: number;
  readonly firstPayment: number;
  readonly lastPayment: number;
  readonly share: number;
  readonly waited: number;
  readonly points: number;
}

function occasions(
  flow: Flow,
  relations: Relations,
  peers: Peers,
  receipts: Lists,
  payments: Lists,
): HandOn[] {
  const usual = payments.row.length / Math.max(1, peers.active.length) / flow.span;
  const found: HandOn[] = [];
  for (const account of peers.active) {
    if (relations.settled[account] === 1) continue;
    const candidates = candidatesOf(account, flow, receipts, payments, usual);
    for (const one of bestWithoutOverlap(
      candidates,
      receipts.offsets[account] as number,
      receipts.offsets[account + 1] as number,
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

function candidatesOf(
  account: number,
  flow: Flow,
  receipts: Lists,
  payments: Lists,
  usual: number,
): Candidate[] {
  const found: Candidate[] = [];
  const [inFrom, inTo] = [
    receipts.offsets[account] as number,
    receipts.offsets[account + 1] as number,
  ];
  const [outFrom, outTo] = [
    payments.offsets[account] as number,
    payments.offsets[account + 1] as number,
  ];
  const [least, most] = PARAMETERS.handOnShare;
  let begin = outFrom;
  for (let first = inFrom; first < inTo; first += 1) {
    const came = receipts.at[first] as number;
    while (begin < outTo && (payments.at[begin] as number) <= came) begin += 1;
    let received = 0;
    let paid = 0;
    let next = first;
    let last = came;
    for (let out = begin; out < outTo && out < begin + PARAMETERS.handOnPieces; out += 1) {
      const left = payments.at[out] as number;
      if (left - came > PARAMETERS.handOnSpanDays * DAY) break;
      for (; next < inTo && (receipts.at[next] as number) < left; next += 1) {
        received += receipts.amount[next] as number;
        last = receipts.at[next] as number;
      }
      if (left - last > PARAMETERS.handOnDays * DAY) break;
      paid += payments.amount[out] as number;
      const share = paid / received;
      if (share > most) break;
      if (share < least) continue;
      const pieces = out - begin + 1;
      const others = outTo - outFrom - pieces;
      const rate = Math.max(
        usual / 2,
        (others + usual * PARAMETERS.handOnPriorDays) / (flow.span + PARAMETERS.handOnPriorDays),
      );
      const waited = left - last;
      const points =
        poissonPoints(pieces, rate * Math.max(waited / DAY, (10 * MINUTE) / DAY)) +
        likeSum(share) -
        2 * Math.log10(pieces) -
        1;
      if (points <= 0) continue;
      found.push({
        firstReceipt: first,
        lastReceipt: next - 1,
        firstPayment: begin,
        lastPayment: out,
        share,
        waited,
        points,
      });
    }
  }
  return found;
}

/**
 * −log10 of the chance that an unrelated payment's sum is so close below: amounts spread over some
 * two powers of ten.
 */
function likeSum(share: number): number {
  if (share >= 0.94) return 1.1;
  return share >= 0.88 ? 0.85 : 0.5;
}

/**
 * The occasions with the most points in all of which no two share a receipt (weighted intervals).
 */
function bestWithoutOverlap(
  candidates: readonly Candidate[],
  from: number,
  to: number,
): Candidate[] {
  if (candidates.length === 0) return [];
  const ordered = [...candidates].sort(
    (a, b) => a.lastReceipt - b.lastReceipt || a.firstReceipt - b.firstReceipt,
  );
  const best = new Float64Array(to - from + 1);
  const chosen: (Candidate | undefined)[] = [];
  let at = 0;
  for (let place = 1; place < best.length; place += 1) {
    best[place] = best[place - 1] as number;
    for (; ordered[at]?.lastReceipt === from + place - 1; at += 1) {
      const one = ordered[at] as Candidate;
      const sum = (best[one.firstReceipt - from] as number) + one.points;
      if (sum <= (best[place] as number)) continue;
      best[place] = sum;
      chosen[place] = one;
    }
  }
  const found: Candidate[] = [];
  for (let place = best.length - 1; place > 0; ) {
    const one = (best[place] as number) > (best[place - 1] as number) ? chosen[place] : undefined;
    if (one) found.push(one);
    place = one ? one.firstReceipt - from : place - 1;
  }
  return found.reverse();
}

/**
 * Of occasions with at least so many points, the share that the moved payments do not show too,
 * squared: what is half chance counts a quarter.
 */
function shareBeyondChance(
  found: readonly HandOn[],
  chance: readonly HandOn[],
): (points: number) => number {
  const sorted = (list: readonly HandOn[]) => Float64Array.from(list, (one) => one.points).sort();
  const [seen, expected] = [sorted(found), sorted(chance)];
  return (points) =>
    Math.max(0, 1 - (atLeast(expected, points) + 1) / (atLeast(seen, points) + 1)) ** 2;
}
