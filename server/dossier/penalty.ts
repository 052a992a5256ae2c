import { UserError } from "../errors/user-error.ts";
import { dayNumber, dayText } from "../time/day.ts";
import type { PenaltyRate } from "./tables/penalty-rates.ts";

/**
 * Penalty for the use of another's money: Civil Code of Kazakhstan, article 353 with article
 * 958(2). One base rate for the whole time, that of the day the creditor chooses; or, as a setting,
 * the rate in force on each day. A year has 365 days (docs/claims.md, "Penalty").
 */

/** Money that came to the debtor (above zero) or was paid back (below zero), on a day. */
export interface Movement {
  /** Days since 1970-01-01 in Kazakhstan. */
  readonly day: number;
  /** Minor units. */
  readonly amount: bigint;
}

export interface PenaltyTerms {
  /** First and last day counted, both included; days since 1970-01-01. */
  readonly from: number;
  readonly until: number;
  /** The day whose rate holds for the whole time; null = the rate in force on each day. */
  readonly rateDay: number | null;
}

/** Days with one principal and one rate. */
export interface PenaltySpan {
  readonly from: number;
  readonly until: number;
  readonly days: number;
  /** Minor units. */
  readonly principal: bigint;
  readonly rate: PenaltyRate;
  /** Minor units, rounded half up once for the span. */
  readonly penalty: bigint;
}

const YEAR = 365n;
const WHOLE = 10_000n;

/**
 * The penalty, span by span. Money counts from the day after it came; the day it is paid back still
 * counts. Terms that end before they begin, or a day without a known rate, are a UserError.
 */
export function penaltyOf(
  movements: readonly Movement[],
  { from, until, rateDay }: PenaltyTerms,
  rates: readonly PenaltyRate[],
): PenaltySpan[] {
  if (until < from) throw endsBefore();
  const starts = rates.map((rate) => dayNumber(rate.from) ?? 0);
  const rateAt = (day: number) => {
    const rate = rates.findLast((_, index) => (starts[index] as number) <= day);
    if (rate === undefined) throw noRate(day);
    return rate;
  };
  const changes = [
    from,
    ...movements.map((one) => one.day + 1),
    ...(rateDay === null ? starts : []),
  ].filter((day) => day >= from && day <= until);
  const begins = [...new Set(changes)].sort((one, other) => one - other);
  return begins.flatMap((begin, index): PenaltySpan[] => {
    const end = (begins[index + 1] ?? until + 1) - 1;
    const owed = movements
      .filter((one) => one.day < begin)
      .reduce((sum, one) => sum + one.amount, 0n);
    if (owed <= 0n) return [];
    const rate = rateAt(rateDay ?? begin);
    const days = end - begin + 1;
    const parts = owed * BigInt(rate.rate) * BigInt(days);
    const penalty = (2n * parts + WHOLE * YEAR) / (2n * WHOLE * YEAR);
    return [{ from: begin, until: end, days, principal: owed, rate, penalty }];
  });
}

/** The rates in force within the time, or the one of the day chosen; the oldest first. */
export function ratesWithin(
  { from, until, rateDay }: PenaltyTerms,
  rates: readonly PenaltyRate[],
): PenaltyRate[] {
  const starts = rates.map((rate) => dayNumber(rate.from) ?? 0);
  const first = rates.findLastIndex((_, at) => (starts[at] as number) <= (rateDay ?? from));
  return rates.filter((_, at) =>
    rateDay === null ? at >= first && (starts[at] as number) <= until : at === first,
  );
}

function endsBefore(): UserError {
  return new UserError({
    code: "penalty-terms",
    message: "The last day of the penalty lies before its first day.",
    remedy: "Choose a last day on or after the first.",
  });
}

function noRate(day: number): UserError {
  return new UserError({
    code: "penalty-rate-unknown",
    message: `No base rate is known for ${dayText(day)}.`,
    remedy: "Add it to penalty-rates.csv in the data folder, with the place where it was read.",
    params: { day: dayText(day) },
  });
}
