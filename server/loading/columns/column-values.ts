import { compactAccountNumber } from "../../identity/iban.ts";
import { hasValidCheckDigit } from "../../identity/iin.ts";
import { parseWrittenAmount } from "../../money/written.ts";
import { parseClock, parseWrittenDate } from "../../time/written.ts";
import { currencyCode } from "../cells/currency.ts";
import { directionOf } from "../cells/direction.ts";
import { cleaned } from "../cells/refused-cell.ts";

/**
 * What the values of a column look like, as shares of the filled cells; all zero where none is
 * filled.
 */
export interface ColumnLook {
  readonly filled: number;
  readonly distinct: number;
  /** The one value all filled cells have, as an account number is compared; null otherwise. */
  readonly only: string | null;
  readonly date: number;
  /** A bare number that could be Excel's serial day. */
  readonly serial: number;
  readonly clock: number;
  readonly amount: number;
  readonly decimals: number;
  readonly signed: number;
  readonly account: number;
  readonly iban: number;
  readonly iin: number;
  readonly currency: number;
  readonly direction: number;
  readonly phone: number;
  readonly words: number;
}

const ZONE = { name: "+05:00", offset: 0 };

export function lookOf(values: readonly string[]): ColumnLook {
  const filled = values
    .map((value) => cleaned(value).replace(/^'/, ""))
    .filter((value) => value !== "");
  const distinct = new Set(filled);
  const share = (test: (value: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  return {
    filled: filled.length,
    distinct: distinct.size,
    only: distinct.size === 1 ? compactAccountNumber(filled[0] ?? "") : null,
    date: share(
      (value) =>
        !/^\d{5}([.,]\d+)?$/.test(value) &&
        parseWrittenDate(value, dayOrMonth(value), ZONE) !== null,
    ),
    serial: share(
      (value) =>
        /^\d{5}([.,]\d+)?$/.test(value) && parseWrittenDate(value, "day-first", ZONE) !== null,
    ),
    clock: share((value) => /[:.]|^\d{6}$/.test(value) && parseClock(value) !== null),
    amount: share((value) => parseWrittenAmount(value, "KZT", null).ok),
    decimals: share((value) => /[.,]\d{1,2}\D*$/.test(value)),
    signed: share((value) => /^\s*[-−–+(]|-$/.test(value)),
    account: share(looksLikeAccount),
    iban: share((value) => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compactAccountNumber(value))),
    iin: share(looksLikeIin),
    currency: share((value) => currencyCode(value) !== null && !/^[-\d\s.,]{4,}$/.test(value)),
    direction: share((value) => directionOf(value) !== null),
    phone: share((value) => /^\+?[78][\s(-]*7\d{2}[\d\s)-]{7,11}$/.test(value)),
    words: share((value) => /\p{L}{2}/u.test(value)),
  };
}

function dayOrMonth(value: string) {
  const second = /^\d{1,2}[./-](\d{1,2})[./-]/.exec(value)?.[1];
  return Number(second) > 12 ? "month-first" : "day-first";
}

function looksLikeAccount(value: string): boolean {
  const number = compactAccountNumber(value);
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(number) || /^(?=.*\d)[A-Z0-9*.]{6,34}$/.test(number);
}

function looksLikeIin(value: string): boolean {
  const digits = value.replace(/[\s\u00a0]/g, "").replace(/[.,]0+$/, "");
  if (!/^\d{9,12}$/.test(digits)) return false;
  return digits.length === 12 || hasValidCheckDigit(digits.padStart(12, "0"));
}

/** How well a column's values suit a meaning, 0..1; 1 where there is no value to judge by. */
export function fitOf(meaning: string, look: ColumnLook): number {
  if (look.filled === 0) return 1;
  if (/(?:^|_)at$/.test(meaning)) return Math.max(look.date, look.serial);
  if (meaning === "booked_time" || meaning === "at_time") return Math.max(look.clock, look.date);
  if (/^(amount|fee|damage)|_amount$/.test(meaning)) return look.amount * (1 - look.iban);
  if (/_account$|^account$/.test(meaning))
    return Math.max(look.account, look.phone) * (1 - look.date);
  if (/(?:^|_)iin$/.test(meaning)) return Math.max(look.iin, look.iban > 0 ? 0 : 0.3 * look.amount);
  if (/currency$/.test(meaning)) return look.currency;
  if (meaning === "direction") return look.direction;
  if (/_phone$|^phone$/.test(meaning)) return Math.max(look.phone, 0.5);
  if (/_name$|^purpose$|^operation$|^merchant$/.test(meaning))
    return Math.max(look.words, 0.3 * (1 - look.iban));
  return 1;
}
