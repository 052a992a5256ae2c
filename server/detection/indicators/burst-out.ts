import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { burstsOut, carryBursts, explainBurst } from "./bursts.ts";
import type { Indicator } from "./indicator.ts";

/** Many strangers paid in few days (bursts.ts). */
export const burstOut: Indicator = {
  family: "burst-out",
  parameters: {
    leastPeople: CONSTANTS.bursts.leastPeople,
    windows: PARAMETERS.burstWindows,
    share: PARAMETERS.burstShare,
    strangerDays: PARAMETERS.strangerDays,
  },
  points: (context) => burstsOut(context).points,
  explain: (context, account) => explainBurst(context, burstsOut(context), account, false),
  carry: (context, into) => carryBursts(context, burstsOut(context), false, into),
};
