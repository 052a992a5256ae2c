import { DAY, HOUR, type Instant, MINUTE } from "./instant.ts";
import { daysFromCivil, type ParsedInstant, parseIsoInstant } from "./iso.ts";
import { MONTHS } from "./months.ts";

/** Which of two numbers before the year is the day, where a whole column tells it. */
export type DateOrder = "day-first" | "month-first";

export interface Zone {
  readonly name: string;
  /** Milliseconds east of UTC. */
  readonly offset: number;
}

const CLOCK = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?`;
const ZONE = String.raw`\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)?`;
const TIME = String.raw`(?:[\sT,]+(?:в\s+)?${CLOCK}${ZONE})?`;
const NUMERIC = new RegExp(
  String.raw`^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:\s*(?:г|ж)\.?)?${TIME}$`,
  "i",
);
const NAMED = new RegExp(
  String.raw`^(\d{1,2})[\s.-]+(\p{L}{3,})\.?[\s.,-]+(\d{2,4})(?:\s*(?:г|ж)\.?)?${TIME}$`,
  "iu",
);
const NAME_FIRST = new RegExp(
  String.raw`^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`,
  "iu",
);
const YEAR_NAMED = new RegExp(
  String.raw`^(\d{4})\s*(?:г|ж)?\.?,?\s+(\d{1,2})[\s.-]+(\p{L}{3,})\.?${TIME}$`,
  "iu",
);
const CLOCK_FIRST = /^(\d{1,2}:\d{2}(?::\d{2})?)[\s,]+(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/;
const SERIAL = /^(\d{5})(?:[.,](\d+))?$/;
const EXCEL_EPOCH_DAYS = 25_569;
const EARLIEST_SERIAL = 20_000;
const LATEST_SERIAL = 80_000;

/**
 * Reads a date as banks write it, with or without a time: ISO forms, YYYY.MM.DD, DD.MM.YYYY,
 * DD/MM/YYYY, DD.MM.YY, YYYYMMDD[HHMMSS]. Month names may be Russian, Kazakh or English; Excel's
 * serial days are read too. Null for anything else, and for days and times that do not exist.
 */
export function parseWrittenDate(text: string, order: DateOrder, zone: Zone): ParsedInstant | null {
  const iso = parseIsoInstant(text, zone.name, zone.offset);
  if (iso !== null) return iso;
  const trimmed = text.trim().replace(/\s+/g, " ");
  const numeric = NUMERIC.exec(trimmed);
  if (numeric) {
    const day = numericDay(numeric, order);
    return day === null ? null : withClock(day, numeric, 5, zone);
  }
  const swapped = CLOCK_FIRST.exec(trimmed);
  if (swapped) return parseWrittenDate(`${swapped[2]} ${swapped[1]}`, order, zone);
  return namedMonth(trimmed, zone) ?? compact(trimmed, zone) ?? serial(trimmed, zone);
}

function numericDay(match: RegExpExecArray, order: DateOrder): number | null {
  const [first, second, third] = [match[1] ?? "", match[3] ?? "", match[4] ?? ""];
  if (first.length === 4)
    return third.length > 2 ? null : daysFromCivil(Number(first), Number(second), Number(third));
  if (first.length > 2 || third.length === 3 || third.length === 1) return null;
  const year = fullYear(third);
  const [day, month] = order === "day-first" ? [first, second] : [second, first];
  return daysFromCivil(year, Number(month), Number(day)) ?? null;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function namedMonth(text: string, zone: Zone): ParsedInstant | null {
  const dayFirst = NAMED.exec(text);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst, 4, zone);
  const nameFirst = NAME_FIRST.exec(text);
  if (nameFirst) return named(nameFirst[3], nameFirst[1], nameFirst[2], nameFirst, 4, zone);
  const yearFirst = YEAR_NAMED.exec(text);
  return yearFirst ? named(yearFirst[1], yearFirst[3], yearFirst[2], yearFirst, 4, zone) : null;
}

function named(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
  match: RegExpExecArray,
  clockAt: number,
  zone: Zone,
): ParsedInstant | null {
  const month = MONTHS.get((name ?? "").toLowerCase().slice(0, 3));
  const days = month === undefined ? null : daysFromCivil(fullYear(year ?? ""), month, Number(day));
  return days === null ? null : withClock(days, match, clockAt, zone);
}

function withClock(
  days: number,
  match: RegExpExecArray,
  at: number,
  zone: Zone,
): ParsedInstant | null {
  const [hourText, minute, second, fraction, half, zoneText] = match.slice(at);
  if (hourText === undefined) return local(days * DAY, zone, true);
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
  }
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const time =
    days * DAY + hour * HOUR + Number(minute) * MINUTE + Number(second ?? 0) * 1000 + milliseconds;
  if (zoneText === undefined) return local(time, zone, false);
  const offset = writtenOffset(zoneText);
  return (
    offset && {
      instant: time - offset.offset,
      zone: offset.name,
      zoneAssumed: false,
      dayOnly: false,
    }
  );
}

/** "UTC+5", "+05:00", "+0500", "UTC", "Z"; null for an offset that no zone has. */
export function writtenOffset(text: string): Zone | null {
  const match = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(text);
  if (!match) return { name: "Z", offset: 0 };
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 14 || minutes > 59) return null;
  const offset = (match[1] === "-" ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
  return {
    name: `${match[1]}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`,
    offset,
  };
}

function compact(text: string, zone: Zone): ParsedInstant | null {
  const match = COMPACT.exec(text);
  if (!match) return null;
  const days = daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3]));
  if (days === null) return null;
  if (match[4] === undefined) return local(days * DAY, zone, true);
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return local(days * DAY + hour * HOUR + minute * MINUTE + second * 1000, zone, false);
}

/** Excel counts days from 1899-12-30; the fraction is the time, sure to the millisecond. */
function serial(text: string, zone: Zone): ParsedInstant | null {
  const match = SERIAL.exec(text);
  const day = Number(match?.[1]);
  if (!match || day < EARLIEST_SERIAL || day > LATEST_SERIAL) return null;
  const fraction = Math.round(Number(`0.${match[2] ?? "0"}`) * DAY);
  return local((day - EXCEL_EPOCH_DAYS) * DAY + fraction, zone, match[2] === undefined);
}

function local(time: Instant, zone: Zone, dayOnly: boolean): ParsedInstant {
  return { instant: time - zone.offset, zone: zone.name, zoneAssumed: true, dayOnly };
}

/**
 * A time of day as milliseconds: "9:05", "09:05:07", "090507", Excel's fraction of a day; null for
 * anything else.
 */
export function parseClock(text: string): number | null {
  const match =
    new RegExp(`^${CLOCK}$`, "i").exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{2})$/.exec(text.trim());
  if (match) {
    const parsed = withClock(0, match, 1, { name: "Z", offset: 0 });
    return parsed === null ? null : parsed.instant;
  }
  const fraction = /^0[.,](\d+)$/.exec(text.trim());
  return fraction ? Math.round(Number(`0.${fraction[1]}`) * DAY) : null;
}

const TWO_NUMBERS = /^\s*(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}/;

/**
 * Day or month first, told by a column's values: a number above 12 cannot be a month. Days come
 * first where nothing tells.
 */
export function dateOrderOf(values: Iterable<string>): DateOrder {
  const { dayFirst, monthFirst } = votes(values);
  return monthFirst > dayFirst ? "month-first" : "day-first";
}

/** Whether any value tells. */
export function tellsDateOrder(values: Iterable<string>): boolean {
  const { dayFirst, monthFirst } = votes(values);
  return dayFirst + monthFirst > 0;
}

/**
 * Values tell both orders, and neither is a rare slip of the pen: which number is the day of the
 * others cannot be known.
 */
export function contradictsDateOrder(values: Iterable<string>): boolean {
  const { dayFirst, monthFirst } = votes(values);
  return Math.min(dayFirst, monthFirst) * RARE > Math.max(dayFirst, monthFirst);
}

const TWO_DIGIT_ENDS = /^\s*(\d{2})[./-]\d{1,2}[./-](\d{2})(?!\d)/;
/** So many years on one and the same day of the month are no statement; days of a month are. */
const MOST_YEARS = 4;

/**
 * Banks keep their records for fewer years than since then; files of today tell of this year or so.
 */
const LIKELY_FROM = 2010;

/**
 * Whether the year may stand first in all values, and the usual reading, year last, is an unlikely
 * one. "26.03.13", "26.03.14" …: what would be the day never changes and what would be the year
 * does. "26/03/04": the year would be 2004, or still to come.
 */
export function mayHaveYearFirst(values: Iterable<string>, now: Instant = Date.now()): boolean {
  const thisYear = new Date(now).getUTCFullYear();
  const isLikely = (year: number) => year >= LIKELY_FROM && year <= thisYear;
  const [first, last] = [new Set<string>(), new Set<string>()];
  for (const value of values) {
    if (value.trim() === "") continue;
    const match = TWO_DIGIT_ENDS.exec(value);
    if (!match) return false;
    first.add(match[1] ?? "");
    last.add(match[2] ?? "");
  }
  if (first.size === 1 && last.size >= MOST_YEARS) return true;
  const yearsIn = (ends: Iterable<string>) => [...ends].map(fullYear);
  return first.size > 0 && yearsIn(first).every(isLikely) && !yearsIn(last).every(isLikely);
}

/** One date among so many is a slip. */
const RARE = 20;

function votes(values: Iterable<string>): { dayFirst: number; monthFirst: number } {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const value of values) {
    const match = TWO_NUMBERS.exec(value);
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 31 || second > 31) continue;
    if (first > 12) dayFirst += 1;
    if (second > 12) monthFirst += 1;
  }
  return { dayFirst, monthFirst };
}
