import { ORGANISATION } from "../../columns/columns.ts";
import { pointsFor, SHAPES } from "../indicators/all-indicators.ts";
import type { Context } from "../indicators/context.ts";
import { forwardingsOf } from "../indicators/forwarding.ts";
import { listed } from "../indicators/listed.ts";
import { oneHand } from "../indicators/operated-together.ts";
import { relationPoints } from "../indicators/relation-points.ts";
import { reportedMoney } from "../indicators/reported-money.ts";
import { sharedContacts } from "../indicators/shared-contact.ts";
import { PARAMETERS } from "../parameters.ts";
import { counted, type Scores } from "./scores.ts";

type ShapeScores = Omit<Scores, "money">;

/** What is known from outside: it lends its points along shapes too, but counts with the money. */
const KNOWN = [reportedMoney, listed, oneHand];

/**
 * The shapes' families added up (`counted`), then three times what partners add. Across relations
 * that themselves carry at least four points: 0.45 of the best partner's, and at most what the
 * relation carries. Along forwarded money. The recipient gets as much of the payer's points, at
 * most three times the occasion's, unless it is an acquaintance (not `exclusive`). The account that
 * forwards gets what the next hop adds when that forwards the very transfer again. What is known
 * from people takes part in lending and is taken off at the end.
 */
export function addUpShapes(context: Context): ShapeScores {
  const { flow, peers } = context;
  const own = new Float64Array(flow.accounts);
  for (const indicator of [...SHAPES, ...KNOWN]) {
    for (const account of peers.active) {
      own[account] = own[account]! + counted(pointsFor(context, indicator, account));
    }
  }
  let round: ShapeScores = {
    own,
    points: own,
    credit: new Float64Array(flow.accounts),
    partner: new Int32Array(0),
  };
  for (let times = 0; times < PARAMETERS.partnerRounds; times += 1)
    round = withPartners(context, own, round.points);
  const known = new Float64Array(flow.accounts);
  for (const indicator of KNOWN) {
    const points = indicator.points(context);
    for (const account of peers.active)
      known[account] = known[account]! + counted(points[account]!);
  }
  const without = (values: Float64Array) => values.map((value, account) => value - known[account]!);
  return { ...round, own: without(round.own), points: without(round.points) };
}

function withPartners(context: Context, own: Float64Array, before: Float64Array): ShapeScores {
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
        offer(payee, one.account, PARAMETERS.handOnBound * one.points);
      const again = forwardings.byReceived.get(row);
      if (again) {
        const more = Math.min(PARAMETERS.handOnNextHop, again.points);
        next[one.account] = Math.min(PARAMETERS.handOnNextHops, next[one.account]! + more);
        if (partner[one.account] === -1) partner[one.account] = payee;
      }
    }
  }
  // A shop that droppers pay at, a lender they repay: where money ends says nothing of the
  // recipient beyond its own points.
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
