import type { TransferColumns } from "../../columns/columns.ts";
import { DAY } from "../../time/instant.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { type Context, exceptEstablished, once } from "./context.ts";
import { receiptsOfAccount } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { weighedByLift } from "./lift.ts";

/** Instant of the first receipt on a brief relation, by account; infinity where there was none. */
const firstStrangerReceipt = once(({ ledger, columns, flow }): Float64Array => {
  const first = new Float64Array(flow.accounts).fill(Number.POSITIVE_INFINITY);
  for (let lot = 0; lot < ledger.count; lot += 1) {
    if (ledger.stranger[lot] === 0) continue;
    const account = ledger.account[lot]!;
    const at = columns.bookedAt[ledger.row[lot]!]!;
    first[account] = Math.min(first[account]!, at);
  }
  return first;
});

/**
 * Age in days at the first receipt from a stranger: as rare as the share of peers that were so
 * young; counted up to 60 days of age.
 */
function youthOf({ columns, peers, held }: Context, firstReceipt: Float64Array): Float64Array {
  const points = new Float64Array(columns.accounts.length);
  for (const members of peers.members) {
    const known = [...members].filter(
      (account) => !Number.isNaN(columns.accounts.openedAt[account]!),
    );
    if (known.length < PARAMETERS.peers * CONSTANTS.newAccount.knownShare) continue;
    const ages = Float64Array.from(known, (account) =>
      ageAt(columns, firstReceipt, account),
    ).sort();
    for (const account of known) {
      const age = ageAt(columns, firstReceipt, account);
      if (!(age <= CONSTANTS.newAccount.mostDays)) continue;
      // The first receipt that is seen is the first one only where every day before it is held.
      const opened = columns.accounts.openedAt[account]!;
      if (!held.covers(account, opened, Math.max(opened, firstReceipt[account]!))) continue;
      let asYoung = 0;
      while (asYoung < ages.length && ages[asYoung]! <= age) asYoung += 1;
      points[account] = Math.min(PARAMETERS.cap, -Math.log10(asYoung / ages.length));
    }
  }
  return points;
}

/** Days from opening to the first receipt; infinity where there was none. */
function ageAt(columns: TransferColumns, firstReceipt: Float64Array, account: number): number {
  const first = firstReceipt[account]!;
  if (!Number.isFinite(first)) return Number.POSITIVE_INFINITY;
  return Math.max(0, (first - columns.accounts.openedAt[account]!) / DAY);
}

export const newAccount: Indicator = {
  family: "new-account",
  parameters: CONSTANTS.newAccount,
  points: once((context) => {
    const points = youthOf(context, firstStrangerReceipt(context));
    return weighedByLift(context, exceptEstablished(context, points));
  }),
  explain: (context, account) => {
    const { columns, ledger } = context;
    const first = receiptsOfAccount(context, account).find((lot) => ledger.stranger[lot] === 1);
    // A receipt before the opening is a fault of the source: no age can be said.
    const opened = columns.accounts.openedAt[account]!;
    if (!(firstStrangerReceipt(context)[account]! >= opened)) return undefined;
    return {
      code: "young",
      params: { days: Math.floor(ageAt(columns, firstStrangerReceipt(context), account)) },
      rows: first === undefined ? [] : [ledger.row[first]!],
    };
  },
};
