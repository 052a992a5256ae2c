import { PARAMETERS } from "../parameters.ts";
import { once } from "./context.ts";
import type { Indicator } from "./indicator.ts";

/** An account in the Anti-Fraud Centre's base (`listed` on the account). */
export const listed: Indicator = {
  family: "listed",
  ofStubs: true,
  parameters: { points: PARAMETERS.listedPoints },
  points: once(({ flow, input }) => {
    const points = new Float64Array(flow.accounts);
    for (const account of input.listed) points[account] = PARAMETERS.listedPoints;
    return points;
  }),
  explain: () => ({ code: "listed", params: {}, rows: [] }),
};
