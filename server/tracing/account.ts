import { least } from "../money/money.ts";
import { OWN, type Part, type Pot, type Way } from "./rules/pot.ts";
import { addTo, holdingOf, type Tally } from "./tally.ts";
import type { Checkpoint, World } from "./world.ts";

/** More than any account has ever held, in minor units. */
const ENDLESS = 10n ** 24n;

/** One account the trace has reached. */
export interface Reached {
  readonly account: number;
  readonly pot: Pot;
  /** Position in the account's checkpoints. */
  next: number;
  /** The last row that touched it. */
  last: number;
}

/**
 * An account as it stands before `row`: all that came earlier was the holder's own money, so far as
 * this trace knows.
 */
export function reach(world: World, tally: Tally, account: number, row: number, pot: Pot): Reached {
  const { columns, currency } = world;
  const { outgoing, incoming, bookedAt, amount } = columns;
  const checkpoints = world.checkpoints.get(account) ?? [];
  const endless = world.endless === true && !world.openingKnown(account);
  let [own, next, missing] = [endless ? ENDLESS : 0n, 0, 0n];
  let out = outgoing.offsets[account] as number;
  let into = incoming.offsets[account] as number;
  const [outEnd, intoEnd] = [
    outgoing.offsets[account + 1] as number,
    incoming.offsets[account + 1] as number,
  ];
  const settle = (before: number) => {
    for (let point = checkpoints[next]; point && due(point, before); point = checkpoints[next]) {
      own = positive(point.balance);
      next += 1;
    }
  };
  while (out < outEnd || into < intoEnd) {
    const paid = out < outEnd ? (outgoing.rows[out] as number) : row;
    const received = into < intoEnd ? (incoming.rows[into] as number) : row;
    const at = Math.min(paid, received);
    if (at >= row) break;
    if (paid === at) out += 1;
    if (received === at) into += 1;
    if (paid === received || columns.currency[at] !== currency) continue;
    settle(bookedAt[at] as number);
    if (received === at) own += amount[at] as bigint;
    else {
      own -= amount[at] as bigint;
      if (own < 0n) [missing, own] = [missing - own, 0n];
    }
  }
  settle(bookedAt[row] as number);
  if (own > 0n) pot.add(OWN, own);
  addTo(tally.unexplained, account, missing);
  tally.before.set(account, { row, own });
  return { account, pot, next, last: row };
}

/**
 * Takes a payment out by the rule; what the account cannot cover came from money the data does not
 * show.
 */
export function pay(tally: Tally, from: Reached, amount: bigint, way: Way): Part[] {
  const parts = from.pot.take(amount, way);
  return covered(tally, from, parts, amount);
}

/**
 * A victim's reported payment: his own money as far as it goes, and of others' only what is then
 * missing.
 */
export function payOwnFirst(tally: Tally, from: Reached, amount: bigint): Part[] {
  const own = from.pot.takeOf(OWN, amount);
  const others = from.pot.take(amount - own, "account");
  const missing = amount - own - others.reduce((sum, part) => sum + part.amount, 0n);
  if (missing > 0n) addTo(tally.unexplained, from.account, missing);
  // His own lies together, seen or unseen, so that what an unknown opening balance was changes
  // nothing in the order of the rest.
  const mine = own + missing;
  return mine > 0n ? [{ tag: OWN, amount: mine }, ...others] : [...others];
}

/**
 * A reversal: what the row it takes back had brought goes back first, the rest is own money, then
 * what the rule says.
 */
export function payBack(
  tally: Tally,
  from: Reached,
  brought: readonly Part[],
  amount: bigint,
): Part[] {
  const parts: Part[] = [];
  let left = amount;
  for (const { tag, amount: part } of brought) {
    if (tag === OWN) continue;
    const taken = from.pot.takeOf(tag, least(part, left));
    if (taken > 0n) parts.push({ tag, amount: taken });
    left -= taken;
  }
  return [...parts, ...payOwnFirst(tally, from, left)];
}

function covered(tally: Tally, from: Reached, parts: Part[], amount: bigint): Part[] {
  const missing = amount - parts.reduce((sum, part) => sum + part.amount, 0n);
  if (missing > 0n) {
    addTo(tally.unexplained, from.account, missing);
    parts.push({ tag: OWN, amount: missing });
  }
  return parts;
}

/**
 * Brings an account to the balances its statements state before an instant. More than the known
 * transfers explain is own money. Less means that some left unseen, and by the rule some of it may
 * be a victim's.
 */
export function settleUntil(world: World, tally: Tally, reached: Reached, before: number): void {
  const checkpoints = world.checkpoints.get(reached.account);
  if (checkpoints === undefined) return;
  for (
    let point = checkpoints[reached.next];
    point && due(point, before);
    point = checkpoints[reached.next]
  ) {
    reached.next += 1;
    const difference = positive(point.balance) - reached.pot.total();
    if (difference === 0n) continue;
    const parts = difference > 0n ? [] : reached.pot.take(-difference, "out");
    const corrections = tally.corrections.get(reached.account) ?? [];
    corrections.push({ at: point.at, amount: difference, parts });
    tally.corrections.set(reached.account, corrections);
    if (difference > 0n) reached.pot.add(OWN, difference);
    for (const { tag, amount } of parts) {
      if (tag === OWN) continue;
      const holding = holdingOf(tally, reached.account, tag);
      holding.held -= amount;
      holding.beyond += amount;
      holding.lastLeftAt = point.at;
    }
  }
}

function due(point: Checkpoint, before: number): boolean {
  return point.kind === "opening" ? point.at <= before : point.at < before;
}

function positive(balance: bigint): bigint {
  return balance > 0n ? balance : 0n;
}
