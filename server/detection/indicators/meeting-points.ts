import { CONSTANTS } from "../parameters.ts";
import { placesOf, type SuspectRows } from "./suspect-rows.ts";

/**
 * Accounts that victims paid and whose stolen money meets: two of them paid it on, as strangers, to
 * the same person. A seller who was paid by a thief spends the money where he always does; that
 * another victim's payee pays the same stranger is no chance. `first` = whom victims paid; `share`
 * = how stolen a payment is, by place; what is only presumed does not count.
 */
export function meetingPayers(
  { rows, incoming, isPerson, isStranger, units, victims }: SuspectRows,
  first: ReadonlyMap<number, unknown>,
  share: ReadonlyMap<number, number>,
  presumed: ReadonlyMap<number, number>,
): Set<number> {
  const { stolenShare, baseFrom } = CONSTANTS.suspects;
  const payees = new Set<number>();
  for (const [place, part] of share)
    if (part >= stolenShare && first.has(rows.from[place]!)) payees.add(rows.to[place]!);
  const found = new Set<number>();
  for (const payee of payees) {
    if (!isPerson(payee) || victims.has(payee)) continue;
    const payers = new Set<number>();
    for (const place of placesOf(incoming, payee)) {
      const payer = rows.from[place]!;
      if (!first.has(payer) || presumed.has(place) || (share.get(place) ?? 0) < stolenShare)
        continue;
      if (isStranger(place) && units(place) >= baseFrom) payers.add(payer);
    }
    if (payers.size > 1) for (const payer of payers) found.add(payer);
  }
  return found;
}
