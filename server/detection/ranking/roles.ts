import type { FindingRole } from "../../../contract/detection.ts";
import { cashOut } from "../indicators/cash-out.ts";
import { chainsOf } from "../indicators/chains.ts";
import type { Context } from "../indicators/context.ts";
import { relationPoints } from "../indicators/relation-points.ts";
import { transit } from "../indicators/transit.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";

/** What an account did along the relations that stand out. */
export interface Part {
  readonly role: FindingRole;
  /** Suspicious relations received and paid. */
  readonly received: number;
  readonly paid: number;
}

/**
 * Roles from the suspicious relations alone (those that carry at least four points): who only pays
 * is a possible victim unless it pays three or more strangers in a burst; who receives from many is
 * a collector, who pays many a distributor, who turns most of it into cash or crypto within a day
 * the cash-out, the rest transit. A reported victim is a victim; so, possibly, is who paid in its
 * own money.
 */
export function partsOf(
  context: Context,
  victims: ReadonlySet<number>,
  points: Float64Array,
): Part[] {
  const { flow, relations, ledger } = context;
  const carried = relationPoints(context);
  const received = new Int32Array(flow.accounts);
  const paid = new Int32Array(flow.accounts);
  for (let at = 0; at < relations.count; at += 1) {
    if (carried[at]! < PARAMETERS.partnerPoints) continue;
    const [payer, payee] = [relations.from[at]!, relations.to[at]!];
    paid[payer]! += 1;
    received[payee]! += 1;
  }
  const sums = sumsAlong(context);
  const held = transit.points(context);
  const out = cashOut.points(context);
  const came = new Float64Array(flow.accounts);
  const cashed = new Float64Array(flow.accounts);
  const lotsSeen = new Int32Array(flow.accounts);
  for (let lot = 0; lot < ledger.count; lot += 1) {
    if (ledger.stranger[lot] === 0) continue;
    const account = ledger.account[lot]!;
    lotsSeen[account]! += 1;
    came[account]! += ledger.amount[lot]!;
    cashed[account]! += ledger.cashedDay[lot]!;
  }
  const { passedOnPoints, ownMoneyTimes } = CONSTANTS.roles;
  const chains = chainsOf(context);
  const least = standingOutFrom(context, points);
  return Array.from({ length: flow.accounts }, (_, account): Part => {
    const part = { received: received[account]!, paid: paid[account]! };
    const cash = came[account]!;
    const share = cash > 0 ? cashed[account]! / cash : 0;
    const passedOn = held[account]! + out[account]! >= passedOnPoints || chains.passedOn(account);
    const passed = Math.max(cash, sums.received[account]!);
    const ownMoney = sums.paid[account]! > ownMoneyTimes * passed;
    const role = roleOf(part, share, passedOn, ownMoney, victims.has(account), points[account]!);
    // A part in a network is only said of who stands out; who met it in passing paid it, or is left
    // unnamed.
    if (role === "none" || role === "victim" || points[account]! >= least) return { role, ...part };
    return { role: part.paid > 0 ? "victim" : "none", ...part };
  });
}

/** Minor units received and paid along relations that stand out, by account. */
function sumsAlong(context: Context): {
  received: Float64Array;
  paid: Float64Array;
} {
  const { flow } = context;
  const carried = relationPoints(context);
  const received = new Float64Array(flow.accounts);
  const paid = new Float64Array(flow.accounts);
  for (let at = 0; at < flow.count; at += 1) {
    if (carried[flow.relation[at]!]! < PARAMETERS.partnerPoints) continue;
    const amount = Number(flow.columns.amount[flow.row[at]!]);
    const [payer, payee] = [flow.from[at]!, flow.to[at]!];
    paid[payer]! += amount;
    received[payee]! += amount;
  }
  return { received, paid };
}

/** Points of the top 3 %, at least four: from here on an account can hold a cluster together. */
export function standingOutFrom(context: Context, points: Float64Array): number {
  const sorted = Float64Array.from(context.peers.active, (account) => points[account]!).sort();
  return Math.max(
    PARAMETERS.partnerPoints,
    sorted[Math.floor(sorted.length * (1 - CONSTANTS.roles.coreShare))] ?? 0,
  );
}

function roleOf(
  part: { received: number; paid: number },
  cashShare: number,
  passedOn: boolean,
  ownMoney: boolean,
  reportedVictim: boolean,
  points: number,
): FindingRole {
  const { received, paid } = part;
  const { many, mostlyTimes } = CONSTANTS.roles;
  const cashes = cashShare >= CONSTANTS.roles.cashShare;
  const last = cashes ? "cash-out" : "transit";
  if (reportedVictim && received < many && !passedOn) return "victim";
  if (ownMoney && paid > 0 && paid < many && received < many) return "victim";
  if (received === 0 && paid === 0)
    return points >= PARAMETERS.partnerPoints && cashes ? "cash-out" : "none";
  if (received === 0 && passedOn) return paid >= many ? "distributor" : last;
  if (received === 0) return paid >= many ? "distributor" : "victim";
  if (cashes) return "cash-out";
  if (received >= many && received >= mostlyTimes * paid) return "collector";
  if (paid >= many && paid >= mostlyTimes * received) return "distributor";
  return "transit";
}
