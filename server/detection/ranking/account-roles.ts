import type { FindingRole } from "../../../contract/detection.ts";
import { DAY } from "../../time/instant.ts";
import { cashOut } from "../indicators/cash-out.ts";
import { chainsOf } from "../indicators/chains.ts";
import { addAll, type Context } from "../indicators/context.ts";
import { gathered } from "../indicators/gathered.ts";
import type { Indicator } from "../indicators/indicator.ts";
import { leftWhenPaid } from "../indicators/left-when-paid.ts";
import { matchedPayment } from "../indicators/matched-payment.ts";
import { moneyRows, movesOn, passedOn, placesByAccount } from "../indicators/money-passed-on.ts";
import { relationPoints } from "../indicators/relation-points.ts";
import { reachedByReports } from "../indicators/reported-money.ts";
import { split } from "../indicators/split.ts";
import { suspectsOf } from "../indicators/suspects.ts";
import { transit } from "../indicators/transit.ts";
import { WAY } from "../network/money-rows.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import type { Part } from "./part.ts";
import type { Scores } from "./scores.ts";
import { suspectParts } from "./suspect-parts.ts";

/**
 * Roles from the suspicious relations alone (those that carry at least four points). Who only pays
 * is a possible victim unless it pays three or more strangers in a burst. Who receives from many is
 * a collector, who pays many a distributor. Who turns most of it into cash or crypto within a day
 * is the cash-out; the rest are transit. A reported victim is a victim; so, possibly, is who paid
 * in its own money.
 */
export function partsOf(context: Context, victims: ReadonlySet<number>, scores: Scores): Part[] {
  const suspects = suspectsOf(context);
  if (suspects) return suspectParts(suspects);
  const { points } = scores;
  const { flow, relations, ledger } = context;
  const carried = relationPoints(context);
  const received = new Int32Array(flow.accounts);
  const paid = new Int32Array(flow.accounts);
  for (let at = 0; at < relations.count; at += 1) {
    if (carried[at]! < PARAMETERS.partnerPoints) continue;
    const [payer, payee] = [relations.from[at]!, relations.to[at]!];
    paid[payer] = paid[payer]! + 1;
    received[payee] = received[payee]! + 1;
  }
  const sums = sumsAlong(context);
  const moved = movedPoints(context);
  const came = new Float64Array(flow.accounts);
  const cashed = new Float64Array(flow.accounts);
  const lotsSeen = new Int32Array(flow.accounts);
  for (let lot = 0; lot < ledger.count; lot += 1) {
    if (ledger.stranger[lot] === 0) continue;
    const account = ledger.account[lot]!;
    lotsSeen[account] = lotsSeen[account]! + 1;
    came[account] = came[account]! + ledger.amount[lot]!;
    cashed[account] = cashed[account]! + ledger.cashedDay[lot]!;
  }
  const { passedOnPoints, ownMoneyTimes } = CONSTANTS.roles;
  const shapes = movesOn(context).weight < 1;
  const least = standingOutFrom(context, points);
  const traced = reachedByReports(context);
  const paysAsVictimsDo = possibleVictims(context, points, least);
  return Array.from({ length: flow.accounts }, (_, account): Part => {
    const part = { received: received[account]!, paid: paid[account]! };
    const cash = came[account]!;
    const share = cash > 0 ? cashed[account]! / cash : 0;
    const handled =
      moved[account]! >= passedOnPoints || (shapes && chainsOf(context).passedOn(account));
    const passed = Math.max(cash, sums.received[account]!);
    const ownMoney = sums.paid[account]! > ownMoneyTimes * passed;
    const role = roleOf(part, share, handled, ownMoney, victims.has(account), points[account]!);
    // A part in a network is only said of who stands out; who met it in passing paid it, or is left
    // unnamed.
    if (victims.has(account) && role === "victim") return { role, ...part };
    // Who received reported or traced money may have been asked to; it is no possible victim.
    const reached = traced[account] === 1;
    if (role !== "none" && role !== "victim" && points[account]! >= least) return { role, ...part };
    const robbed =
      paysAsVictimsDo[account]! === 1 && scores.money[account]! < CONSTANTS.roles.victimPoints;
    return { role: robbed && !reached ? "victim" : "none", ...part };
  });
}

/**
 * Points that say an account handled strangers' money. Passed on, gathered, split and drawn when it
 * came count as far as money moves on in this data; transit and cashing out as far as it does not.
 */
