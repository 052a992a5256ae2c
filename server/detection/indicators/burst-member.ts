import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { transitLift, weighedBurstsIn } from "./burst-in.ts";
import { type Bursts, burstPositions, burstsOut, shareOfBurst } from "./bursts.ts";
import { type Context, once, raise } from "./context.ts";
import { inOrder, rowsOfRelation, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { relationPoints } from "./relation-points.ts";

/**
 * The other ends of bursts: each has the best share of a burst it was part of. Payers into a burst
 * lose most of it where money moves on quickly: there they were robbed.
 */
const membersOfBursts = once((context): Float64Array => {
  const members = new Float64Array(context.flow.accounts);
  const payers = 1 - CONSTANTS.bursts.payersLose * transitLift(context);
  raiseMembers(context, weighedBurstsIn(context), true, payers, members);
  raiseMembers(context, burstsOut(context), false, 1, members);
  return members;
});

function raiseMembers(
  { strangers, peers }: Context,
  burst: Bursts,
  incoming: boolean,
  weight: number,
  members: Float64Array,
): void {
  for (const account of peers.active) {
    const points = burst.points[account]!;
    if (points <= 0) continue;
    const positions = burstPositions(burst, strangers, account, incoming);
    const share = shareOfBurst(points, positions.length);
    for (const at of positions) raise(members, strangers.other[at]!, share * weight);
  }
}

export const burstMember: Indicator = {
  family: "partners",
  ofStubs: true,
  parameters: {
    payersLose: CONSTANTS.bursts.payersLose,
    memberShare: CONSTANTS.bursts.memberShare,
    share: PARAMETERS.burstShare,
  },
  points: membersOfBursts,
  explain: (context, account) => {
    const { strangers } = context;
    const least = membersOfBursts(context)[account]! * CONSTANTS.bursts.memberShare;
    const carried = relationPoints(context);
    const rows: number[] = [];
    const end = strangers.offsets[account + 1]!;
    for (let at = strangers.offsets[account]!; at < end; at += 1) {
      const relation = strangers.relation[at]!;
      if (carried[relation]! >= least) rows.push(...rowsOfRelation(context, relation));
    }
    return {
      code: "burst-member",
      params: { transfers: rows.length, ...sumOf(context.columns, rows) },
      rows: inOrder(rows),
    };
  },
};
