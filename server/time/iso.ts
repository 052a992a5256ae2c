import { DAY, HOUR, type Instant, MINUTE } from "./instant.ts";

export interface ParsedInstant {
  readonly instant: Instant;
  /** Offset as written ("+05:00", "Z"), or the one assumed. */
  readonly zone: string;
  /** The text named no zone. */
  readonly zoneAssumed: boolean;
  /** The text named a day without a time; the instant is its midnight. */
  readonly dayOnly: boolean;
}

/** Days since 1970-01-01 of a day of the Gregorian calendar, or null where there is no such day. */
export function daysFromCivil(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const T = 84;
const SPACE = 32;

/**
 * "2026-03-02", "2026-03-02T03:40:47", "… 03:40", with milliseconds, with "Z", "+05:00", "+0500" or
 * nothing, in which case `assumedZone` (an offset) is taken. Null for anything else, including days
 * and times that do not exist. Written for speed: this runs once a row.
 */
export function parseIsoInstant(
  text: string,
  assumedZone: string,
  assumedOffset: number,
): ParsedInstant | null {
  const length = text.length;
  if (length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (year < 0 || month < 0 || day < 0) return null;
  const days = daysFromCivil(year, month, day);
  if (days === null) return null;
  if (length === 10) {
    return {
      instant: days * DAY - assumedOffset,
      zone: assumedZone,
      zoneAssumed: true,
      dayOnly: true,
    };
  }
  const between = text.charCodeAt(10);
  if ((between !== T && between !== SPACE) || text.charCodeAt(13) !== 58) return null;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  let local = days * DAY + hour * HOUR + minute * MINUTE;
  let at = 16;
  if (text.charCodeAt(at) === 58) {
    const second = digits(text, 17, 2);
    if (second < 0 || second > 59) return null;
    local += second * 1000;
    at = 19;
    const point = text.charCodeAt(at);
    if (point === 46 || point === 44) {
      let scale = 100;
      at += 1;
      if (digits(text, at, 1) < 0) return null;
      for (; at < length; at += 1) {
        const digit = text.charCodeAt(at) - 48;
        if (digit < 0 || digit > 9) break;
        local += Math.floor(digit * scale);
        scale /= 10;
      }
    }
  }
  if (at === length)
    return { instant: local - assumedOffset, zone: assumedZone, zoneAssumed: true, dayOnly: false };
  const zone = text.slice(at);
  const offset = zone === assumedZone ? assumedOffset : offsetOf(zone);
  return offset === null
    ? null
    : { instant: local - offset, zone, zoneAssumed: false, dayOnly: false };
}

function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function offsetOf(zone: string): number | null {
  if (zone === "Z" || zone === "z") return 0;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone.trim());
  if (!match) return null;
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 14 || minutes > 59) return null;
  const value = hours * HOUR + minutes * MINUTE;
  return match[1] === "-" ? -value : value;
}
