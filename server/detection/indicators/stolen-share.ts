import { DAY } from "../../time/instant.ts";
import { firstSince } from "../network/matched-payments.ts";
import { CONSTANTS } from "../parameters.ts";
import { placesOf, type SuspectRows } from "./suspect-rows.ts";

const WINDOW = CONSTANTS.ledger.windowDays * DAY;

/** A receipt that is not spent whole: of what is left a part is stolen. */
interface Lot {
  readonly at: number;
  left: number;
  stolen: number;
}

/**
 * Reported and presumed money followed first in first out for three days a hop among all receipts;
 * it ends at firms, ways out and victims. Returns how much of a payment it is, 0..1, by place.
 * `presumed`: least share of a receipt.
 */
export function stolenShares(
  of: SuspectRows,
  presumed: ReadonlyMap<number, number>,
): Map<number, number> {
  const { rows, stolen, victims, isPerson } = of;
  const { from, to, at, amount } = rows;
  const share = new Map<number, number>();
  const lots = new Map<number, Lot[]>();
  const handles = (account: number) => isPerson(account) && !victims.has(account);
  const reach = reachOf(of, [...stolen, ...presumed.keys()], handles);
  for (const place of placesWithin(of, reach, [...stolen, ...presumed.keys()])) {
    const [payer, payee] = [from[place]!, to[place]!];
    let carried = 0;
    if (stolen.has(place)) carried = amount[place]!;
    else if (handles(payer)) carried = taken(lots.get(payer), at[place]!, amount[place]!);
    const least = presumed.get(place);
    if (least !== undefined && !stolen.has(place))
      carried = Math.max(carried, least * amount[place]!);
    if (carried < CONSTANTS.suspects.leastCarried || payer === payee) carried = 0;
    else share.set(place, Math.min(1, carried / amount[place]!));
    if (!handles(payee) || !reach.has(payee)) continue;
    const lot = { at: at[place]!, left: amount[place]!, stolen: carried };
    const own = lots.get(payee);
    if (own) own.push(lot);
    else lots.set(payee, [lot]);
  }
  return share;
}

/** Takes a payment out of the receipts of the last days, oldest first; returns what is stolen of it. */
function taken(lots: Lot[] | undefined, when: number, amount: number): number {
  if (!lots) return 0;
  const spent = (lot: Lot) => lot.left <= 1 || when - lot.at > WINDOW;
  while (lots[0] && spent(lots[0])) lots.shift();
  let rest = amount;
  let carried = 0;
  for (const lot of lots) {
    if (rest <= 0) break;
    if (spent(lot)) continue;
    const part = Math.min(lot.left, rest);
    const stolen = (lot.stolen * part) / lot.left;
    lot.stolen -= stolen;
    lot.left -= part;
    carried += stolen;
    rest -= part;
  }
  return carried;
}

/** Accounts that such money can have reached, with the first instant it can have. */
function reachOf(
  { rows, outgoing }: SuspectRows,
  seeds: readonly number[],
  handles: (account: number) => boolean,
): Map<number, number> {
  const { to, at } = rows;
  const reach = new Map<number, number>();
  const open: number[] = [];
  const arrive = (place: number) => {
    const [account, when] = [to[place]!, at[place]!];
    if (!handles(account) || (reach.get(account) ?? Number.POSITIVE_INFINITY) <= when) return;
    reach.set(account, when);
    open.push(account);
  };
  seeds.forEach(arrive);
  for (let account = open.pop(); account !== undefined; account = open.pop()) {
    const paid = placesOf(outgoing, account);
    const first = firstSince(rows, paid, 0, paid.length, reach.get(account) as number);
    for (let j = first; j < paid.length; j += 1) arrive(paid[j]!);
  }
  return reach;
}

/** The seeds and every row of an account in reach, in time order. */
function placesWithin(
  { outgoing, incoming }: SuspectRows,
  reach: ReadonlyMap<number, number>,
  seeds: readonly number[],
): Int32Array {
  const wanted = new Set(seeds);
  for (const account of reach.keys())
    for (const list of [incoming, outgoing])
      for (const place of placesOf(list, account)) wanted.add(place);
  return Int32Array.from(wanted).sort();
}
