import type { LetterKind } from "../../contract/letter-facts.ts";
import type { MeasureWanted } from "../../contract/measures.ts";
import { dayNumber, dayText } from "../time/day.ts";
import { afterWorkingDays, type IsDayOff } from "../time/working-days.ts";

/** Working days that a bank blocks money (payments law, art. 25-1). */
export const BLOCK_DAYS = 5;
/** Days that an urgent restriction holds without a court (CrPC art. 161). */
export const RESTRICTION_DAYS = 10;
/** Calendar days that a lender has to answer about a loan (banks law, art. 34 p. 15). */
export const LOAN_DAYS = 3;

/**
 * The last day for the answer to a letter of this day (YYYY-MM-DD), where the law has one; null =
 * a person writes it down.
 */
export function answerDue(kind: LetterKind, day: string, isOff: IsDayOff): string | null {
  const from = dayNumber(day);
  if (from === null) return null;
  if (kind === "loan-suspension") return dayText(from + LOAN_DAYS);
  return kind === "freeze-request" ? dayText(afterWorkingDays(from, BLOCK_DAYS, isOff)) : null;
}

/**
 * A block or restriction of which a person writes no last day ends as the law has it, so that it
 * comes to Today. Days are counted from the day after it.
 */
export function withTerm(wanted: MeasureWanted, isOff: IsDayOff): MeasureWanted {
  const day = dayNumber(wanted.day);
  if (day === null || (wanted.due ?? null) !== null) return wanted;
  if (wanted.kind === "restriction") return { ...wanted, due: dayText(day + RESTRICTION_DAYS) };
  if (wanted.kind !== "block") return wanted;
  return { ...wanted, due: dayText(afterWorkingDays(day, BLOCK_DAYS, isOff)) };
}
