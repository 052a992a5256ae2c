import { DAY, HOME_ZONE, type Instant, offsetMilliseconds } from "./instant.ts";
import { daysFromCivil } from "./iso.ts";

/** Days since 1970-01-01 of YYYY-MM-DD; null where there is no such day. */
export function dayNumber(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return null;
  return daysFromCivil(Number(year), Number(month), Number(day));
}

/** The day as YYYY-MM-DD. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day of an instant in Kazakhstan, as days since 1970-01-01. */
export function dayOf(instant: Instant): number {
  return Math.floor((instant + (offsetMilliseconds(HOME_ZONE) ?? 0)) / DAY);
}

/**
 * So many calendar months after an instant, in UTC; of a month that has no such day its last one.
 */
export function monthsAfter(instant: Instant, months: number): Instant {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/** The first instant of a day in Kazakhstan. */
export function instantOfDay(day: number): Instant {
  return day * DAY - (offsetMilliseconds(HOME_ZONE) ?? 0);
}
