import { least } from "../money/money.ts";
import { pay, payBack, payOwnFirst, settleUntil } from "./account.ts";
import { isHome, type Pass } from "./pass.ts";
import type { Stopped } from "./refunds.ts";
import { OWN, type Part } from "./rules/pot.ts";
import { addTo, holdingOf } from "./tally.ts";
import type { Theft } from "./world.ts";

/**
 * The payment by owner, before it has arrived. A victim's reported payment is his own money: the
 * stolen part of it first, then the rest.
 */
export function takeOut(
  pass: Pass,
  row: number,
  payer: number,
  payee: number,
  whole: bigint,
  theft: Theft | undefined,
): Part[] {
  const { world, tally } = pass;
  const source = pass.reached.get(payer);
  if (source === undefined)
    return theft === undefined ? [{ tag: OWN, amount: whole }] : stolenFirst(theft, whole);
  settleUntil(world, tally, source, world.columns.bookedAt[row] as number);
  source.last = row;
  if (theft !== undefined) {
    const parts = payOwnFirst(tally, source, whole);
    const own = parts.reduce((sum, part) => (part.tag === OWN ? sum + part.amount : sum), 0n);
    // What he had not of his own was another victim's, of which somebody else lost it.
    addTo(tally.others, theft.victim, theft.amount - least(theft.amount, own));
    return parts.flatMap((part) => (part.tag === OWN ? stolenFirst(theft, part.amount) : [part]));
  }
  const original = world.reversals.get(row);
  const carried = original === undefined ? undefined : pass.brought.get(original);
  if (carried !== undefined) return payBack(tally, source, carried, whole);
  return pay(tally, source, whole, world.stops.has(payee) ? "out" : "account");
}

function stolenFirst({ victim, amount }: Theft, own: bigint): Part[] {
  const stolen = least(amount, own);
  const rest = own - stolen;
  return [
    ...(stolen > 0n ? [{ tag: victim, amount: stolen }] : []),
    ...(rest > 0n ? [{ tag: OWN, amount: rest }] : []),
  ];
}

/**
 * Takes what had gone into a stop out of what exited there, as if it were held there for this
 * moment.
 */
export function giveBack(pass: Pass, stop: number, back: Stopped, whole: bigint): Part[] {
  const { world, tally } = pass;
  let left = whole;
  for (const { tag, amount: sum } of back.parts) {
    // Money through an exit was booked as gone from the payer's account, unless the victim
    // himself paid it.
    if (world.stops.get(stop) === "exit" && !isHome(pass, tag, back.payer)) {
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
