import { formatInstant, type Instant } from "../../time/instant.ts";

/** "04.03.2026" in Kazakhstan's zone, as papers and letters there write a day. */
export function dayFigures(instant: Instant): string {
  return writtenDay(formatInstant(instant).slice(0, 10));
}

/** "04.03.2026" of 2026-03-04. */
export function writtenDay(isoDay: string): string {
  const [year, month, date] = isoDay.split("-");
  return `${date}.${month}.${year}`;
}

/** "04.03.2026 06:28:11" in Kazakhstan's zone; without the seconds where a minute is enough. */
export function timeFigures(instant: Instant, precision: "seconds" | "minutes"): string {
  const time = formatInstant(instant).slice(11, precision === "seconds" ? 19 : 16);
  return `${dayFigures(instant)} ${time}`;
}
