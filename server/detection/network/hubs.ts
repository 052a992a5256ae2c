import { CONSTANTS, PARAMETERS, WEEK_DAYS } from "../parameters.ts";

/** Ordered pairs payer to payee with the days of their first and last transfer. */
interface Pairs {
  readonly count: number;
  readonly accounts: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/**
 * What shops, payers and utilities look like is learned from the data: so many different payers (or
 * payees) that the account stands out, met all along. A collector's many senders come within days;
 * a shop's come every week. Hubs: so many partners (parameters) in one direction, new ones in at
 * least half of the weeks, no fortnight with more than half of them. 1 = hub, by account.
 */
export function hubsOf(pairs: Pairs): Uint8Array {
  const hub = new Uint8Array(pairs.accounts);
  const { leastWeeks, busyShare, fortnightShare } = CONSTANTS.hubs;
  const [fewest, most] = PARAMETERS.hubPartners;
  const enough = Math.max(fewest, Math.min(most, pairs.accounts / PARAMETERS.hubShare));
  let end = 0;
  for (let index = 0; index < pairs.count; index += 1) end = Math.max(end, pairs.first[index]!);
  const weeks = Math.floor(end / WEEK_DAYS) + 1;
  for (const side of [pairs.from, pairs.to]) {
    const partners = new Int32Array(pairs.accounts);
    for (let index = 0; index < pairs.count; index += 1) partners[side[index]!]! += 1;
    for (const [account, counts] of newPartnersByWeek(pairs, side, partners, enough, weeks)) {
      const busy = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
      let fullest = 0;
      for (let week = 0; week + 1 < weeks; week += 1)
        fullest = Math.max(fullest, counts[week]! + counts[week + 1]!);
      const allAlong = busy >= weeks * busyShare && fullest <= partners[account]! * fortnightShare;
      if (weeks >= leastWeeks && allAlong) hub[account] = 1;
    }
  }
  return hub;
}

/** How many new partners came in each week, for accounts with enough of them. */
function newPartnersByWeek(
  pairs: Pairs,
  side: Int32Array,
  partners: Int32Array,
  enough: number,
  weeks: number,
): Map<number, Int32Array> {
  const found = new Map<number, Int32Array>();
  for (let index = 0; index < pairs.count; index += 1) {
    const account = side[index]!;
    if (partners[account]! < enough) continue;
    let counts = found.get(account);
    if (!counts) {
      counts = new Int32Array(weeks);
      found.set(account, counts);
    }
    counts[Math.floor(pairs.first[index]! / WEEK_DAYS)]! += 1;
  }
  return found;
}

/** 1 = a hub, or an account with many partners one way for more than a fortnight each. */
export function establishedAccounts(pairs: Pairs, hub: Uint8Array): Uint8Array {
  const established = hub.slice();
  for (const side of [pairs.from, pairs.to]) {
    const lasting = new Int32Array(established.length);
    for (let index = 0; index < pairs.count; index += 1) {
      const life = pairs.last[index]! - pairs.first[index]!;
      if (life < CONSTANTS.hubs.lastingDays) continue;
      const account = side[index]!;
      lasting[account]! += 1;
      if (lasting[account] === PARAMETERS.hubPartners[0]) established[account] = 1;
    }
  }
  return established;
}
