import type { SummaryPeriod } from "../../../contract/measures-summary.ts";
import { dayNumber, dayText } from "../../time/day.ts";

/** The period before one, as long; null where the period has no first or no last day. */
export function periodBefore({ from, until, ...rest }: SummaryPeriod): SummaryPeriod | null {
  const [first, last] = [dayNumber(from ?? ""), dayNumber(until ?? "")];
  if (first === null || last === null || last < first) return null;
  if (from !== undefined && until !== undefined) {
    const months = wholeMonths(from, until);
    if (months !== null)
      return { ...rest, from: monthFrom(from, -months), until: dayText(first - 1) };
  }
  const days = last - first + 1;
  return { ...rest, from: dayText(first - days), until: dayText(first - 1) };
}

/** How many whole months a period is; null where it begins or ends within one. */
function wholeMonths(from: string, until: string): number | null {
  const after = dayText((dayNumber(until) ?? 0) + 1);
  if (!from.endsWith("-01") || !after.endsWith("-01")) return null;
  const at = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return at(after) - at(from);
}

function monthFrom(day: string, months: number): string {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
}

/** Whether a record of this day and district belongs to a period. */
export function belongs(
  { day, district }: { readonly day: string; readonly district: string | null },
  period: SummaryPeriod,
): boolean {
  return (
    (period.from === undefined || day >= period.from) &&
    (period.until === undefined || day <= period.until) &&
    (period.district === undefined || district === period.district)
  );
}
