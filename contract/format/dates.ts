import type { Language } from "../languages.ts";
import { CONVENTIONS } from "../texts/conventions.ts";

/**
 * Kazakhstan's single zone since 2024-03-01; every time on the screen is in it and says so
 * ("UTC+05:00").
 */
export const ZONE_LABEL = "UTC+05:00";
const ZONE_OFFSET = 5 * 3_600_000;

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function parts(instant: number): {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
} {
  const local = new Date(instant + ZONE_OFFSET);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth(),
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  };
}

/** "3 окт.": for axes and charts whose year stands elsewhere. */
export function formatDayMonth(instant: number, language: Language): string {
  const { month, day } = parts(instant);
  return `${day}\u00a0${CONVENTIONS[language].months[month]}`;
}

/** "окт. 2026", "2026 ж. қаз.": a month as a whole. */
export function formatMonth(instant: number, language: Language): string {
  const { year, month } = parts(instant);
  return CONVENTIONS[language].withYear(CONVENTIONS[language].months[month] ?? "", year);
}

/** "3 окт. 2026": four-digit year, month as a word so that day and month cannot be confused. */
export function formatDate(instant: number, language: Language): string {
  return CONVENTIONS[language].withYear(formatDayMonth(instant, language), parts(instant).year);
}

export function formatTime(instant: number, seconds = false): string {
  const { hour, minute, second } = parts(instant);
  return `${two(hour)}:${two(minute)}${seconds ? `:${two(second)}` : ""}`;
}

/** "3 окт. 2026, 06:28" */
export function formatDateTime(instant: number, language: Language, seconds = false): string {
  return `${formatDate(instant, language)}, ${formatTime(instant, seconds)}`;
}

/** Day and clock; the day alone where no clock is known. */
export function formatMoment(
  { at, dayOnly }: { readonly at: number; readonly dayOnly: boolean },
  language: Language,
  seconds = false,
): string {
  return dayOnly ? formatDate(at, language) : formatDateTime(at, language, seconds);
}

/** "3–9 мар. 2026", "28 февр. – 3 мар. 2026": a period of days, the end included. */
export function formatPeriod(from: number, to: number, language: Language): string {
  const a = parts(from);
  const b = parts(to);
  const start = formatDayMonth(from, language);
  const end = formatDayMonth(to, language);
  if (a.year !== b.year) return `${formatDate(from, language)} – ${formatDate(to, language)}`;
  if (a.month !== b.month) return CONVENTIONS[language].withYear(`${start} – ${end}`, b.year);
  if (a.day !== b.day) return CONVENTIONS[language].withYear(`${a.day}–${end}`, b.year);
  return formatDate(from, language);
}

/** The calendar day in the zone, as ISO text: "2026-10-03". */
export function isoDay(instant: number): string {
  const { year, month, day } = parts(instant);
  return `${year}-${two(month + 1)}-${two(day)}`;
}

/** Start of an ISO day in the zone as an instant; null where the text is no date. */
export function startOfDay(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const instant = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(instant) ? null : instant - ZONE_OFFSET;
}

export function formatIsoDay(day: string, language: Language): string {
  const start = startOfDay(day);
  return start === null ? day : formatDate(start, language);
}

/**
 * A day as a date field shows it and takes it back (web/format/typed-day.ts), with spaces that a
 * keyboard has: "3 окт. 2026", "2026 ж. 3 қаз.".
 */
export function fieldDay(day: string, language: Language): string {
  return formatIsoDay(day, language).replaceAll("\u00a0", " ");
}

/** From so many days on a time is counted in days alone. */
const DAYS_ALONE = 10;

/** Two largest units: "1 ч 26 мин", "2 сут 3 ч"; from ten days on whole days: "199 сут". */
export function formatDuration(milliseconds: number, language: Language): string {
  const unit = CONVENTIONS[language].durations;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds}\u00a0${unit.s}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0${unit.m}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48)
    return minutes % 60 === 0
      ? `${hours}\u00a0${unit.h}`
      : `${hours}\u00a0${unit.h} ${minutes % 60}\u00a0${unit.m}`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 || days >= DAYS_ALONE
    ? `${days}\u00a0${unit.d}`
    : `${days}\u00a0${unit.d} ${hours % 24}\u00a0${unit.h}`;
}
