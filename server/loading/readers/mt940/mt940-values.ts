import { fractionDigits } from "../../../money/money.ts";
import { parseWrittenAmount, type WrittenAmount } from "../../../money/written.ts";
import type { Instant } from "../../../time/instant.ts";
import { DAY } from "../../../time/instant.ts";
import { daysFromCivil } from "../../../time/iso.ts";
import { ASSUMED_ZONE } from "../statement-items.ts";

/**
 * SWIFT amounts: digits with a decimal comma that may have nothing behind it ("9," is 9). Some
 * banks write a point.
 */
export function swiftAmount(text: string, currency: string): WrittenAmount {
  const plain = text.replace(/[.,]$/, "").replace(/^[.,]/, "0$&");
  const digits = fractionDigits(currency);
  // A lone comma before three digits is no thousands separator here.
  return parseWrittenAmount(plain, currency, /[.,]\d{3}$/.test(plain) && digits < 3 ? "," : null);
}

/** "260304" at midnight of the assumed zone; null for a day that does not exist. */
export function swiftDay(text: string): Instant | null {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const [, year = "", month = "", day = ""] = match;
  const century = Number(year) >= 80 ? 1900 : 2000;
  return dayOf(century + Number(year), Number(month), Number(day));
}

/** The entry date has no year: the one that brings it nearest to the value date. */
export function entryDay(monthDay: string, valueDate: string): Instant | null {
  const year = Number(valueDate.slice(0, 2)) + (Number(valueDate.slice(0, 2)) >= 80 ? 1900 : 2000);
  const valueMonth = Number(valueDate.slice(2, 4));
  const month = Number(monthDay.slice(0, 2));
  const shift = month - valueMonth > 6 ? -1 : valueMonth - month > 6 ? 1 : 0;
  return dayOf(year + shift, month, Number(monthDay.slice(2)));
}

function dayOf(year: number, month: number, day: number): Instant | null {
  const days = daysFromCivil(year, month, day);
  return days === null ? null : days * DAY - ASSUMED_ZONE.offset;
}

export interface Balance {
  readonly amount: bigint;
  readonly currency: string;
  readonly day: Instant | null;
}

/**
 * ":60F:C260304KZT1234,56"; null where it is none. A closing balance may leave out the currency of
 * the opening one.
 */
export function balanceOf(text: string, known: string | null): Balance | null {
  const match = /^\s*([CD])(\d{6})([A-Z]{3})?([\d.,]+)\s*$/.exec(text);
  if (!match) return null;
  const [, mark, day = "", stated, written = ""] = match;
  const currency = stated ?? known;
  if (currency === null) return null;
  const parsed = swiftAmount(written, currency);
  if (!parsed.ok) return null;
  return { amount: mark === "D" ? -parsed.amount : parsed.amount, currency, day: swiftDay(day) };
}
