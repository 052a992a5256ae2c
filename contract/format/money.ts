import { CURRENCY_SIGNS, formatDecimal, fractionDigits } from "../currencies.ts";
import type { Language } from "../languages.ts";
import { CONVENTIONS } from "../texts/conventions.ts";
import { grouped } from "./numbers.ts";

/**
 * Amounts arrive as decimal text of minor units and are shown without ever passing through a float.
 * Groups of three and the decimal sign are the language's: "1 500,50" in Kazakh and Russian,
 * "1,500.50" in English.
 */
const BEFORE_SIGN = "\u00a0";

export function currencySign(currency: string): string {
  return CURRENCY_SIGNS[currency] ?? currency;
}

/**
 * "150050" KZT → "1 500,50" (ru), "1,500.50" (en); cents are left out when there are none, unless
 * `exact`.
 */
export function formatAmount(
  minor: string | bigint,
  currency: string,
  language: Language,
  exact = false,
): string {
  const value = BigInt(minor);
  const [whole = "", fraction = ""] = formatDecimal(value < 0n ? -value : value, currency).split(
    ".",
  );
  const sign = value < 0n ? "\u2212" : "";
  const shown = fraction !== "" && (exact || /[^0]/.test(fraction));
  return `${sign}${grouped(whole, language)}${shown ? `${CONVENTIONS[language].decimalSign}${fraction}` : ""}`;
}

/** The amount with its currency: "1 500,50 ₸". */
export function formatMoney(
  minor: string | bigint,
  currency: string,
  language: Language,
  exact = false,
): string {
  return `${formatAmount(minor, currency, language, exact)}${BEFORE_SIGN}${currencySign(currency)}`;
}

/**
 * Rounded to three figures for pictures and lists: "27,3 млн ₸", "531,000 ₸". Halves go up; the
 * exact amount belongs in a tooltip. Below ten thousand it is exact: "3 254,79 ₸".
 */
export function formatMoneyShort(
  minor: string | bigint,
  currency: string,
  language: Language,
): string {
  const value = BigInt(minor);
  const unit = 10n ** BigInt(fractionDigits(currency));
  const whole = (value < 0n ? -value : value) / unit;
  const sign = value < 0n ? "\u2212" : "";
  const scale = whole >= 999_500_000n ? 3 : whole >= 999_500n ? 2 : whole >= 10_000n ? 1 : 0;
  if (scale === 0) return formatMoney(value, currency, language);
  const divisor = 1000n ** BigInt(scale);
  const decimals = whole / divisor >= 100n ? 0n : 1n;
  const rounded = (whole * 10n ** decimals + divisor / 2n) / divisor;
  const scaleWord = CONVENTIONS[language].scales[scale - 1];
  if (!scaleWord) {
    const written = (rounded * divisor) / 10n ** decimals;
    return `${sign}${grouped(written.toString(), language)}${BEFORE_SIGN}${currencySign(currency)}`;
  }
  const text = rounded.toString();
  const body =
    decimals === 0n
      ? grouped(text, language)
      : text.endsWith("0")
        ? grouped(text.slice(0, -1), language)
        : `${grouped(text.slice(0, -1), language)}${CONVENTIONS[language].decimalSign}${text.slice(-1)}`;
  return `${sign}${body}${BEFORE_SIGN}${scaleWord}${BEFORE_SIGN}${currencySign(currency)}`;
}

/** Exact sum of minor-unit texts. */
export function sumAmounts(amounts: Iterable<string>): bigint {
  let total = 0n;
  for (const amount of amounts) total += BigInt(amount);
  return total;
}

/**
 * Minor units as a plain number of major ones, for widths, sizes and axes only; a figure is written
 * from the minor units themselves.
 */
export function majorUnits(minor: string | bigint, currency: string): number {
  return Number(BigInt(minor)) / 10 ** fractionDigits(currency);
}

/** A round number of major units (the label of a scale) as minor units. */
export function minorUnits(major: number, currency: string): bigint {
  return BigInt(Math.round(major * 10 ** fractionDigits(currency)));
}

/** A sum as the server sends it in a text ("1500.50 KZT"), in minor units; null where it is none. */
export function sumIn(text: string): { amount: string; currency: string } | null {
  const [, typed = "", currency = ""] = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text) ?? [];
  const amount = currency === "" ? null : parseTypedAmount(typed, currency);
  return amount === null ? null : { amount, currency };
}

/**
 * What a person types ("1 500,50", "1500.5", "1,500.50") as minor units; null where it is not an
 * amount of this currency. Commas group thousands where they cannot be a decimal sign.
 */
export function parseTypedAmount(text: string, currency: string): string | null {
  const digits = fractionDigits(currency);
  const typed = text.replace(/[\s\u00a0\u202f]/g, "");
  const thousands =
    /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed) && (digits < 3 || /,.*[.,]/.test(typed));
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(thousands ? typed.replaceAll(",", "") : typed);
  if (!match) return null;
  const fraction = match[2] ?? "";
  if (fraction.length > digits) return null;
  return BigInt(`${match[1]}${fraction.padEnd(digits, "0")}`).toString();
}
