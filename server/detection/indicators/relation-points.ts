import { burstIn } from "./burst-in.ts";
import { burstOut } from "./burst-out.ts";
import { chains } from "./chains.ts";
import { rounded } from "./chance.ts";
import { addAll, type Context, once } from "./context.ts";
import { cycles } from "./cycles.ts";
import { forwarding } from "./forwarding.ts";
import { gathered } from "./gathered.ts";
import type { Indicator } from "./indicator.ts";
import { loops } from "./loops.ts";
import { matchedPayment } from "./matched-payment.ts";
import { movesOn } from "./money-passed-on.ts";
import { reportedMoney } from "./reported-money.ts";
import { split } from "./split.ts";
import { transit } from "./transit.ts";

/** Indicators that relations carry, in the order they are added up: sums depend on it. */
const MONEY: readonly Indicator[] = [matchedPayment, gathered, split];
const SHAPES: readonly Indicator[] = [
  loops,
  cycles,
  chains,
  forwarding,
  burstIn,
  burstOut,
  transit,
];

/**
 * Points that a relation itself carries. Money passed on counts as far as money moves on in this
 * data. Loops, cycles, chains, forwarded money, bursts and transit count as far as it does not;
 * stolen money counts in full.
 */
export const relationPoints = once((context): Float64Array => {
  const points = new Float64Array(context.relations.count);
  const { weight } = movesOn(context);
  carry(context, MONEY, weight, points);
  carry(context, SHAPES, 1 - weight, points);
  reportedMoney.carry?.(context, points);
  return points.map(rounded);
});

function carry(
  context: Context,
  indicators: readonly Indicator[],
  weight: number,
  into: Float64Array,
): void {
  if (weight === 0) return;
  const carried = new Float64Array(into.length);
  for (const indicator of indicators) indicator.carry?.(context, carried);
  addAll(into, carried, weight);
}
