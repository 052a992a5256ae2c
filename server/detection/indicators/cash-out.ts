import { calibrate, type Peers } from "../network/peer-groups.ts";
import type { Ledger } from "../network/receipts-and-onward.ts";
import { CONSTANTS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";
import { exceptEstablished, once } from "./context.ts";
import { inOrder, receiptsOfAccount, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { weighedByLift } from "./lift.ts";

/** At least half of the receipt left as cash, crypto or abroad within a day. */
function isCashed(ledger: Ledger, lot: number): boolean {
  return ledger.cashedDay[lot]! >= CONSTANTS.cashOut.share * ledger.amount[lot]!;
}

/**
 * Receipts from strangers of which at least half left as cash, crypto or abroad within a day.
 * Points are the Poisson tail against the share of peers' receipts of which that is true,
 * calibrated on peers.
 */
function cashedReceipts(ledger: Ledger, peers: Peers): Float64Array {
  let cashed = 0;
  const own = new Int32Array(ledger.accounts);
  const outs = new Map<number, Set<number>>();
  const lots = new Int32Array(ledger.accounts);
  for (let lot = 0; lot < ledger.count; lot += 1) {
    const out = isCashed(ledger, lot);
    if (out) cashed += 1;
    if (ledger.stranger[lot] === 0) continue;
    const account = ledger.account[lot]!;
    lots[account]! += 1;
    if (out) own[account]! += 1;
    if (!out) continue;
    const ways = outs.get(account) ?? new Set<number>();
    outs.set(account, ways);
    for (const paid of ledger.paidBy(lot)) ways.add(paid.row);
  }
  // A collection drawn at once is one occasion, however many gave.
  for (const [account, ways] of outs) own[account] = Math.min(own[account]!, ways.size);
  const usual = (cashed + 1) / (ledger.count + 1);
  const raw = new Float64Array(ledger.accounts);
  for (const account of peers.active) {
    raw[account] = poissonPoints(own[account]!, lots[account]! * usual);
  }
  return calibrate(raw, peers);
}

export const cashOut: Indicator = {
  family: "cash-out",
  parameters: CONSTANTS.cashOut,
  points: once((context) => {
    const { ledger, peers } = context;
    return weighedByLift(context, exceptEstablished(context, cashedReceipts(ledger, peers)));
  }),
  explain: (context, account) => {
    const { ledger } = context;
    const own = receiptsOfAccount(context, account).filter(
      (lot) => ledger.stranger[lot] === 1 && isCashed(ledger, lot),
    );
    const receipts = own.map((lot) => ledger.row[lot]!);
    const paid = own.flatMap((lot) => ledger.paidBy(lot).map((item) => item.row));
    return {
      code: "drawn-within-day",
      params: { receipts: own.length, ...sumOf(context.columns, receipts) },
      rows: inOrder([...receipts, ...paid]),
    };
  },
};
