import { calibrate } from "../network/peer-groups.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";
import { type Context, once } from "./context.ts";
import { inOrder, rowsOfRelation, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { weighedByLift } from "./lift.ts";

/**
 * A pair that never dealt before pays again and again within three days and then never more. Points
 * are the Poisson tail of the number of such repeats against the peers' mean, calibrated on peers.
 * Structuring below a limit and a collector milked in several steps look like this.
 */
const repeatPoints = once((context): Float64Array => {
  const { flow, relations, peers } = context;
  const counts = new Float64Array(flow.accounts);
  for (let index = 0; index < relations.count; index += 1) {
    if (!isRepeated(context, index)) continue;
    const again = relations.transfers[index]! - 1;
    counts[relations.from[index]!]! += again;
    counts[relations.to[index]!]! += again;
  }
  const raw = new Float64Array(flow.accounts);
  for (const members of peers.members) {
    let sum = 0;
    for (const account of members) sum += counts[account]!;
    const mean = sum / members.length;
    for (const account of members) raw[account] = poissonPoints(counts[account]!, mean);
  }
  const points = calibrate(raw, peers).map((value) => value * CONSTANTS.repeats.weight);
  return weighedByLift(context, points);
});

/** A pair that paid again within days, one way only. */
function isRepeated({ relations }: Context, relation: number): boolean {
  const life = relations.last[relation]! - relations.first[relation]!;
  const again = relations.transfers[relation]! >= 2 && life <= PARAMETERS.repeatDays;
  return again && relations.back[relation] === -1;
}

const repeatedByAccount = once((context): ReadonlyMap<number, readonly number[]> => {
  const { relations } = context;
  const found = new Map<number, number[]>();
  for (let relation = 0; relation < relations.count; relation += 1) {
    if (!isRepeated(context, relation)) continue;
    for (const account of [relations.from[relation]!, relations.to[relation]!]) {
      const own = found.get(account);
      if (own) own.push(relation);
      else found.set(account, [relation]);
    }
  }
  return found;
});

export const repeats: Indicator = {
  family: "repeats",
  parameters: { ...CONSTANTS.repeats, days: PARAMETERS.repeatDays },
  points: repeatPoints,
  explain: (context, account) => {
    const pairs = repeatedByAccount(context).get(account) ?? [];
    const rows = inOrder(pairs.flatMap((relation) => rowsOfRelation(context, relation)));
    return {
      code: "repeats",
      params: { pairs: pairs.length, transfers: rows.length, ...sumOf(context.columns, rows) },
      rows,
    };
  },
};
