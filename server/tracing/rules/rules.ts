import type { TraceMethod } from "../../../contract/tracing.ts";
import { byContribution, lowestBalance, rollingProRata, victimFavourable } from "./pool.ts";
import type { Pot } from "./pot.ts";
import { firstInFirstOut, lastInFirstOut } from "./queue.ts";

/** An empty pot under each rule. docs/tracing.md shows them side by side. */
export const RULES: Readonly<Record<TraceMethod, () => Pot>> = {
  fifo: firstInFirstOut,
  lifo: lastInFirstOut,
  "pro-rata": rollingProRata,
  libr: lowestBalance,
  "pari-passu": byContribution,
  "victim-favourable": victimFavourable,
};
