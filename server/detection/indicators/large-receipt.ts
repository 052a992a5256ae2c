import type { Peers } from "../network/peer-groups.ts";
import type { Ledger } from "../network/receipts-and-onward.ts";
import { CONSTANTS } from "../parameters.ts";
import { exceptEstablished, once } from "./context.ts";
import { sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { weighedByLift } from "./lift.ts";

/**
 * The largest receipt from somebody it dealt with for a week at most, against its peers' largest:
 * as rare as the share of peers that ever received so much so. Half weight: people sell cars.
 */
function largestReceipts(ledger: Ledger, peers: Peers): { points: Float64Array; lot: Int32Array } {
  const points = new Float64Array(ledger.accounts);
  const lot = new Int32Array(ledger.accounts).fill(-1);
  const largest = new Float64Array(ledger.accounts);
  for (let at = 0; at < ledger.count; at += 1) {
    if (ledger.stranger[at] === 0) continue;
    const account = ledger.account[at]!;
    if (ledger.amount[at]! <= largest[account]!) continue;
    largest[account] = ledger.amount[at]!;
    lot[account] = at;
  }
  for (const members of peers.members) {
    const order = [...members].sort((a, b) => largest[b]! - largest[a]! || a - b);
    order.forEach((account, at) => {
      if (lot[account] !== -1)
        points[account] = CONSTANTS.largeReceipt.weight * Math.log10(order.length / (at + 1));
    });
  }
  return { points, lot };
}

const largest = once(({ ledger, peers }) => largestReceipts(ledger, peers));

export const largeReceipt: Indicator = {
  family: "amounts",
  parameters: CONSTANTS.largeReceipt,
  points: once((context) =>
    weighedByLift(context, exceptEstablished(context, largest(context).points)),
  ),
  explain: (context, account) => {
    const lot = largest(context).lot[account]!;
    const rows = lot === -1 ? [] : [context.ledger.row[lot]!];
    return { code: "large-receipt", params: sumOf(context.columns, rows), rows };
  },
};
