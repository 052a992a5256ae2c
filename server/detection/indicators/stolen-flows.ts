import { EXIT_KINDS } from "../../columns/columns.ts";
import { HOUR } from "../../time/instant.ts";
import { firstSince } from "../network/matched-payments.ts";
import { CONSTANTS } from "../parameters.ts";
import { placesOf, type SuspectRows } from "./suspect-rows.ts";

const SHOP = EXIT_KINDS.indexOf("pos") + 1;

/** The fate of the stolen money of one account, as shares of it. */
export interface StolenFlows {
  /** Left as cash, crypto or abroad. */
  readonly exit: number;
  /** Left to persons or as cash, crypto or abroad. */
  readonly out: number;
  /** Of receipts that are stolen for a good part: passed on by one payment of about their sum. */
  readonly pair: number;
  /** Of all the money the account received: stolen. */
  readonly received: number;
}

export function stolenFlows(
  of: SuspectRows,
  share: ReadonlyMap<number, number>,
  account: number,
  passedOn: ReadonlySet<number>,
): StolenFlows {
  const { rows, incoming, outgoing } = of;
  const { exitKind } = rows.columns.accounts;
  let [all, came, strong, paired] = [0, 0, 0, 0];
  for (const place of placesOf(incoming, account)) {
    const part = share.get(place) ?? 0;
    all += rows.amount[place]!;
    came += part * rows.amount[place]!;
    if (part < CONSTANTS.suspects.stolenShare) continue;
    strong += 1;
    if (passedOn.has(place)) paired += 1;
  }
  let [exit, out] = [0, 0];
  for (const place of placesOf(outgoing, account)) {
    const part = (share.get(place) ?? 0) * rows.amount[place]!;
    const kind = exitKind[rows.to[place]!]!;
    if (kind === SHOP) continue;
    if (kind !== 0) exit += part;
    if (kind !== 0 || rows.firm[rows.to[place]!] === 0) out += part;
  }
  const stolen = Math.max(1, came);
  return {
    exit: exit / stolen,
    out: out / stolen,
    pair: paired / Math.max(1, strong),
    received: came / Math.max(1, all),
  };
}

/** Receipts of an account that one payment of 85 to 100 % passed on within 36 hours: places. */
export function receiptsPassedOn(
  { rows, incoming, outgoing }: SuspectRows,
  account: number,
): Set<number> {
  const { at, amount, from, to } = rows;
  const window = CONSTANTS.matched.shortHours * HOUR;
  const used = new Set<number>();
  const found = new Set<number>();
  const paid = placesOf(outgoing, account);
  for (const receipt of placesOf(incoming, account)) {
    const first = firstSince(rows, paid, 0, paid.length, at[receipt]!);
    for (let j = first; j < paid.length && at[paid[j]!]! - at[receipt]! <= window; j += 1) {
      const payment = paid[j]!;
      const ratio = amount[payment]! / amount[receipt]!;
      if (at[payment]! <= at[receipt]! || used.has(payment) || to[payment] === from[receipt])
        continue;
      if (ratio < CONSTANTS.suspects.pairLeast || ratio > 1) continue;
      used.add(payment);
      found.add(receipt);
      break;
    }
  }
  return found;
}
