import { ORGANISATION } from "../../columns/columns.ts";
import { INDICATORS } from "../indicators/all-indicators.ts";
import type { Context } from "../indicators/context.ts";
import { forwardingsOf } from "../indicators/forwarding.ts";
import { relationPoints } from "../indicators/relation-points.ts";
import { sharedContacts } from "../indicators/shared-contact.ts";
import { PARAMETERS } from "../parameters.ts";

export type Weights = Readonly<Record<string, number>>;

export interface Scores {
  /** Its own: families added up. */
  readonly own: Float64Array;
  /** With what partners added. */
  readonly points: Float64Array;
  /** What partners added. */
  readonly credit: Float64Array;
  /** The partner that added most, -1 = none. */
  readonly partner: Int32Array;
}

/**
 * Families added up (`counted`), then three times what partners add. Across relations that
 * themselves carry at least four points: 0.45 of the best partner's, and at most what the relation
 * carries. Along forwarded money: the recipient gets as much of the payer's points, at most three times
 * the occasion's, unless it is an acquaintance (not `exclusive`); the account that forwards gets
 * what the next hop adds when that forwards the very transfer again. `weights` reweigh the families
 * (docs/detection.md, "Learning from decisions"); a family not named keeps 1.
 */
export function addUp(context: Context, weights: Weights = {}): Scores {
  const { flow, peers } = context;
  const own = new Float64Array(flow.accounts);
  for (const indicator of INDICATORS) {
    const weight = weights[indicator.family] ?? 1;
    const points = indicator.points(context);
    for (const account of peers.active) {
      own[account]! += weight * counted(points[account]!);
    }
  }
  let round: Scores = {
    own,
    points: own,
    credit: new Float64Array(flow.accounts),
    partner: new Int32Array(0),
  };
  const handing = weights["hand-on"] ?? 1;
  for (let times = 0; times < PARAMETERS.partnerRounds; times += 1)
    round = withPartners(context, own, round.points, handing);
  return round;
}

function withPartners(
  context: Context,
  own: Float64Array,
  before: Float64Array,
  handing: number,
): Scores {
  const { flow, relations } = context;
  const carriedBy = relationPoints(context);
  const forwardings = forwardingsOf(context);
  const share = PARAMETERS.partnerShare;
  const best = new Float64Array(flow.accounts);
  const partner = new Int32Array(flow.accounts).fill(-1);
  const offer = (to: number, from: number, most: number) => {
    const value = Math.min(most, share * before[from]!);
    if (value <= best[to]!) return;
    best[to] = value;
    partner[to] = from;
  };
  for (let at = 0; at < relations.count; at += 1) {
    const carried = carriedBy[at]!;
    if (carried < PARAMETERS.partnerPoints) continue;
    const [payer, payee] = [relations.from[at]!, relations.to[at]!];
    offer(payer, payee, share * carried);
    offer(payee, payer, share * carried);
  }
  // One telephone in several people's accounts is in one hand.
  for (const [account, { accounts }] of sharedContacts(context).with) {
    for (const other of accounts) offer(account, other, PARAMETERS.sharedBound);
  }
  const next = new Float64Array(flow.accounts);
  const { exitKind } = flow.columns.accounts;
  for (const one of forwardings.all) {
    for (const row of one.paid) {
      const payee = flow.columns.to[row]!;
      if (exitKind[payee] !== 0) continue;
      if (forwardings.exclusive[row] === 1)
        offer(payee, one.account, handing * PARAMETERS.handOnBound * one.points);
      const again = forwardings.byReceived.get(row);
      if (again) {
        const more = handing * Math.min(PARAMETERS.handOnNextHop, again.points);
        next[one.account] = Math.min(PARAMETERS.handOnNextHops, next[one.account]! + more);
        if (partner[one.account] === -1) partner[one.account] = payee;
      }
    }
  }
  // A shop that droppers pay at, a lender they repay: where money ends says nothing of the recipient
  // beyond its own points.
  const { holderKind } = flow.columns.accounts;
  const credit = best.map((value, account) => {
    const all = value + next[account]!;
    const business = relations.established[account] === 1 || holderKind[account] === ORGANISATION;
    return business ? Math.min(all, own[account]!) : all;
  });
  return {
    own,
    points: own.map((value, account) => value + credit[account]!),
    credit,
    partner,
  };
}

/**
 * What a family's points count in the sum: nearly all where they are many, next to nothing where
 * they are few. Most droppers stand out by two or three families, and a dozen families each a
 * little out of the ordinary are an ordinary account: a mixture of "this family bears on the
 * account" and "it does not", log10(1 + 10^(points − ½)) from its value at zero.
 */
export function counted(points: number): number {
  if (points === 0) return 0;
  const most = Math.min(PARAMETERS.cap, points);
  return Math.log10(
    (1 + 10 ** (most - PARAMETERS.familyDoubt)) / (1 + 10 ** -PARAMETERS.familyDoubt),
  );
}

/** 0..1, same order as the points; 12 points (one family at its cap) are a half. */
export function scoreOf(points: number): number {
  return points / (points + PARAMETERS.cap);
}
