import type { Ledger } from "../network/ledger.ts";
import { calibrate, type Peers } from "../network/peer-groups.ts";
import { gammaPoints, poissonPoints } from "./chance.ts";

/** Bounds in hours of the holding times that are told apart; beyond the last: stayed. */
export const HOLDING_HOURS = [1, 3, 6, 12, 24, 48, 72] as const;
const AMOUNT_CLASSES = 5;

/**
 * Money from strangers that hurries: each receipt's holding time (until 80 % of it left, first in
 * first out among the receipts of three days) is as rare as the share of peers' receipts of like
 * size that left as fast; the receipts' chances are put together and calibrated on peers.
 */
export function passThrough(ledger: Ledger, peers: Peers): Float64Array {
  const { count } = ledger;
  const classes = amountClasses(ledger);
  const seen = new Float64Array(AMOUNT_CLASSES);
  const faster = Array.from(
    { length: AMOUNT_CLASSES },
    () => new Float64Array(HOLDING_HOURS.length),
  );
  for (let lot = 0; lot < count; lot += 1) {
    const size = classes[lot] as number;
    seen[size] = (seen[size] as number) + 1;
    for (let step = 0; step < HOLDING_HOURS.length; step += 1) {
      if ((ledger.heldHours[lot] as number) > (HOLDING_HOURS[step] as number)) continue;
      const row = faster[size] as Float64Array;
      row[step] = (row[step] as number) + 1;
    }
  }
  const chances = new Map<number, number[]>();
  for (let lot = 0; lot < count; lot += 1) {
    if (ledger.stranger[lot] === 0) continue;
    const account = ledger.account[lot] as number;
    const own = chances.get(account) ?? [];
    chances.set(account, own);
    const step = HOLDING_HOURS.findIndex((hours) => (ledger.heldHours[lot] as number) <= hours);
    const size = classes[lot] as number;
    own.push(
      step === -1 ? 1 : ((faster[size]?.[step] as number) + 1) / ((seen[size] as number) + 1),
    );
  }
  const raw = new Float64Array(ledger.accounts);
  for (const [account, own] of chances) raw[account] = fisherPoints(own);
  return calibrate(raw, peers);
}

/**
 * Several chances put together: −2 Σ ln p is chi-squared with two degrees for each (Fisher 1932).
 */
function fisherPoints(chances: readonly number[]): number {
  return gammaPoints(
    chances.length,
    chances.reduce((sum, chance) => sum - Math.log(chance), 0),
  );
}

/** Fifths of all receipts by amount. */
function amountClasses(ledger: Ledger): Uint8Array {
  const sorted = ledger.amount.slice(0, ledger.count).sort();
  const bounds = [0.2, 0.4, 0.6, 0.8].map(
    (share) => sorted[Math.floor(share * sorted.length)] ?? 0,
  );
  const classes = new Uint8Array(ledger.count);
  for (let lot = 0; lot < ledger.count; lot += 1) {
    const amount = ledger.amount[lot] as number;
    let size = 0;
    while (size < bounds.length && amount > (bounds[size] as number)) size += 1;
    classes[lot] = size;
  }
  return classes;
}

/**
 * Receipts from strangers of which at least half left as cash, crypto or abroad within a day,
 * against the share of peers' receipts of which that is true: Poisson tail, calibrated on peers.
 */
export function cashOut(ledger: Ledger, peers: Peers): Float64Array {
  let cashed = 0;
  const own = new Int32Array(ledger.accounts);
  const outs = new Map<number, Set<number>>();
  const lots = new Int32Array(ledger.accounts);
  for (let lot = 0; lot < ledger.count; lot += 1) {
    const out = (ledger.cashedDay[lot] as number) >= 0.5 * (ledger.amount[lot] as number);
    if (out) cashed += 1;
    if (ledger.stranger[lot] === 0) continue;
    const account = ledger.account[lot] as number;
    lots[account] = (lots[account] as number) + 1;
    if (out) own[account] = (own[account] as number) + 1;
    if (!out) continue;
    const ways = outs.get(account) ?? new Set<number>();
    outs.set(account, ways);
    for (const paid of ledger.paidBy(lot)) ways.add(paid.row);
  }
  // A collection drawn at once is one occasion, however many gave.
  for (const [account, ways] of outs) own[account] = Math.min(own[account] as number, ways.size);
  const usual = (cashed + 1) / (ledger.count + 1);
  const raw = new Float64Array(ledger.accounts);
  for (const account of peers.active) {
    raw[account] = poissonPoints(own[account] as number, (lots[account] as number) * usual);
  }
  return calibrate(raw, peers);
}

/**
 * The largest receipt from somebody it dealt with for a week at most, against its peers' largest:
 * as rare as the share of peers that ever received so much so. Half weight: people sell cars.
 */
export function largeReceipts(
  ledger: Ledger,
  peers: Peers,
): { points: Float64Array; lot: Int32Array } {
  const points = new Float64Array(ledger.accounts);
  const lot = new Int32Array(ledger.accounts).fill(-1);
  const largest = new Float64Array(ledger.accounts);
  for (let at = 0; at < ledger.count; at += 1) {
    if (ledger.stranger[at] === 0) continue;
    const account = ledger.account[at] as number;
    if ((ledger.amount[at] as number) <= (largest[account] as number)) continue;
    largest[account] = ledger.amount[at] as number;
    lot[account] = at;
  }
  for (const members of peers.members) {
    const order = [...members].sort(
      (a, b) => (largest[b] as number) - (largest[a] as number) || a - b,
    );
    order.forEach((account, at) => {
      if (lot[account] !== -1) points[account] = 0.5 * Math.log10(order.length / (at + 1));
    });
  }
  return { points, lot };
}
