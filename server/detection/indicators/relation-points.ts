import { burstIn } from "./burst-in.ts";
import { burstOut } from "./burst-out.ts";
import { chains } from "./chains.ts";
import { once } from "./context.ts";
import { cycles } from "./cycles.ts";
import { forwarding } from "./forwarding.ts";
import type { Indicator } from "./indicator.ts";
import { loops } from "./loops.ts";
import { reportedMoney } from "./reported-money.ts";
import { transit } from "./transit.ts";

/** Indicators that relations carry, in the order they are added up: sums depend on it. */
const CARRIED: readonly Indicator[] = [
  loops,
  cycles,
  chains,
  forwarding,
  burstIn,
  burstOut,
  transit,
  reportedMoney,
];

/**
 * Points that a relation itself carries: loops, cycles, chains, forwarded money, bursts, transit,
 * stolen money.
 */
export const relationPoints = once((context): Float64Array => {
  const points = new Float64Array(context.relations.count);
  for (const indicator of CARRIED) indicator.carry?.(context, points);
  return points;
});
