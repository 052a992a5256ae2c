import { isHome, type Pass } from "./pass.ts";
import { OWN, type Part } from "./rules/pot.ts";
import { addTo, cut, holdingOf, type Step, type Tally } from "./tally.ts";
import type { Converted, Theft } from "./world.ts";

/** A payment whose parts arrive. */
export interface Payment {
  readonly row: number;
  readonly at: number;
  readonly payer: number;
  readonly payee: number;
  /** The theft or the exchange that brings fresh money with it. */
  readonly origin: Theft | readonly Converted[] | undefined;
  /** Victims whose parts are too small to be followed on. */
  readonly small: ReadonlySet<number> | undefined;
}

/**
 * Books one part at its new place; returns whose it is there, OWN where it is not followed
 * further.
 */
export function arrive(pass: Pass, payment: Payment, part: Part): number {
  if (part.tag === OWN) return OWN;
  const { world, tally, limits } = pass;
  const { row, at, payer, payee, origin, small } = payment;
  const { tag, amount: sum } = part;
  const theft = origin !== undefined && "victim" in origin ? origin : undefined;
  const exchange =
    origin !== undefined && !("victim" in origin)
      ? origin.find((one) => one.victim === tag)
      : undefined;
  const fresh = theft?.victim === tag || exchange !== undefined;
  const left = fresh ? undefined : holdingOf(tally, payer, tag);
  if (left !== undefined) {
    left.held -= sum;
    left.lastLeftAt = at;
    if (limits.until !== undefined && at > limits.until) {
      left.beyond += sum;
      left.cut += sum;
      cut(tally.cutOff.horizon, tag, sum, row);
      return OWN;
    }
  }
  if (fresh) addTo(tally.stolen, tag, sum);
  const stop = world.stops.get(payee) ?? (world.conversions.has(row) ? "exchange" : undefined);
  const generation = exchange?.generation ?? (left?.generation ?? 0) + 1;
  record(tally, row, tag, sum, generation);
  const there = holdingOf(tally, payee, tag);
  there.received += sum;
  there.firstReceivedAt ??= at;
  there.generation = Math.min(there.generation, isHome(pass, tag, payee) ? 0 : generation);
  if (stop === "exit") {
    // Cash, a shop, an exchange is no one's account: the money left from the payer's.
    (left ?? there).exited += sum;
    return OWN;
  }
  if (left !== undefined) left.passedOn += sum;
  if (there.held === 0n) there.since = at;
  if (isHome(pass, tag, payee)) {
    there.held += sum;
    addTo(tally.returned, tag, sum);
    return OWN;
  }
  if (stop !== undefined) {
    there.exited += sum;
    return OWN;
  }
  if (small?.has(tag)) {
    there.beyond += sum;
    there.cut += sum;
    cut(tally.cutOff.minimum, tag, sum, row);
    return OWN;
  }
  there.held += sum;
  return tag;
}

function record(tally: Tally, row: number, tag: number, sum: bigint, generation: number): void {
  let step: Step | undefined = tally.steps.at(-1);
  if (step?.row !== row) {
    step = { row, parts: new Map(), generation: new Map() };
    tally.steps.push(step);
  }
  addTo(step.parts, tag, sum);
  step.generation.set(
    tag,
    Math.min(step.generation.get(tag) ?? Number.POSITIVE_INFINITY, generation),
  );
}
