import { fractionDigits, type MinorUnits, type ParsedAmount, withinBounds } from "./money.ts";

/** The sign before the fraction, where a whole column tells it; null where it does not. */
export type DecimalSign = "." | "," | null;

export type WrittenAmount = ParsedAmount & {
  /**
   * The text held digits that only a computer's rounding makes (150150.00000000003): rounded to 15
   * significant ones, as Excel shows them.
   */
  readonly noise?: boolean;
};

const SPACES = /[\s\u00a0\u2007\u2009\u202f\u00ad\u200b-\u200f\u2060\ufeff'’`_]/g;
const MINUS = /[\u2212\u2012\u2013\u2014]/g;
const CURRENCY_WORDS = /(?:kzt|тенге|теңге|тнг|тг|₸|usd|eur|rub|руб|р|\$|€|₽)\.?/giu;
const SIGNIFICANT_DIGITS = 15;
/**
 * Zeros past the currency's decimals that tell a computer's rounding from decimals somebody wrote.
 */
const DIGITS_TO_BE_SURE = 2;

/**
 * Reads an amount as banks and spreadsheets write it, into minor units: "1 500,50", "1,500.50",
 * "1.500,50", "1'500", "1500-", "(1 500,00)", "−1500", "1500 KZT", "1,5E+05". `sign` settles what
 * one separator before three digits means ("1,500"); without it those are thousands, because no
 * amount has three decimals unless its currency has. Never rounds real decimals: see `noise`.
 */
export function parseWrittenAmount(
  text: string,
  currency: string,
  sign: DecimalSign,
): WrittenAmount {
  const fast = plainDecimal(text, currency, sign);
  if (fast !== null) return { ok: true, amount: fast };
  let rest = text.replace(SPACES, "").replace(MINUS, "-").replace(CURRENCY_WORDS, "");
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed) [negative, rest] = [true, bracketed[1] ?? ""];
  const signed = /^([-+]?)(.*?)(-?)$/.exec(rest);
  if (signed?.[1] === "-" || signed?.[3] === "-") negative = !negative;
  if (signed?.[1] && signed[3]) return { ok: false, reason: "not-a-number" };
  const plain = plainDigits(signed?.[2] ?? "", sign, fractionDigits(currency));
  if (plain === null) return { ok: false, reason: "not-a-number" };
  return withinBounds(exactMinor(plain, negative, currency));
}

/**
 * The common case, without regular expressions: digits, perhaps a point and no more decimals than
 * the currency has.
 */
function plainDecimal(text: string, currency: string, sign: DecimalSign): MinorUnits | null {
  const length = text.length;
  if (length === 0 || length > 15) return null;
  let value = 0;
  let decimals = -1;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    const digit = code - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      if (decimals >= 0) decimals += 1;
    } else if (code === 46 && decimals === -1 && index > 0) decimals = 0;
    else return null;
  }
  const digits = fractionDigits(currency);
  if (decimals > digits || decimals === 0 || (decimals === 3 && sign !== ".")) return null;
  for (let missing = digits - Math.max(decimals, 0); missing > 0; missing -= 1) value *= 10;
  return value <= Number.MAX_SAFE_INTEGER ? BigInt(value) : null;
}

interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

/** Splits the text into digits before and after the decimal sign; null where it is no number. */
function plainDigits(text: string, sign: DecimalSign, fraction: number): Digits | null {
  const scientific = /^(\d+)(?:[.,](\d+))?[eе]([-+]?\d{1,2})$/i.exec(text);
  if (scientific) return shifted(scientific[1] ?? "", scientific[2] ?? "", Number(scientific[3]));
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(text)) return null;
  const points = count(text, ".");
  const commas = count(text, ",");
  if (points + commas === 0) return { whole: text, fraction: "" };
  let decimal: "." | "," | null;
  if (points > 0 && commas > 0) decimal = text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",";
  else if (points + commas > 1) decimal = null;
  else {
    const only = points > 0 ? "." : ",";
    const after = text.length - text.indexOf(only) - 1;
    const before = text.indexOf(only);
    const grouping = after === 3 && before >= 1 && before <= 3 && text[0] !== "0";
    decimal = !grouping || sign === only || fraction === 3 ? only : null;
  }
  if (decimal !== null && count(text, decimal) > 1) return null;
  const at = decimal === null ? text.length : text.indexOf(decimal);
  const groups = text.slice(0, at).split(/[.,]/);
  if (groups.slice(1).some((group) => group.length !== 3)) return null;
  if (groups.length > 1 && (groups[0] ?? "").length > 3) return null;
  const after = text.slice(at + 1);
  return /[.,]/.test(after) ? null : { whole: groups.join("") || "0", fraction: after };
}

function shifted(whole: string, fraction: string, exponent: number): Digits {
  const digits = `${whole}${fraction}`;
  const point = whole.length + exponent;
  if (point <= 0) return { whole: "0", fraction: digits.padStart(digits.length - point, "0") };
  return { whole: digits.slice(0, point).padEnd(point, "0"), fraction: digits.slice(point) };
}

function exactMinor(
  { whole, fraction }: Digits,
  negative: boolean,
  currency: string,
): WrittenAmount {
  const digits = fractionDigits(currency);
  const significant = `${whole}${fraction}`.replace(/^0+/, "").length;
  if (/[^0]/.test(fraction.slice(digits))) {
    const shown = withoutNoise(whole, fraction);
    const sure = shown.fraction.length - digits >= DIGITS_TO_BE_SURE;
    if (significant <= SIGNIFICANT_DIGITS || !sure || /[^0]/.test(shown.fraction.slice(digits))) {
      return { ok: false, reason: "too-many-decimals" };
    }
    return { ...exactMinor(shown, negative, currency), noise: true };
  }
  const value = BigInt(`${whole}${fraction.slice(0, digits).padEnd(digits, "0")}`);
  return { ok: true, amount: negative ? -value : value };
}

/** Rounds to the 15 significant digits a double is sure of. */
function withoutNoise(whole: string, fraction: string): Digits {
  const kept = Math.max(0, SIGNIFICANT_DIGITS - whole.replace(/^0+/, "").length);
  const digits =
    BigInt(`${whole}${fraction.slice(0, kept)}`) + (Number(fraction[kept] ?? "0") >= 5 ? 1n : 0n);
  const text = digits.toString().padStart(kept + 1, "0");
  return { whole: text.slice(0, text.length - kept), fraction: text.slice(text.length - kept) };
}

/** The decimal sign a column's values agree on; null where nothing tells. */
export function decimalSignOf(values: Iterable<string>): DecimalSign {
  let points = 0;
  let commas = 0;
  for (const value of values) {
    const text = value.replace(SPACES, "").replace(/[^\d.,]/g, "");
    const point = text.lastIndexOf(".");
    const comma = text.lastIndexOf(",");
    if (point !== -1 && comma !== -1) {
      if (point > comma) points += 1;
      else commas += 1;
    } else if (point !== -1 && tells(text, point, ".")) points += 1;
    else if (comma !== -1 && tells(text, comma, ",")) commas += 1;
  }
  return points === commas ? null : points > commas ? "." : ",";
}

/** A lone separator not before exactly three digits is a decimal sign. */
function tells(text: string, at: number, separator: string): boolean {
  return count(text, separator) === 1 && text.length - at - 1 !== 3;
}

function count(text: string, sign: string): number {
  let found = 0;
  for (const character of text) if (character === sign) found += 1;
  return found;
}
