import { dayNumber } from "../../time/day.ts";
import { DAY } from "../../time/instant.ts";
import { type IsDayOff, isWeekend } from "../../time/working-days.ts";

/**
 * THE HOLIDAYS of Kazakhstan, for terms in working days. The law on holidays names the days; a day
 * of `moves` that falls on a weekend gives the next working day off (Labour Code, art. 84). The
 * government moves single days each year: an office writes them into holidays.csv of its data
 * folder (day,off,source; off is yes or no), and its lines decide over this table.
 */
export interface Holiday {
  /** MM-DD of every year, or YYYY-MM-DD of one. */
  readonly day: string;
  readonly name: string;
  /** Off on the next working day where it falls on a weekend. */
  readonly moves: boolean;
  readonly source: string;
  /** False: written down from memory; compare it with the law. */
  readonly checked: boolean;
}

const LAW = "Law No 267-II of 2001-12-13 on holidays";
const holiday = (day: string, name: string, moves = true): Holiday => ({
  day,
  name,
  moves,
  source: LAW,
  checked: false,
});

export const HOLIDAYS: readonly Holiday[] = [
  holiday("01-01", "New Year"),
  holiday("01-02", "New Year"),
  holiday("01-07", "Orthodox Christmas", false),
  holiday("03-08", "International Women's Day"),
  holiday("03-21", "Nauryz"),
  holiday("03-22", "Nauryz"),
  holiday("03-23", "Nauryz"),
  holiday("05-01", "Unity Day"),
  holiday("05-07", "Defender of the Fatherland Day"),
  holiday("05-09", "Victory Day"),
  holiday("07-06", "Capital City Day"),
  holiday("08-30", "Constitution Day"),
  holiday("10-25", "Republic Day"),
  holiday("12-16", "Independence Day"),
  // The first day of Kurban Ait follows the moon.
  holiday("2025-06-06", "Kurban Ait", false),
  holiday("2026-05-27", "Kurban Ait", false),
  holiday("2027-05-16", "Kurban Ait", false),
];

/** A line of the office's own table. */
export interface MovedDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** False: people work on it though it is a weekend or a holiday. */
  readonly off: boolean;
  readonly source: string;
  readonly checked: boolean;
}

/** Weekends, holidays and the days that holidays move to; the office's own lines decide. */
export function daysOff(moved: readonly MovedDay[] = []): IsDayOff {
  const own = new Map(moved.map(({ day, off }) => [dayNumber(day), off]));
  const years = new Map<number, ReadonlySet<number>>();
  return (day) => {
    const year = new Date(day * DAY).getUTCFullYear();
    const holidays = years.get(year) ?? holidaysOf(year);
    years.set(year, holidays);
    return own.get(day) ?? (isWeekend(day) || holidays.has(day));
  };
}

/** Days off of one year that holidays make. A moved day finds the next that nobody has taken. */
function holidaysOf(year: number): ReadonlySet<number> {
  const found = HOLIDAYS.flatMap(({ day, moves }) => {
    const text = day.length === 5 ? `${year}-${day}` : day;
    const number = text.startsWith(String(year)) ? dayNumber(text) : null;
    return number === null ? [] : [{ number, moves }];
  }).sort((one, other) => one.number - other.number);
  const taken = new Set(found.map(({ number }) => number));
  for (const { number, moves } of found) {
    if (!moves || !isWeekend(number)) continue;
    let next = number + 1;
    while (isWeekend(next) || taken.has(next)) next += 1;
    taken.add(next);
  }
  return taken;
}
