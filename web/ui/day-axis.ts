import { isoDay, startOfDay } from "../../contract/format/dates.ts";

export interface DayAmount {
  readonly day: string;
  readonly amount: string;
}

/** ISO days; null = open, and the data say where it begins or ends. */
export interface DayPeriod {
  readonly from: string | null;
  readonly until: string | null;
}

const DAY = 86_400_000;
/** So many days have a column each. */
const EACH_DAY = 400;

/**
 * The days of a chart: those of the period, each with a column of its own where it is not too long.
 * `first` and `last` in seconds: half a day before and after; `withYear`: a day without its year
 * would say too little.
 */
export function dayAxis(
  days: readonly DayAmount[],
  { from, until }: DayPeriod,
  today: string,
): {
  readonly xs: number[];
  readonly ys: (number | null)[];
  readonly first: number;
  readonly last: number;
  readonly withYear: boolean;
} {
  const amounts = new Map(days.map(({ day, amount }) => [startOfDay(day) ?? 0, Number(amount)]));
  const known = [...amounts.keys()];
  const begin = startOfDay(from ?? "") ?? Math.min(...known);
  const end = startOfDay(until ?? "") ?? Math.max(...known);
  const count = Math.round((end - begin) / DAY) + 1;
  const every = Array.from({ length: count > EACH_DAY ? 0 : count }, (_, at) => begin + at * DAY);
  const all = [...new Set([...every, ...known])].sort((one, other) => one - other);
  const years = new Set([begin, end, startOfDay(today) ?? end].map((at) => isoDay(at).slice(0, 4)));
  return {
    xs: all.map((at) => at / 1000),
    ys: all.map((at) => amounts.get(at) ?? null),
    first: (begin - DAY / 2) / 1000,
    last: (end + DAY / 2) / 1000,
    withYear: years.size > 1,
  };
}
