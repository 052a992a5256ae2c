import { formatTime, isoDay, startOfDay } from "../../../../contract/format/dates.ts";
import { DAY } from "../../../ui/day.ts";

/** Day and time of day of an instant, as two fields write them; the end of a day is 24:00. Pure. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface DayAndClock {
  readonly day: string;
  /** "22:00" */
  readonly clock: string;
}

export function isMidnight(instant: number): boolean {
  return startOfDay(isoDay(instant)) === instant;
}

export function beginsAt(since: number): DayAndClock {
  return { day: isoDay(since), clock: formatTime(since) };
}

export function endsAt(until: number): DayAndClock {
  return isMidnight(until)
    ? { day: isoDay(until - 1), clock: "24:00" }
    : { day: isoDay(until), clock: formatTime(until) };
}

/** "22", "22:30", "22.30", "2230", "24:00": milliseconds since midnight; null = no time of day. */
export function typedClock(text: string): number | null {
  const clean = text.trim();
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(clean) ?? /^(\d{2})(\d{2})$/.exec(clean);
  if (!parts) return null;
  const at = Number(parts[1]) * HOUR + Number(parts[2] ?? 0) * MINUTE;
  return at <= DAY && Number(parts[2] ?? 0) < 60 ? at : null;
}

/** The instant of a day and a typed time of day; null where either is none. */
export function instantOf(day: string | null, clock: string): number | null {
  const [start, at] = [day === null ? null : startOfDay(day), typedClock(clock)];
  return start === null || at === null ? null : start + at;
}

/** From the evening of a day, over midnight, to the next morning. */
export function nightAfter(instant: number): readonly [number, number] {
  const midnight = (startOfDay(isoDay(instant)) ?? instant) + DAY;
  return [midnight - 3 * HOUR, midnight + 9 * HOUR];
}
