import { fractionDigits } from "../../contract/currencies.ts";

/** How many tenge one unit of another currency was worth, by whom and on which day. */
export interface StatedRate {
  /** Decimal text, at most six digits after the point: "523.45". */
  readonly rate: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly source: string;
}

/** Digits after the point that a rate may have. */
const RATE_DIGITS = 6;

/** "523.45" as millionths; null where the text is no rate above zero. */
export function rateOf(text: string): bigint | null {
  const match = /^(\d{1,9})(?:[.,](\d{1,6}))?$/.exec(text.trim());
  if (!match) return null;
  const millionths = BigInt(`${match[1]}${(match[2] ?? "").padEnd(RATE_DIGITS, "0")}`);
  return millionths > 0n ? millionths : null;
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
  const divisor = 10n ** BigInt(fractionDigits(currency) + RATE_DIGITS - 2);
  return (amount * rate + divisor / 2n) / divisor;
}
