import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { transitLift, weighedBurstsIn } from "./burst-in.ts";
import { type Bursts, burstPositions, burstsOut, shareOfBurst } from "./bursts.ts";
import { type Context, once, raise } from "./context.ts";
import { inOrder, rowsOfRelation, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";

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

/** Relations by which an account was the other end of bursts that stand out, by account. */
const burstRelations = once((context): ReadonlyMap<number, readonly number[]> => {
  const { strangers, peers } = context;
  const found = new Map<number, number[]>();
  for (const [burst, incoming] of [
    [weighedBurstsIn(context), true],
    [burstsOut(context), false],
  ] as const)
    for (const account of peers.active) {
      if (burst.points[account]! <= 0) continue;
      for (const at of burstPositions(burst, strangers, account, incoming)) {
        const own = found.get(strangers.other[at]!);
        if (own) own.push(strangers.relation[at]!);
        else found.set(strangers.other[at]!, [strangers.relation[at]!]);
      }
    }
  return found;
});

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
    const own = burstRelations(context).get(account) ?? [];
    const rows = inOrder(own.flatMap((relation) => rowsOfRelation(context, relation)));
    if (rows.length === 0) return undefined;
    return {
      code: "burst-member",
      params: { transfers: rows.length, ...sumOf(context.columns, rows) },
      rows,
    };
  },
};
