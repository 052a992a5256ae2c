import { type Reached, reach, settleUntil } from "./account.ts";
import { arrive } from "./arrival.ts";
import { giveBack, takeOut } from "./departure.ts";
import { isHome, type Pass } from "./pass.ts";
import { refunds } from "./refunds.ts";
import { OWN, type Part, type Pot } from "./rules/pot.ts";
import { addTo, emptyTally, type Tally } from "./tally.ts";
import type { Converted, Limits, Theft, World } from "./world.ts";

/** Why an account's rows are looked at. */
const HOME = 1;
const REACHED = 2;

/**
 * Follows the victims' money through the transfers in time order under one rule
 * (server/tracing/rules). One pass over the rows from the first theft on. An account takes part
 * from the moment stolen money first reaches it; its earlier balance is then worked out. Every
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
  const pass: Pass = {
    world,
    tally,
    limits,
    homes,
    emptyPot,
    reached: new Map(),
    active: new Uint8Array(columns.accounts.length),
    brought: new Map(),
  };
  const { active, brought } = pass;
  const pending = [...thefts].sort((left, right) => left.row - right.row);
  const takenBack = new Set(world.reversals.values());
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
        ? given.outOf(payer, row, (tag) => isHome(pass, tag, payee))
        : undefined;
    const parts =
      fresh !== undefined
        ? exchangedParts(fresh, whole)
        : back === undefined
          ? takeOut(pass, row, payer, payee, whole, theft)
          : giveBack(pass, payer, back, whole);
    if (takenBack.has(row)) brought.set(row, parts);
    const small = limits.minimum === undefined ? undefined : smallParts(parts, limits.minimum);
    const payment = { row, at, payer, payee, origin: fresh ?? theft, small };
    const arrived = parts.map((part) => ({
      tag: arrive(pass, payment, part),
      amount: part.amount,
    }));
    if (stops.has(payee) || world.conversions.has(row)) {
      const stopped = parts.filter((part) => part.tag !== OWN);
      if (stopped.length > 0) given.into(payee, { row, payer, parts: stopped });
    } else putIn(pass, row, payee, arrived);
  }
  for (const account of pass.reached.values()) {
    settleUntil(world, tally, account, Number.POSITIVE_INFINITY);
    endOfData(pass, account);
  }
  return tally;
}

function putIn(pass: Pass, row: number, payee: number, parts: readonly Part[]): void {
  const { world, tally, reached, active } = pass;
  let target = reached.get(payee);
  if (target === undefined) {
    if (world.stops.has(payee) || parts.every((part) => part.tag === OWN)) return;
    if (world.followed?.has(payee) === false) return;
    target = reach(world, tally, payee, row, pass.emptyPot());
    reached.set(payee, target);
    active[payee] = (active[payee] as number) | REACHED;
  } else settleUntil(world, tally, target, world.columns.bookedAt[row] as number);
  target.last = row;
  for (const { tag, amount: sum } of parts) target.pot.add(tag, sum);
}

/**
 * The remaining money is held where the account is known from the money's arrival to its last
 * movement, else it is beyond the data.
 */
function endOfData(pass: Pass, { account, last }: Reached): void {
  const { world, tally } = pass;
  const days = world.days(account);
  const until = world.columns.bookedAt[last] as number;
  for (const [victim, holding] of tally.holdings.get(account) ?? []) {
    if (holding.held === 0n || isHome(pass, victim, account)) continue;
    if (days.some((known) => known.from <= holding.since && until <= known.until)) continue;
    holding.beyond += holding.held;
    holding.held = 0n;
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
