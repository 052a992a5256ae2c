import { z } from "zod";
import { fractionDigits } from "./currencies.ts";
import { dayText } from "./endpoint.ts";
import type { Language } from "./languages.ts";
import { CONVENTIONS } from "./texts/conventions.ts";

/**
 * Tenge and another currency by a stated rate: the price of a claim, and a payment in tenge on it.
 * The server, the web app and `recompute` work with the same rule (docs/claims.md, "A payment in
 * tenge"). Amounts in minor units, no float on the way.
 */

/** How many tenge one unit of another currency was worth, by whom and on which day. */
export const statedRate = z.object({
  /** Decimal text, at most six digits after the point: "523.45". */
  rate: z.string().trim().max(20),
  day: dayText,
  source: z.string().trim().min(1).max(200),
});
export type StatedRate = z.infer<typeof statedRate>;

/** Digits after the point that a rate may have. */
const RATE_DIGITS = 6;

/** "523.45" as millionths; null where the text is no rate above zero. */
export function rateOf(text: string): bigint | null {
  const match = /^(\d{1,9})(?:[.,](\d{1,6}))?$/.exec(text.trim());
  if (!match) return null;
  const millionths = BigInt(`${match[1]}${(match[2] ?? "").padEnd(RATE_DIGITS, "0")}`);
  return millionths > 0n ? millionths : null;
}

/** The rate with the decimal sign of a language. */
export function rateWritten(rate: string, language: Language): string {
  return rate.trim().replace(/[.,]/, CONVENTIONS[language].decimalSign);
}

/** A minor unit at a rate of so many millionths is worth `millionths / perTiyn` tiyn. */
function perTiyn(currency: string): bigint {
  return 10n ** BigInt(fractionDigits(currency) + RATE_DIGITS - 2);
}

/**
 * The price of a claim in tiyn (Code of Civil Procedure art. 148). A claim in tenge is as it is,
 * one in another currency at the stated rate, halves of a tiyn up. null where no rate is stated
 * yet.
 */
export function priceInTenge(
  amount: bigint,
  currency: string,
  stated: StatedRate | null,
): bigint | null {
  if (currency === "KZT") return amount;
  const rate = stated === null ? null : rateOf(stated.rate);
  if (rate === null) return null;
  return priceAt(amount, currency, rate);
}

function priceAt(amount: bigint, currency: string, rate: bigint): bigint {
  const divisor = perTiyn(currency);
  return (amount * rate + divisor / 2n) / divisor;
}

/** Tiyn in minor units of a currency at a rate in millionths, halves of a minor unit up. */
function inCurrency(tenge: bigint, currency: string, rate: bigint): bigint {
  return (2n * tenge * perTiyn(currency) + rate) / (2n * rate);
}

/**
 * A sum is the tenge at the rate within rounding: it differs from the exact quotient by less than
 * one minor unit of its currency. Where a tiyn is worth more than that unit, by less than one tiyn.
 */
export function isWithinRounding(
  { tenge, amount }: TengeAndSum,
  currency: string,
  rate: bigint,
): boolean {
  const unit = perTiyn(currency);
  const off = amount * rate - tenge * unit;
  return (off < 0n ? -off : off) < (rate > unit ? rate : unit);
}

/** Tiyn that came, and what they pay in minor units of another currency. */
export interface TengeAndSum {
  readonly tenge: bigint;
  readonly amount: bigint;
}

/**
 * The sum that a payment in tenge pays of a debt in another currency, where nobody says another.
 * All payments at one rate are converted together, halves up, so parts of a price pay together what
 * the whole price pays at once. `earlier`: the payments at this rate before. Exactly what is `owed`
 * is paid by tenge that make up the price of all that was paid at this rate and is owed, and by the
 * price of what is owed alone, whatever other rates came before. Rounding pays no more than that.
 */
export function paidByTenge(
  tenge: bigint,
  currency: string,
  rate: bigint,
  { earlier, owed }: { readonly earlier: readonly TengeAndSum[]; readonly owed: bigint },
): bigint {
  const before = {
    tenge: earlier.reduce((sum, one) => sum + one.tenge, 0n),
    amount: earlier.reduce((sum, one) => sum + one.amount, 0n),
  };
  const all = before.tenge + tenge;
  const fits = (amount: bigint) => isWithinRounding({ tenge, amount }, currency, rate);
  const together = inCurrency(all, currency, rate) - before.amount;
  const paid = fits(together) ? together : inCurrency(tenge, currency, rate);
  if (!fits(owed)) return paid;
  const whole = priceAt(before.amount + owed, currency, rate);
  // Where a tiyn is worth more than a minor unit, the last tiyn of the whole price pays the rest.
  const isPrice = rate >= perTiyn(currency) || all > whole;
  const settles = isPrice && tenge >= priceAt(owed, currency, rate);
  return all === whole || settles || paid > owed ? owed : paid;
}
