import { isoDay, startOfDay, ZONE_LABEL } from "../../contract/format/dates.ts";

const MINUTE = 60_000;

/**
 * Names the office's zone after a time (" (UTC+05:00)") where the clock of the reader shows
 * another one; `offset` = minutes by which that clock is behind UTC, as browsers count.
 */
export function zoneNote(at: number, offset = new Date(at).getTimezoneOffset()): string {
  const midnight = Date.parse(`${isoDay(at)}T00:00:00Z`);
  const office = ((startOfDay(isoDay(at)) ?? midnight) - midnight) / MINUTE;
  return offset === office ? "" : ` (${ZONE_LABEL})`;
}
