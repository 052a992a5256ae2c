import type { AccountCard } from "../../../../contract/exploring.ts";
import { isoDay, startOfDay } from "../../../../contract/format/dates.ts";
import { DAY } from "../../../ui/day.ts";

/** What an account held at the end of each day, as far as its statements say it. Pure. */

export interface BalanceDay {
  /** Start of the day. */
  readonly day: number;
  /** Minor units at the end of the day. */
  readonly balance: bigint;
}

export interface BalanceStretch {
  readonly from: number;
  /** Start of the last day. */
  readonly to: number;
  readonly currency: string;
  /**
   * proved: the opening balance and the transfers give the closing one. unproved: the statement
   * names one of the two only. broken: they do not fit, so the days between are unknown.
   */
  readonly state: "proved" | "unproved" | "broken";
  /** Every day of the stretch; of a broken one the last day alone. */
  readonly days: readonly BalanceDay[];
}

type Statement = AccountCard["statements"][number];

/**
 * Balances of the statements that name their days and at least one balance, in the order of time.
 * `daily` has to be of the whole life of the account: a filter would falsify every sum.
 */
export function runningBalance(
  card: Pick<AccountCard, "statements" | "daily" | "currency">,
): readonly BalanceStretch[] {
  return card.statements
    .flatMap((statement) => stretchOf(statement, card) ?? [])
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function stretchOf(
  { from, to, opening, closing, currency: named }: Statement,
  card: Pick<AccountCard, "daily" | "currency">,
): BalanceStretch | null {
  if (from === null || to === null || (opening === null && closing === null)) return null;
  const [first, last] = [startOfDay(isoDay(from)), startOfDay(isoDay(to))];
  if (first === null || last === null || last < first) return null;
  const currency = named ?? card.currency ?? "KZT";
  const net = new Map<number, bigint>();
  for (const day of card.daily) {
    const start = startOfDay(day.day);
    if (start === null || day.currency !== currency || start < first || start > last) continue;
    net.set(start, (net.get(start) ?? 0n) + BigInt(day.received) - BigInt(day.sent));
  }
  const moved = [...net.values()].reduce((sum, amount) => sum + amount, 0n);
  const begun = opening === null ? BigInt(closing ?? "0") - moved : BigInt(opening);
  const stretch = { from: first, to: last, currency };
  if (opening !== null && closing !== null && begun + moved !== BigInt(closing))
    return { ...stretch, state: "broken", days: [{ day: last, balance: BigInt(closing) }] };
  const days: BalanceDay[] = [];
  let balance = begun;
  for (let day = first; day <= last; day += DAY) {
    balance += net.get(day) ?? 0n;
    days.push({ day, balance });
  }
  const proved = opening !== null && closing !== null;
  return { ...stretch, state: proved ? "proved" : "unproved", days };
}
