import { calibrate, type Peers } from "../network/peer-groups.ts";
import type { Ledger } from "../network/receipts-and-onward.ts";
import { CONSTANTS } from "../parameters.ts";
import { cashOut } from "./cash-out.ts";
import { gammaPoints } from "./chance.ts";
import { addAll, exceptEstablished, once, raise } from "./context.ts";
import { inOrder, receiptsOfAccount, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { weighedByLift } from "./lift.ts";

const HOLDING_HOURS = CONSTANTS.transit.holdingHours;
/** Held longer than the longest of these, a receipt stayed. */
const LONGEST_HELD = Math.max(...HOLDING_HOURS);
const CLASSES = CONSTANTS.transit.amountQuantiles.length + 1;

/**
 * Transit. A receipt's holding time lasts until 80 % of it left, first in first out among the
 * receipts of three days. It is as rare as the share of peers' receipts of like size that left as
 * fast. The receipts' chances are put together and calibrated on peers.
 */
function fastReceipts(ledger: Ledger, peers: Peers): Float64Array {
  const { count } = ledger;
  const classes = amountClasses(ledger);
  const seen = new Float64Array(CLASSES);
  const faster = Array.from({ length: CLASSES }, () => new Float64Array(HOLDING_HOURS.length));
  for (let lot = 0; lot < count; lot += 1) {
    const size = classes[lot]!;
    seen[size]! += 1;
    for (let step = 0; step < HOLDING_HOURS.length; step += 1) {
      if (ledger.heldHours[lot]! > (HOLDING_HOURS[step] as number)) continue;
      const row = faster[size] as Float64Array;
      row[step]! += 1;
    }
  }
  const chances = new Map<number, number[]>();
  for (let lot = 0; lot < count; lot += 1) {
    if (ledger.stranger[lot] === 0) continue;
    const account = ledger.account[lot]!;
    const own = chances.get(account) ?? [];
    chances.set(account, own);
    const step = HOLDING_HOURS.findIndex((hours) => ledger.heldHours[lot]! <= hours);
    const size = classes[lot]!;
    own.push(step === -1 ? 1 : ((faster[size]?.[step] as number) + 1) / (seen[size]! + 1));
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
  const bounds = CONSTANTS.transit.amountQuantiles.map(
    (share) => sorted[Math.floor(share * sorted.length)] ?? 0,
  );
  const classes = new Uint8Array(ledger.count);
  for (let lot = 0; lot < ledger.count; lot += 1) {
    const amount = ledger.amount[lot]!;
    let size = 0;
    while (size < bounds.length && amount > (bounds[size] as number)) size += 1;
    classes[lot] = size;
  }
  return classes;
}

const transitPoints = once((context): Float64Array => {
  const { ledger, peers } = context;
  return weighedByLift(context, exceptEstablished(context, fastReceipts(ledger, peers)));
});

export const transit: Indicator = {
  family: "pass-through",
  parameters: CONSTANTS.transit,
  points: transitPoints,
  explain: (context, account) => {
    const { ledger } = context;
    // Receipts that did not leave belong in the sum and in the percentage.
    const own = receiptsOfAccount(context, account).filter((lot) => ledger.stranger[lot] === 1);
    const gone = own.filter((lot) => ledger.heldHours[lot]! <= LONGEST_HELD);
    if (gone.length === 0) return undefined;
    const receipts = own.map((lot) => ledger.row[lot]!);
    const held = gone.map((lot) => ledger.heldHours[lot]!).sort((a, b) => a - b);
    let came = 0;
    let left = 0;
    for (const lot of own) {
      came += ledger.amount[lot]!;
      left += ledger.left[lot]!;
    }
    const paid = own.flatMap((lot) => ledger.paidBy(lot).map((item) => item.row));
    return {
      code: "sent-on",
      params: {
        receipts: gone.length,
        of: own.length,
        hours: held[Math.floor(held.length / 2)] as number,
        percent: Math.floor((left / came) * 100),
        ...sumOf(context.columns, receipts),
      },
      rows: inOrder([...receipts, ...paid]),
    };
  },
  /** Brief relations along which money came and left carry transit and cash-out together. */
  carry: (context, into) => {
    const { ledger, relations, relationOfRow } = context;
    const { leastCarried, carriedShare } = CONSTANTS.transit;
    const [held, cashed] = [transitPoints(context), cashOut.points(context)];
    const carried = new Float64Array(into.length);
    const mark = (row: number, points: number) => {
      const relation = relationOfRow[row]!;
      if (relation !== -1 && relations.brief[relation] === 1) raise(carried, relation, points);
    };
    for (let lot = 0; lot < ledger.count; lot += 1) {
      const account = ledger.account[lot]!;
      const points = held[account]! + cashed[account]!;
      if (points < leastCarried || ledger.stranger[lot] === 0) continue;
      if (ledger.heldHours[lot]! > LONGEST_HELD) continue;
      mark(ledger.row[lot]!, points);
      for (const paid of ledger.paidBy(lot)) if (paid.share >= carriedShare) mark(paid.row, points);
    }
    addAll(into, carried);
  },
};
