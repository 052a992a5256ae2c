/** Says whether nobody works on a day (days since 1970-01-01). */
export type IsDayOff = (day: number) => boolean;

/** 0 = Sunday … 6 = Saturday; 1970-01-01 was a Thursday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function isWeekend(day: number): boolean {
  return [0, 6].includes(weekday(day));
}

/**
 * The last day of a term of working days: the first one counted is the day after `day`. A term of
 * five working days from a Monday ends on the next Monday.
 */
export function afterWorkingDays(day: number, count: number, isOff: IsDayOff): number {
  let last = day;
  for (let left = count; left > 0; ) {
    last += 1;
    if (!isOff(last)) left -= 1;
  }
  return last;
}

/** The day itself, or the next on which people work: a term that ends on a day off ends there. */
export function nextWorkingDay(day: number, isOff: IsDayOff): number {
  return isOff(day) ? afterWorkingDays(day, 1, isOff) : day;
}

/** Working days after `day` up to and including `last`; 0 where `last` is past or the same day. */
export function workingDaysUntil(day: number, last: number, isOff: IsDayOff): number {
  let count = 0;
  for (let one = day + 1; one <= last; one += 1) if (!isOff(one)) count += 1;
  return count;
}
