import { calibrate } from "../network/peer-groups.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";
import { type Context, once } from "./context.ts";
import { inOrder, rowsOfRelation, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { weighedByLift } from "./lift.ts";

/**
 * A pair that never dealt before pays again and again within three days and then never more:
 * Poisson tail of the number of such repeats against the peers' mean, calibrated on peers.
 * Structuring below a limit and a collector milked in several steps look like this.
 */
const repeatPoints = once((context): Float64Array => {
  const { flow, relations, peers } = context;
  const counts = new Float64Array(flow.accounts);
  for (let index = 0; index < relations.count; index += 1) {
    const again = relations.transfers[index]! - 1;
    const life = relations.last[index]! - relations.first[index]!;
    if (again < 1 || life > PARAMETERS.repeatDays || relations.back[index] !== -1) continue;
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

/** Relations it pays along, then relations with strangers. */
function relationsOfAccount({ relations, strangers }: Context, account: number): Set<number> {
  const found = new Set<number>();
  const end = relations.offsets[account + 1]!;
  for (let at = relations.offsets[account]!; at < end; at += 1) found.add(at);
  const others = strangers.relation.subarray(
    strangers.offsets[account],
    strangers.offsets[account + 1],
  );
  for (const relation of others) found.add(relation);
  return found;
}

export const repeats: Indicator = {
  family: "repeats",
  parameters: { ...CONSTANTS.repeats, days: PARAMETERS.repeatDays },
  points: repeatPoints,
  explain: (context, account) => {
    const { relations } = context;
    const rows: number[] = [];
    let pairs = 0;
    for (const relation of relationsOfAccount(context, account)) {
      const life = relations.last[relation]! - relations.first[relation]!;
      if (relations.transfers[relation]! < 2 || life > PARAMETERS.repeatDays) continue;
      pairs += 1;
      rows.push(...rowsOfRelation(context, relation));
    }
    return {
      code: "repeats",
      params: { pairs, transfers: rows.length, ...sumOf(context.columns, rows) },
      rows: inOrder(rows),
    };
  },
};
