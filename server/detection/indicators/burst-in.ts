import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { type Bursts, burstPositions, burstsIn, carryBursts, explainBurst } from "./bursts.ts";
import { type Context, once } from "./context.ts";
import type { Indicator } from "./indicator.ts";
import { liftOf } from "./lift.ts";
import { transit } from "./transit.ts";

/**
 * Weighs bursts of receipts by what became of the money within three days, against what becomes of
 * strangers' money at large. Collections and fees are kept or spent slowly (`transitLift`: how much
 * quick transit says in this data, see lift.ts). Collections, fees and prices are also one sum for
 * all (at least five payers).
 */
function retained(context: Context, burst: Bursts, transitLift: number): Bursts {
  const { strangers, ledger, relations, relationOfRow } = context;
  const { sameSum, samePayers, sameSpread, leastLeft } = CONSTANTS.bursts;
  const kept = 1 - (1 - CONSTANTS.bursts.kept) * transitLift;
  const came = new Float64Array(relations.count);
  const left = new Float64Array(relations.count);
  let shares = 0;
  let lots = 0;
  for (let lot = 0; lot < ledger.count; lot += 1) {
    const relation = relationOfRow[ledger.row[lot]!]!;
    if (relation === -1 || relations.stranger[relation] === 0) continue;
    came[relation]! += ledger.amount[lot]!;
    left[relation]! += ledger.left[lot]!;
    shares += ledger.left[lot]! / ledger.amount[lot]!;
    lots += 1;
  }
  const usual = lots > 0 ? Math.max(leastLeft, shares / lots) : 1;
  const points = burst.points.map((value, account) => {
    if (value === 0) return 0;
    const sums = burstPositions(burst, strangers, account, true).map(
      (at) => strangers.relation[at]!,
    );
    let all = 0;
    let gone = 0;
    let squares = 0;
    for (const relation of sums) {
      const sum = came[relation]!;
      all += sum;
      gone += left[relation]!;
      squares += sum * sum;
    }
    const mean = all / sums.length;
    const spread = Math.sqrt(Math.max(0, squares / sums.length - mean * mean)) / mean;
    const same = sums.length >= samePayers && spread < sameSpread ? sameSum : 1;
    return value * same * (kept + (1 - kept) * Math.min(1, gone / all / usual));
  });
  return { ...burst, points };
}

/** How much quick transit says in this data, 0.2 to 1. */
export const transitLift = once((context) => liftOf(context, transit.points(context)));

export const weighedBurstsIn = once((context) =>
  retained(context, burstsIn(context), transitLift(context)),
);

export const burstIn: Indicator = {
  family: "burst-in",
  parameters: {
    ...CONSTANTS.bursts,
    windows: PARAMETERS.burstWindows,
    share: PARAMETERS.burstShare,
    strangerDays: PARAMETERS.strangerDays,
  },
  points: (context) => weighedBurstsIn(context).points,
  explain: (context, account) => explainBurst(context, weighedBurstsIn(context), account, true),
  carry: (context, into) => carryBursts(context, weighedBurstsIn(context), true, into),
};
