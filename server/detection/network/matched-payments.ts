import { type Grouped, groupByOwner } from "../../columns/typed-arrays.ts";
import { CONSTANTS } from "../parameters.ts";
import { type MoneyRows, WAY } from "./money-rows.ts";

/** One receipt and the one payment of about its sum that followed it: places of the money rows. */
export interface Match {
  readonly received: number;
  readonly paid: number;
}

export interface Matches {
  readonly all: readonly Match[];
  /** 1 = matched as a receipt, as a payment; by place. */
  readonly received: Uint8Array;
  readonly paid: Uint8Array;
}

/** Bounds of payment / receipt. */
export interface Band {
  readonly least: number;
  readonly most: number;
}

/** First place in places[low .. high - 1] whose row is not before `when`, or `high`. */
export function firstSince(
  rows: MoneyRows,
  places: Int32Array,
  low: number,
  high: number,
  when: number,
): number {
  let [bottom, top] = [low, high];
  while (bottom < top) {
    const middle = (bottom + top) >> 1;
    if (rows.at[places[middle]!]! < when) bottom = middle + 1;
    else top = middle;
  }
  return bottom;
}

/**
 * Each receipt, in time order, takes the first unused payment within `window` (milliseconds) whose
 * sum lies in the band. With `own` (moves between accounts of one actor) a payment from another of
 * the actor's accounts counts only where most of it was moved there in between.
 */
export function matchSingles(
  rows: MoneyRows,
  receipts: Grouped,
  payments: Grouped,
  window: number,
  band: Band,
  own?: Grouped,
): Matches {
  const { at, amount, from, to } = rows;
  const received = new Uint8Array(rows.count);
  const paid = new Uint8Array(rows.count);
  const all: Match[] = [];
  for (let actor = 0; actor < rows.actors; actor += 1) {
    let begin = payments.offsets[actor]!;
    const end = payments.offsets[actor + 1]!;
    if (begin === end) continue;
    for (let i = receipts.offsets[actor]!; i < receipts.offsets[actor + 1]!; i += 1) {
      const r = receipts.places[i]!;
      begin = firstSince(rows, payments.places, begin, end, at[r]!);
      const latest = at[r]! + window;
      for (let j = begin; j < end; j += 1) {
        const p = payments.places[j]!;
        if (at[p]! > latest) break;
        if (paid[p] === 1) continue;
        const ratio = amount[p]! / amount[r]!;
        if (ratio < band.least || ratio > band.most) continue;
        if (own && from[p] !== to[r] && !movedBetween(rows, own, actor, r, p)) continue;
        paid[p] = 1;
        received[r] = 1;
        all.push({ received: r, paid: p });
        break;
      }
    }
  }
  return { all, received, paid };
}

function movedBetween(
  rows: MoneyRows,
  own: Grouped,
  actor: number,
  received: number,
  paid: number,
): boolean {
  const { at, amount, from, to } = rows;
  const end = own.offsets[actor + 1]!;
  const least = CONSTANTS.matched.movedShare * amount[paid]!;
  const first = firstSince(rows, own.places, own.offsets[actor]!, end, at[received]!);
  for (let k = first; k < end; k += 1) {
    const move = own.places[k]!;
    if (at[move]! > at[paid]!) return false;
    if (from[move] === to[received] && to[move] === from[paid] && amount[move]! >= least)
      return true;
  }
  return false;
}

/** Moves between accounts of one actor. */
export function ownMoves(rows: MoneyRows): Grouped {
  const payer = rows.from.map((account) => rows.actorOf[account]!);
  return groupByOwner(payer, rows.count, rows.actors, (place) => rows.way[place] === WAY.own);
}

/** Several receipts and one payment (gather), or one receipt and several payments (split). */
export interface Occasion {
  readonly kind: "gather" | "split";
  readonly received: readonly number[];
  readonly paid: readonly number[];
}

/**
 * Among rows that no single match used: the latest receipts before a payment that add up to it, and
 * the next payments after a receipt that add up to it.
 */
export function matchGroups(
  rows: MoneyRows,
  window: number,
  band: Band,
  used: Matches,
): Occasion[] {
  const taken = { received: used.received.slice(), paid: used.paid.slice() };
  const found: Occasion[] = [];
  for (let actor = 0; actor < rows.actors; actor += 1) {
    const { receipts, payments } = rows;
    if (receipts.offsets[actor] === receipts.offsets[actor + 1]) continue;
    if (payments.offsets[actor] === payments.offsets[actor + 1]) continue;
    gathersOf(rows, actor, window, band, taken, found);
    splitsOf(rows, actor, window, band, taken, found);
  }
  return found;
}

interface Taken {
  readonly received: Uint8Array;
  readonly paid: Uint8Array;
}

function gathersOf(
  rows: MoneyRows,
  actor: number,
  window: number,
  band: Band,
  taken: Taken,
  found: Occasion[],
): void {
  const { at, amount, receipts, payments } = rows;
  const begin = receipts.offsets[actor]!;
  const end = receipts.offsets[actor + 1]!;
  for (let j = payments.offsets[actor]!; j < payments.offsets[actor + 1]!; j += 1) {
    const p = payments.places[j]!;
    if (taken.paid[p] === 1) continue;
    const last = firstSince(rows, receipts.places, begin, end, at[p]!) - 1;
    const earliest = at[p]! - window;
    let sum = 0;
    for (let i = last; i >= begin && last - i < CONSTANTS.matched.mostPieces; i -= 1) {
      const r = receipts.places[i]!;
      if (at[r]! < earliest || taken.received[r] === 1) break;
      sum += amount[r]!;
      const ratio = amount[p]! / sum;
      if (ratio < band.least) break;
      if (i === last || ratio > band.most) continue;
      const received = [...receipts.places.subarray(i, last + 1)];
      for (const place of received) taken.received[place] = 1;
      taken.paid[p] = 1;
      found.push({ kind: "gather", received, paid: [p] });
      break;
    }
  }
}

function splitsOf(
  rows: MoneyRows,
  actor: number,
  window: number,
  band: Band,
  taken: Taken,
  found: Occasion[],
): void {
  const { at, amount, receipts, payments } = rows;
  const begin = payments.offsets[actor]!;
  const end = payments.offsets[actor + 1]!;
  for (let i = receipts.offsets[actor]!; i < receipts.offsets[actor + 1]!; i += 1) {
    const r = receipts.places[i]!;
    if (taken.received[r] === 1) continue;
    const first = firstSince(rows, payments.places, begin, end, at[r]!);
    const latest = at[r]! + window;
    const least = CONSTANTS.matched.leastPiece * amount[r]!;
    let sum = 0;
    for (let j = first; j < end && j - first < CONSTANTS.matched.mostPieces; j += 1) {
      const p = payments.places[j]!;
      if (at[p]! > latest || taken.paid[p] === 1 || amount[p]! < least) break;
      sum += amount[p]!;
      const ratio = sum / amount[r]!;
      if (ratio > band.most) break;
      if (j === first || ratio < band.least) continue;
      const paid = [...payments.places.subarray(first, j + 1)];
      for (const place of paid) taken.paid[place] = 1;
      taken.received[r] = 1;
      found.push({ kind: "split", received: [r], paid });
      break;
    }
  }
}
