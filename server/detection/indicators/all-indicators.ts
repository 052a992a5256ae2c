import type { Family } from "../../../contract/detection.ts";
import { belowLimit } from "./below-limit.ts";
import { burstIn } from "./burst-in.ts";
import { burstMember } from "./burst-member.ts";
import { burstOut } from "./burst-out.ts";
import { cashOut } from "./cash-out.ts";
import { chains } from "./chains.ts";
import type { Context } from "./context.ts";
import { cycles } from "./cycles.ts";
import { dormancy } from "./dormancy.ts";
import { forwarding } from "./forwarding.ts";
import type { Indicator } from "./indicator.ts";
import { largeReceipt } from "./large-receipt.ts";
import { listed } from "./listed.ts";
import { loops } from "./loops.ts";
import { newAccount } from "./new-account.ts";
import { night } from "./night.ts";
import { repeats } from "./repeats.ts";
import { reportedMoney } from "./reported-money.ts";
import { sharedContact } from "./shared-contact.ts";
import { transit } from "./transit.ts";

/** Every indicator, in the order their points are added up. */
export const INDICATORS: readonly Indicator[] = [
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
  reportedMoney,
  listed,
];

/**
 * Works every indicator out. Cycles come late, because a second thread may still be searching for
 * them (run/cycle-search-beside.ts).
 */
export function workOut(
  context: Context,
  begin: (family: Family, done: number, total: number) => void,
): void {
  const order = [burstOut, loops, chains, forwarding, ...INDICATORS];
  const each = order.filter((indicator, at) => order.indexOf(indicator) === at);
  each.forEach((indicator, done) => {
    begin(indicator.family, done, each.length);
    indicator.points(context);
  });
}
