/**
 * Instants are UTC milliseconds; the zone of the source is kept beside them as it was written
 * ("+05:00", "Asia/Almaty").
 */
export type Instant = number;
export type Milliseconds = number;

export const MINUTE: Milliseconds = 60_000;
export const HOUR: Milliseconds = 60 * MINUTE;
export const DAY: Milliseconds = 24 * HOUR;

/**
 * Kazakhstan keeps UTC+5 in the whole country since 2024-03-01; used where a source names no zone,
 * and said so.
 */
export const HOME_ZONE = "+05:00";

/** The offset of "+05:00" or "Z" in milliseconds, or null if the text is no offset. */
export function offsetMilliseconds(zone: string): Milliseconds | null {
  if (zone === "Z") return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return null;
  const value = Number(match[2]) * HOUR + Number(match[3]) * MINUTE;
  return match[1] === "-" ? -value : value;
}

/** The time that a clock of Kazakhstan shows, as a date whose UTC parts are it. */
export function clockTime(instant: Instant): Date {
  return new Date(instant + (offsetMilliseconds(HOME_ZONE) ?? 0));
}

/** ISO 8601 with seconds in the given offset: "2026-03-04T09:05:07+05:00". */
export function formatInstant(instant: Instant, zone: string = HOME_ZONE): string {
  const offset = offsetMilliseconds(zone) ?? 0;
  const text = new Date(instant + offset).toISOString();
  const seconds = text.endsWith(".000Z") ? text.slice(0, 19) : text.slice(0, 23);
  return `${seconds}${zone}`;
}
