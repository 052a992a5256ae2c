import type { TraceMethod } from "../../../contract/tracing.ts";
import type { Tally } from "../tally.ts";
import type { World } from "../world.ts";
import { firstInFirstOut, lastInFirstOut } from "./fifo-and-lifo.ts";
import { evenOut } from "./pari-passu.ts";
import type { Pot } from "./pot.ts";
import { byContribution, lowestBalance, rollingProRata, victimFavourable } from "./pro-rata.ts";

/** A tracing rule. docs/tracing.md shows them side by side. */
export interface Rule {
  /** An empty account under the rule: what came in, and whose money each payment takes out. */
  readonly pot: () => Pot;
  /** What the rule does once all payments are followed. */
  readonly atEnd?: (world: World, tally: Tally) => void;
}

/** The only list of rules that has code in it; their names stand in contract/tracing.ts. */
export const RULES: Readonly<Record<TraceMethod, Rule>> = {
  fifo: { pot: firstInFirstOut },
  lifo: { pot: lastInFirstOut },
  "pro-rata": { pot: rollingProRata },
  libr: { pot: lowestBalance },
  "pari-passu": { pot: byContribution, atEnd: evenOut },
  "victim-favourable": { pot: victimFavourable },
};