function movedPoints(context: Context): Float64Array {
  const { weight } = movesOn(context);
  const moved = new Float64Array(context.flow.accounts);
  const count = (indicators: readonly Indicator[], share: number) => {
    if (share > 0) for (const one of indicators) addAll(moved, one.points(context), share);
  };
  count([matchedPayment, gathered, split, leftWhenPaid], weight);
  count([transit, cashOut], 1 - weight);
  return moved;
}

/**
 * 1 = paid as victims do. The sum is unusual for it and goes one way, out of its own money, to an
 * account that stands out and moves money, in the days of its suspicious dealings. It went either
 * to several strangers within two days or is far above what it pays people else.
 */
function possibleVictims(context: Context, points: Float64Array, least: number): Uint8Array {
  const rows = moneyRows(context);
  const found = new Uint8Array(context.flow.accounts);
  const moved = movedPoints(context);
  const { passedOnPoints, unusualTimes, together, togetherDays } = CONSTANTS.roles;
  const ofOthers = passedOnRows(context);
  const active = activeDays(context);
  const suspect = (account: number) =>
    points[account]! >= least && moved[account]! >= passedOnPoints;
  const toPeople = placesByAccount(
    rows,
    rows.from,
    (place) => rows.way[place] === WAY.between && rows.firm[rows.to[place]!] === 0,
  );
  for (const account of context.peers.active) {
    if (rows.firm[account] === 1) continue;
    const own = toPeople.places.subarray(
      toPeople.offsets[account]!,
      toPeople.offsets[account + 1]!,
    );
    const paid = own.filter(
      (place) =>
        rows.oneWay[place] === 1 &&
        ofOthers[place] === 0 &&
        suspect(rows.to[place]!) &&
        active(rows.to[place]!, (rows.at[place]! - context.flow.start) / DAY),
    );
    if (paid.length === 0) continue;
    const sums = Float64Array.from(own, (place) => rows.amount[place]!).sort();
    const usual = sums[Math.floor(sums.length / 2)]!;
    const isUnusual = (place: number) => rows.amount[place]! >= unusualTimes * usual;
    const atOnce = (place: number) =>
      new Set(
        [...own]
          .filter(
            (other) =>
              rows.oneWay[other] === 1 &&
              Math.abs(rows.at[other]! - rows.at[place]!) <= togetherDays * DAY,
          )
          .map((other) => rows.to[other]!),
      ).size;
    if ([...paid].some((place) => isUnusual(place) || atOnce(place) >= together))
      found[account] = 1;
  }
  return found;
}

/**
 * Whether a day lies within an account's suspicious dealings or shortly around them: what it is
 * paid by friends at other times is no stolen money.
 */
function activeDays(context: Context): (account: number, day: number) => boolean {
  const { relations, flow } = context;
  const carried = relationPoints(context);
  const first = new Float64Array(flow.accounts).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(flow.accounts).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < relations.count; at += 1) {
    if (carried[at]! < PARAMETERS.partnerPoints) continue;
    for (const account of [relations.from[at]!, relations.to[at]!]) {
      first[account] = Math.min(first[account]!, relations.first[at]!);
      last[account] = Math.max(last[account]!, relations.last[at]!);
    }
  }
  const { daysBefore, daysAfter } = CONSTANTS.roles;
  return (account, day) => day >= first[account]! - daysBefore && day <= last[account]! + daysAfter;
}

/** 1 = the payment passed a receipt on, by place: it was no money of the payer's own. */
function passedOnRows(context: Context): Uint8Array {
  const { long, occasions } = passedOn(context);
  const rows = long.paid.slice();
  for (const { paid } of occasions) for (const place of paid) rows[place] = 1;
  return rows;
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
    if ((carried[flow.relation[at]!] as number) < PARAMETERS.partnerPoints) continue;
    const amount = Number(flow.columns.amount[flow.row[at]!]);
    const [payer, payee] = [flow.from[at]!, flow.to[at]!];
    paid[payer] = paid[payer]! + amount;
    received[payee] = received[payee]! + amount;
  }
  return { received, paid };
}

/**
 * Points of the top 3 %, at least four: from here on an account can hold a cluster together. Among
 * accounts that were asked for because they are suspicious a share says nothing.
 */
export function standingOutFrom(context: Context, points: Float64Array): number {
  if (context.held.chosen) return PARAMETERS.partnerPoints;
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
    return points >= PARAMETERS.partnerPoints && (cashes || passedOn) ? last : "none";
  if (received === 0 && passedOn) return paid >= many ? "distributor" : last;
  if (received === 0) return paid >= many ? "distributor" : "victim";
  if (cashes) return "cash-out";
  if (received >= many && received >= mostlyTimes * paid) return "collector";
  if (paid >= many && paid >= mostlyTimes * received) return "distributor";
  return "transit";
}
