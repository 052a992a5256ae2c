export type Period = { from: string | null; until: string | null };

/** First and last day of the month `back` months ago, in the office's zone. */
export function monthPeriod(today: string, back: number): Period {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - back, 1));
  const last = new Date(Date.UTC(year, month - back, 0));
  return { from: first.toISOString().slice(0, 10), until: last.toISOString().slice(0, 10) };
}

/**
 * The period that a page without one opens on, as its address has it: the month of `today`; null =
 * the address has a period, or says that it is all time.
 */
export function openingPeriod(search: URLSearchParams, today: string): URLSearchParams | null {
  if (["from", "until", ALL_TIME].some((name) => search.has(name))) return null;
  const month = Object.entries(monthPeriod(today, 0)).map(([name, day]) => [name, day ?? ""]);
  return new URLSearchParams([...search, ...month]);
}

/** In the address: no days are chosen, and none are wanted. */
export const ALL_TIME = "all";
