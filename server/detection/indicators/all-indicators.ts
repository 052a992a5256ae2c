import type { Family } from "../../../contract/detection.ts";
import { belowLimit } from "./below-limit.ts";
import { burstIn } from "./burst-in.ts";
import { burstMember } from "./burst-member.ts";
import { burstOut } from "./burst-out.ts";
import { cashOut } from "./cash-out.ts";
import { chains } from "./chains.ts";
import { rounded } from "./chance.ts";
import type { Context } from "./context.ts";
import { cycles } from "./cycles.ts";
import { dormancy } from "./dormancy.ts";
import { forwarding } from "./forwarding.ts";
import { gathered } from "./gathered.ts";
import { handedOnAgain } from "./handed-on-again.ts";
import type { Indicator } from "./indicator.ts";
import { largeReceipt } from "./large-receipt.ts";
import { leftWhenPaid } from "./left-when-paid.ts";
import { listed } from "./listed.ts";
import { loops } from "./loops.ts";
import { matchedPayment } from "./matched-payment.ts";
import { movesOn } from "./money-passed-on.ts";
import { newAccount } from "./new-account.ts";
import { night } from "./night.ts";
import { oneHand } from "./operated-together.ts";
import { repeats } from "./repeats.ts";
import { reportedMoney } from "./reported-money.ts";
import { sharedContact } from "./shared-contact.ts";
import { split } from "./split.ts";
import { transit } from "./transit.ts";

/**
 * Families of the money's own movements, and what people, the base and session logs say: counted in
 * full wherever they are seen.
 */
export const MONEY: readonly Indicator[] = [
  matchedPayment,
  gathered,
  split,
  handedOnAgain,
  leftWhenPaid,
  reportedMoney,
  listed,
  oneHand,
];

/**
 * The shape of the network and habits, in the order their points are added up. Where money moves on
 * at once they mislead (presents, pay days, collections look the same), and they count the less the
 * more it does (`movesOn`).
 */
export const SHAPES: readonly Indicator[] = [
  burstIn,
  burstOut,
  burstMember,
  loops,
  cycles,
  chains,
  repeats,
  forwarding,
  transit,
  cashOut,
  night,
  belowLimit,
  largeReceipt,
  dormancy,
  newAccount,
  sharedContact,
];

export const INDICATORS: readonly Indicator[] = [...MONEY, ...SHAPES];

/** Every indicator that counts in this data, with the weight of its points in the sum. */
export function weighedIndicators(
  context: Context,
): readonly { readonly indicator: Indicator; readonly weight: number }[] {
  const shapes = 1 - movesOn(context).weight;
  return [
    ...MONEY.map((indicator) => ({ indicator, weight: 1 })),
    ...(shapes > 0 ? SHAPES.map((indicator) => ({ indicator, weight: shapes })) : []),
  ];
}

/** Points of one account, none where the indicator needs a statement that is not held. */
export function pointsFor(context: Context, indicator: Indicator, account: number): number {
  if (context.held.account[account] === 0 && indicator.ofStubs !== true) return 0;
  return rounded(indicator.points(context)[account]!);
}

/**
 * Works every indicator out that counts in this data. Cycles come late, because a second thread may
 * still be searching for them (run/cycle-search-beside.ts).
 */
export function workOut(
  context: Context,
  begin: (family: Family, done: number, total: number) => void,
): void {
  const counted = weighedIndicators(context).map(({ indicator }) => indicator);
  const early = [burstOut, loops, chains, forwarding].filter((one) => counted.includes(one));
  const order = [...early, ...counted];
  const each = order.filter((indicator, at) => order.indexOf(indicator) === at);
  each.forEach((indicator, done) => {
    begin(indicator.family, done, each.length);
    indicator.points(context);
  });
}
