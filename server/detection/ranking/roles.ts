import type { FindingRole } from "../../../contract/detection.ts";
import type { Evidence } from "../indicators/all-indicators.ts";
import { PARAMETERS } from "../parameters.ts";

/** What an account did along the relations that stand out. */
export interface Part {
  readonly role: FindingRole;
  /** Suspicious relations received and paid. */
  readonly received: number;
  readonly paid: number;
}

const CASH_SHARE = 0.5;
const CORE_SHARE = 0.03;
/**
 * From so many points of pass-through and cash-out on, an account handled strangers' money, whoever
 * only pays does not.
 */
const HANDLED = 1.5;
/**
 * Who pays more than so many times what strangers and the network paid it parts with its own money.
 */
const MOSTLY = 2;

/**
 * Roles from the suspicious relations alone (those that carry at least four points): who only pays
 * is a possible victim unless it pays three or more strangers in a burst; who receives from many is
 * a collector, who pays many a distributor, who turns most of it into cash or crypto within a day
 * the cash-out, the rest transit. A reported victim is a victim; so, possibly, is who paid in its
 * own money.
 */
export function partsOf(
  evidence: Evidence,
  victims: ReadonlySet<number>,
  points: Float64Array,
): Part[] {
  const { flow, relations, relationPoints, ledger } = evidence;
  const received = new Int32Array(flow.accounts);
  const paid = new Int32Array(flow.accounts);
  for (let at = 0; at < relations.count; at += 1) {
    if ((relationPoints[at] as number) < PARAMETERS.partnerPoints) continue;
    const [payer, payee] = [relations.from[at] as number, relations.to[at] as number];
    paid[payer] = (paid[payer] as number) + 1;
    received[payee] = (received[payee] as number) + 1;
  }
  const sums = sumsAlong(evidence);
  const held = pointsOf(evidence, "pass-through");
  const out = pointsOf(evidence, "cash-out");
  const came = new Float64Array(flow.accounts);
  const cashed = new Float64Array(flow.accounts);
  const lotsSeen = new Int32Array(flow.accounts);
  for (let lot = 0; lot < ledger.count; lot += 1) {
    if (ledger.stranger[lot] === 0) continue;
    const account = ledger.account[lot] as number;
    lotsSeen[account] = (lotsSeen[account] as number) + 1;
    came[account] = (came[account] as number) + (ledger.amount[lot] as number);
    cashed[account] = (cashed[account] as number) + (ledger.cashedDay[lot] as number);
  }
  const least = standingOutFrom(evidence, points);
  return Array.from({ length: flow.accounts }, (_, account): Part => {
    const part = { received: received[account] as number, paid: paid[account] as number };
    const cash = came[account] as number;
    const share = cash > 0 ? (cashed[account] as number) / cash : 0;
    const handled =
      (held[account] as number) + (out[account] as number) >= HANDLED ||
      evidence.chains.passedOn(account);
    const passed = Math.max(cash, sums.received[account] as number);
    const ownMoney = (sums.paid[account] as number) > MOSTLY * passed;
    const role = roleOf(
      part,
      share,
      handled,
      ownMoney,
      victims.has(account),
      points[account] as number,
    );
    // A part in a network is only said of who stands out; who met it in passing paid it, or is left
    // unnamed.
    if (role === "none" || role === "victim" || (points[account] as number) >= least)
      return { role, ...part };
    return { role: part.paid > 0 ? "victim" : "none", ...part };
  });
}

/** Minor units received and paid along relations that stand out, by account. */
function sumsAlong({ flow, relationPoints }: Evidence): {
  received: Float64Array;
  paid: Float64Array;
} {
  const received = new Float64Array(flow.accounts);
  const paid = new Float64Array(flow.accounts);
  for (let at = 0; at < flow.count; at += 1) {
    if ((relationPoints[flow.relation[at] as number] as number) < PARAMETERS.partnerPoints)
      continue;
    const amount = Number(flow.columns.amount[flow.row[at] as number]);
    const [payer, payee] = [flow.from[at] as number, flow.to[at] as number];
    paid[payer] = (paid[payer] as number) + amount;
    received[payee] = (received[payee] as number) + amount;
  }
  return { received, paid };
}

/** Points of the top 3 %, at least four: from here on an account can hold a cluster together. */
export function standingOutFrom(evidence: Evidence, points: Float64Array): number {
  const sorted = Float64Array.from(
    evidence.peers.active,
    (account) => points[account] as number,
  ).sort();
  return Math.max(
    PARAMETERS.partnerPoints,
    sorted[Math.floor(sorted.length * (1 - CORE_SHARE))] ?? 0,
  );
}

function roleOf(
  part: { received: number; paid: number },
  cashShare: number,
  handled: boolean,
  ownMoney: boolean,
  reportedVictim: boolean,
  points: number,
): FindingRole {
  const { received, paid } = part;
  const last = cashShare >= CASH_SHARE ? "cash-out" : "transit";
  if (reportedVictim && received < 3 && !handled) return "victim";
  if (ownMoney && paid > 0 && paid < 3 && received < 3) return "victim";
  if (received === 0 && paid === 0)
    return points >= PARAMETERS.partnerPoints && cashShare >= CASH_SHARE ? "cash-out" : "none";
  if (received === 0 && handled) return paid >= 3 ? "distributor" : last;
  if (received === 0) return paid >= 3 ? "distributor" : "victim";
  if (cashShare >= CASH_SHARE) return "cash-out";
  if (received >= 3 && received >= 2 * paid) return "collector";
  if (paid >= 3 && paid >= 2 * received) return "distributor";
  return "transit";
}

function pointsOf(evidence: Evidence, family: string): Float64Array {
  return (
    evidence.families.find((one) => one.family === family)?.points ??
    new Float64Array(evidence.flow.accounts)
  );
}
