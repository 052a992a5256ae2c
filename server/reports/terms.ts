import type { UrgentTerms } from "../evidence/urgent/urgent-papers.ts";
import { BLOCK_DAYS, LOAN_DAYS, RESTRICTION_DAYS } from "../measures/terms.ts";
import { dayText } from "../time/day.ts";
import { afterWorkingDays, type IsDayOff } from "../time/working-days.ts";

/**
 * THE TERMS of the first hour. Days are counted from the day after the letter. A block of money
 * holds for working days (payments law, art. 25-1); the others are calendar days (CrPC art.
 * 161–163, banks law art. 34 p. 15).
 */
export const TERMS = {
  /** Working days that a bank blocks money. */
  block: BLOCK_DAYS,
  /** Days that an urgent restriction holds without a court. */
  restriction: RESTRICTION_DAYS,
  /** Days (48 hours) until the investigating judge is asked; he decides within 24 hours more. */
  judge: 2,
  /** Days the lender has to answer about a loan. */
  loan: LOAN_DAYS,
} as const;

/** The last day of each term for letters of `day` (days since 1970-01-01). */
export function termsFrom(day: number, isOff: IsDayOff): UrgentTerms {
  return {
    block: dayText(afterWorkingDays(day, TERMS.block, isOff)),
    restriction: dayText(day + TERMS.restriction),
    judge: dayText(day + TERMS.judge),
    loan: dayText(day + TERMS.loan),
  };
}
