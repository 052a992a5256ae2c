import { type DecimalSign, parseWrittenAmount } from "../../../money/written.ts";
import type { ParsedInstant } from "../../../time/iso.ts";
import { parseWrittenDate } from "../../../time/written.ts";
import { currencyCode } from "../../cells/currency.ts";
import { ASSUMED_ZONE } from "../statement-items.ts";

const DAY_TEXT = String.raw`\d{1,2}[./]\d{1,2}[./](?:20\d{2}|19\d{2}|\d{2})|(?:20|19)\d{2}[-.]\d{2}[-.]\d{2}`;
/** A day at the beginning of a text, perhaps with the time after it. */
const BEGINS_WITH_DAY = new RegExp(
  String.raw`^(${DAY_TEXT})(?:\s*(?:г\.?|ж\.?))?(?:[\s,/]+(\d{1,2}:\d{2}(?::\d{2})?))?`,
  "u",
);
const DAYS = new RegExp(String.raw`(?<!\d)(?:${DAY_TEXT})(?!\d)`, "gu");
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/;

/** The day a text begins with and what follows it; null where it begins with none. */
export function leadingDay(
  text: string,
): { day: string; time: string | null; rest: string } | null {
  const match = BEGINS_WITH_DAY.exec(text);
  if (match === null) return null;
  return { day: match[1] ?? "", time: match[2] ?? null, rest: text.slice(match[0].length).trim() };
}

/** All days in a text, in order, as instants of their beginnings. */
export function daysIn(text: string): number[] {
  return (text.match(DAYS) ?? []).flatMap((day) => readDay(day, null)?.instant ?? []);
}

export function isClock(text: string): boolean {
  return CLOCK.test(text);
}

/** Days stand with the day first, or as 2026-03-31. */
export function readDay(day: string, time: string | null): ParsedInstant | null {
  return parseWrittenDate(time === null ? day : `${day} ${time}`, "day-first", ASSUMED_ZONE);
}

/** A sum of money as it is printed. */
export interface PrintedSum {
  /** In minor units, below zero after a minus sign. */
  readonly amount: bigint;
  readonly currency: string | null;
  readonly signed: boolean;
  readonly text: string;
}

const NUMBER = String.raw`\d{1,3}(?:[ ,.'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)`;
const UNIT = String.raw`₸|\$|€|₽|£|тенге|теңге|тг\.?|т(?!\p{L})|KZT|[A-Z]{3}(?![A-Za-z])`;
const SUM = new RegExp(
  String.raw`(?<![\p{L}\d*./]|\d[,:-])([-+]?)\s*(?:(\$|€|₽|£)\s*)?(${NUMBER})(?![:\d])(?:\s*(${UNIT}))?`,
  "gu",
);

/** The sums of money in a text, in order. `decimal` = the sign before the fraction, where known. */
export function sumsIn(text: string, currency: string, decimal: DecimalSign): PrintedSum[] {
  // A day is no number.
  const withoutDays = text.replace(DAYS, (day) => "·".repeat(day.length));
  return [...withoutDays.matchAll(SUM)].flatMap(([all, sign = "", before, number = "", after]) => {
    const unit = before ?? after;
    const code = unit === undefined ? null : currencyCode(unit);
    if (unit !== undefined && code === null) return [];
    const parsed = parseWrittenAmount(number, code ?? currency, decimal);
    if (!parsed.ok) return [];
    const amount = sign === "-" ? -parsed.amount : parsed.amount;
    return [{ amount, currency: code, signed: sign !== "", text: all.trim() }];
  });
}

/** The text is one sum and nothing else; null where it is not. */
export function onlySum(text: string, currency: string, decimal: DecimalSign): PrintedSum | null {
  const [first, second] = sumsIn(text, currency, decimal);
  if (first === undefined || second !== undefined) return null;
  const rest = text.replace(first.text, "").replace(/[\s().]/g, "");
  return rest === "" ? first : null;
}

/** A row that shows money: a number with its currency, or one with a fraction behind its sign. */
export function showsMoney(text: string): boolean {
  return sumsIn(text, "KZT", null).some(
    ({ currency, signed, text: written }) =>
      currency !== null || (signed && /[.,]\d{2}$/.test(written)),
  );
}
