import type { TransferColumns } from "../columns/columns.ts";
import { allocate } from "../money/money.ts";
import { DAY } from "../time/instant.ts";
import { OWN } from "./rules/pot.ts";
import type { Tally } from "./tally.ts";
import type { Converted, World } from "./world.ts";

/** The other leg is booked within so long. */
const LEG_DAYS = DAY;

/**
 * Exchanges of money of which the data shows both legs, by the row of the leg that was paid. A
 * holder pays a bank, an exchange or another account of his own in one currency. Within a day an
 * account of his gets another currency from there. The nearest leg counts, each once.
 */
export function bothLegs(
  columns: TransferColumns,
  isStop: (account: number) => boolean,
): Map<number, number> {
  const legs = new Map<number, number>();
  /**
   * Money received in one exchange is not the money given in the next: that would be another
   * payment.
   */
  const got = new Set<number>();
  if (columns.currencies.length < 2) return legs;
  const { from, to, bookedAt, currency, accounts } = columns;
  const ofHolder = new Map<number, number[]>();
  accounts.holder.forEach((holder, account) => {
    if (holder >= 0) ofHolder.set(holder, [...(ofHolder.get(holder) ?? []), account]);
  });
  for (let row = 0; row < columns.length; row += 1) {
    const [payer, payee] = [from[row] as number, to[row] as number];
    const holder = accounts.holder[payee] as number;
    const own = holder >= 0 && accounts.holder[payer] === holder && payer !== payee;
    if (!own && (!isStop(payer) || isStop(payee))) continue;
    const candidates = own ? [payer] : (ofHolder.get(holder) ?? [payee]);
    let nearest: number | undefined;
    for (const account of candidates) {
      const paid = columns.outgoing;
      for (
        let at = (paid.offsets[account + 1] as number) - 1;
        at >= (paid.offsets[account] as number);
        at -= 1
      ) {
        const other = paid.rows[at] as number;
        const before = (bookedAt[row] as number) - (bookedAt[other] as number);
        if (before > LEG_DAYS) break;
        const fits =
          to[other] === (own ? payee : payer) &&
          currency[other] !== currency[row] &&
          !legs.has(other) &&
          !got.has(other);
        // Of two legs between own accounts the first in time is what was given.
        if (!fits || other > row || (nearest !== undefined && other < nearest)) continue;
        nearest = other;
      }
    }
    if (nearest === undefined) continue;
    legs.set(nearest, row);
    got.add(row);
  }
  return legs;
}

/**
 * What of a finished trace was exchanged, as parts of what came in for it: by currency, then row.
 */
export function convertedBy(world: World, tally: Tally): Map<number, Converted[]> {
  const found = new Map<number, Converted[]>();
  const { columns } = world;
  for (const step of tally.steps) {
    const row = world.conversions.get(step.row);
    if (row === undefined) continue;
    const whole = columns.amount[step.row] as bigint;
    const stolen = [...step.parts.values()].reduce((sum, part) => sum + part, 0n);
    const tags = [...step.parts.keys()].sort((left, right) => left - right);
    const [, ...parts] = allocate(columns.amount[row] as bigint, [
      whole - stolen,
      ...tags.map((tag) => step.parts.get(tag) as bigint),
    ]);
    const currency = columns.currency[row] as number;
    const list = found.get(currency) ?? [];
    found.set(currency, list);
    tags.forEach((tag, at) => {
      const amount = parts[at] as bigint;
      if (tag !== OWN && amount > 0n)
        list.push({ row, victim: tag, amount, generation: step.generation.get(tag) as number });
    });
  }
  return found;
}
