import { pay, payBack, payOwnFirst, type Reached, reach, settleUntil } from "./account.ts";
import { refunds, type Stopped } from "./refunds.ts";
import { OWN, type Part, type Pot } from "./rules/pot.ts";
import { addTo, cut, emptyTally, holdingOf, type Step, type Tally } from "./tally.ts";
import type { Converted, Limits, Theft, World } from "./world.ts";

/** Why an account's rows are looked at. */
const HOME = 1;
const REACHED = 2;

/**
 * Follows the victims' money through the transfers in time order under one rule
 * (server/tracing/rules). One pass over the rows from the first theft on; an account takes part
 * from the moment stolen money first reaches it, and its earlier balance is then worked out. Every
 * tenge of every victim is in the end held, exited or beyond the data, on exactly one account.
 *
 * @param thefts rows called stolen, each once
 * @param homes by victim: his own accounts, where his money is home again
 * @param converted money that came in from another currency
 */
export function propagate(
  world: World,
  thefts: readonly Theft[],
  homes: readonly ReadonlySet<number>[],
  emptyPot: () => Pot,
  limits: Limits = {},
  converted: readonly Converted[] = [],
): Tally {
  const { columns, stops } = world;
  const { from, to, amount, bookedAt } = columns;
  const tally = emptyTally();
  const reached = new Map<number, Reached>();
  const active = new Uint8Array(columns.accounts.length);
  const pending = [...thefts].sort((left, right) => left.row - right.row);
  const takenBack = new Set(world.reversals.values());
  /** Money brought by rows that are reversed later. */
  const brought = new Map<number, readonly Part[]>();
  const exchanged = new Map<number, Converted[]>();
  for (const one of converted) exchanged.set(one.row, [...(exchanged.get(one.row) ?? []), one]);
  const first = [...pending, ...converted].reduce(
    (row, one) => Math.min(row, one.row),
    columns.length,
  );
  const given = refunds(world);
  // Rows of victims' own accounts are looked at too: money can come home from where the trace
  // stopped.
  for (const home of homes) for (const account of home) active[account] = HOME;
  let next = 0;

  for (let row = first; row < columns.length; row += 1) {
    const payer = from[row] as number;
    const payee = to[row] as number;
    let theft: Theft | undefined;
    if (pending[next]?.row === row) {
      theft = pending[next];
      next += 1;
    } else if (active[payer] === 0 && active[payee] === 0 && !exchanged.has(row)) continue;
    if (columns.currency[row] !== world.currency || payer === payee) continue;
    const whole = amount[row] as bigint;
    const at = bookedAt[row] as number;

    const fresh = exchanged.get(row);
    const back =
      theft === undefined && stops.has(payer)
        ? given.outOf(payer, row, (tag) => isHome(tag, payee))
        : undefined;
    const parts =
      fresh !== undefined
        ? exchangedParts(fresh, whole)
        : back === undefined
          ? takeOut(row, payer, payee, whole, theft)
          : giveBack(payer, back, whole);
    if (takenBack.has(row)) brought.set(row, parts);
    const small = limits.minimum === undefined ? undefined : smallParts(parts, limits.minimum);
    const arrived = parts.map((part) => ({
      tag: arrive(row, at, payer, payee, part, fresh ?? theft, small),
      amount: part.amount,
    }));
    if (stops.has(payee) || world.conversions.has(row)) {
      const stopped = parts.filter((part) => part.tag !== OWN);
      if (stopped.length > 0) given.into(payee, { row, payer, parts: stopped });
    } else putIn(row, payee, arrived);
  }
  for (const account of reached.values()) {
    settleUntil(world, tally, account, Number.POSITIVE_INFINITY);
    endOfData(account);
  }
  return tally;

  /** The payment by owner, before it has arrived. A victim's reported payment is his own money. */
  function takeOut(
    row: number,
    payer: number,
    payee: number,
    whole: bigint,
    theft: Theft | undefined,
  ): Part[] {
    const source = reached.get(payer);
    if (source === undefined) return [{ tag: theft?.victim ?? OWN, amount: whole }];
    settleUntil(world, tally, source, bookedAt[row] as number);
    source.last = row;
    if (theft !== undefined) {
      const parts = payOwnFirst(tally, source, whole);
      return parts.map((part) =>
        part.tag === OWN ? { tag: theft.victim, amount: part.amount } : part,
      );
    }
    const original = world.reversals.get(row);
    const carried = original === undefined ? undefined : brought.get(original);
    if (carried !== undefined) return payBack(tally, source, carried, whole);
    return pay(tally, source, whole, stops.has(payee) ? "out" : "account");
  }

  /**
   * Takes what had gone into a stop out of what exited there, as if it were held there for this
   * moment.
   */
  function giveBack(stop: number, back: Stopped, whole: bigint): Part[] {
    let left = whole;
    for (const { tag, amount: sum } of back.parts) {
      // Money through an exit was booked as gone from the payer's account, unless the victim
      // himself paid it.
      if (stops.get(stop) === "exit" && !isHome(tag, back.payer)) {
        const payer = holdingOf(tally, back.payer, tag);
        payer.exited -= sum;
        payer.passedOn += sum;
        holdingOf(tally, stop, tag).passedOn -= sum;
      } else holdingOf(tally, stop, tag).exited -= sum;
      holdingOf(tally, stop, tag).held += sum;
      left -= sum;
    }
    return left > 0n ? [...back.parts, { tag: OWN, amount: left }] : [...back.parts];
  }

  function isHome(tag: number, account: number): boolean {
    return homes[tag]?.has(account) === true;
  }

  /**
   * Books one part at its new place; returns whose it is there, OWN where it is not followed
   * further.
   */
  function arrive(
    row: number,
    at: number,
    payer: number,
    payee: number,
    part: Part,
    origin: Theft | readonly Converted[] | undefined,
    small: ReadonlySet<number> | undefined,
  ): number {
    if (part.tag === OWN) return OWN;
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
    else if (theft !== undefined && theft.victim !== OWN) addTo(tally.others, theft.victim, sum);
    const stop = stops.get(payee) ?? (world.conversions.has(row) ? "exchange" : undefined);
    const generation = exchange?.generation ?? (left?.generation ?? 0) + 1;
    record(row, tag, sum, generation);
    const there = holdingOf(tally, payee, tag);
    there.received += sum;
    there.firstReceivedAt ??= at;
    there.generation = Math.min(there.generation, isHome(tag, payee) ? 0 : generation);
    if (stop === "exit") {
      // Cash, a shop, an exchange is no one's account: the money left from the payer's.
      (left ?? there).exited += sum;
      return OWN;
    }
    if (left !== undefined) left.passedOn += sum;
    if (isHome(tag, payee)) {
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
    if (there.held === 0n) there.since = at;
    there.held += sum;
    return tag;
  }

  function record(row: number, tag: number, sum: bigint, generation: number): void {
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

  function putIn(row: number, payee: number, parts: readonly Part[]): void {
    let target = reached.get(payee);
    if (target === undefined) {
      if (stops.has(payee) || parts.every((part) => part.tag === OWN)) return;
      target = reach(world, tally, payee, row, emptyPot());
      reached.set(payee, target);
      active[payee] = (active[payee] as number) | REACHED;
    } else settleUntil(world, tally, target, bookedAt[row] as number);
    target.last = row;
    for (const { tag, amount: sum } of parts) target.pot.add(tag, sum);
  }

  /**
   * The remaining money is held where the account is known from the money's arrival to its last
   * movement,
   * else it is beyond the data.
   */
  function endOfData({ account, last }: Reached): void {
    const days = world.days(account);
    const until = bookedAt[last] as number;
    for (const [victim, holding] of tally.holdings.get(account) ?? []) {
      if (holding.held === 0n || isHome(victim, account)) continue;
      if (days.some((known) => known.from <= holding.since && until <= known.until)) continue;
      holding.beyond += holding.held;
      holding.held = 0n;
    }
  }
}

/** Victims whose part of a payment, taken together, is below the least that is followed. */
function smallParts(parts: readonly Part[], minimum: bigint): Set<number> {
  const sums = new Map<number, bigint>();
  for (const { tag, amount } of parts) addTo(sums, tag, amount);
  return new Set([...sums].filter(([, sum]) => sum < minimum).map(([tag]) => tag));
}

function exchangedParts(exchanged: readonly Converted[], whole: bigint): Part[] {
  const parts = exchanged.map(({ victim, amount }) => ({ tag: victim, amount }));
  const own = whole - parts.reduce((sum, part) => sum + part.amount, 0n);
  return own > 0n ? [...parts, { tag: OWN, amount: own }] : parts;
}
