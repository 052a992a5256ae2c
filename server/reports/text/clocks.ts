import { dayOf, instantOfDay } from "../../time/day.ts";
import { parseClock } from "../../time/written.ts";
import { apart, type Placed, placed } from "./placed.ts";

/** A time of the day with no day beside it: "в 15:34". */
const CLOCK =
  /(?<![\p{L}\d.:])(?:(?:в|около|примерно в|сағат|at|about)\s+)(\d{1,2}:\d{2}(?::\d{2})?)(?![\d:])/giu;

/**
 * Times of the text with the clocks that stand alone: each is of the day that was named last before
 * it. A day whose clocks are known is no time of its own any more.
 */
export function withClocks(text: string, times: readonly Placed[]): Placed[] {
  const clocks = [...text.matchAll(CLOCK)].flatMap((match) => {
    const clock = parseClock(match[1] ?? "");
    const day = times.findLast((one) => one.end <= (match.index ?? 0));
    const inside = times.some(
      (one) => one.at <= (match.index ?? 0) && (match.index ?? 0) < one.end,
    );
    if (clock === null || inside) return [];
    // Which day it was is asked; the clock is known all the same.
    if (day === undefined) return [placed(match, "clock", match[1] ?? "")];
    const begins = instantOfDay(dayOf(Number(day.value)));
    return [placed(match, "time", String(begins + clock), { dayOnly: false })];
  });
  const named = new Set(
    clocks.flatMap(({ kind, value }) => (kind === "time" ? dayOf(Number(value)) : [])),
  );
  const left = times.filter((one) => !(one.dayOnly && named.has(dayOf(Number(one.value)))));
  return apart([...left, ...clocks]);
}
