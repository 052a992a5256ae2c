import { fractionDigits } from "../../contract/currencies.ts";

/** Decimals of a currency and the plain text of an amount: one table for server and web. */
export { formatDecimal, fractionDigits } from "../../contract/currencies.ts";

/**
 * Money is a bigint of minor units (tiyn for KZT) beside an ISO 4217 currency code, end to end;
 * never a float.
 */
export type MinorUnits = bigint;

export type ParsedAmount =
  | { ok: true; amount: MinorUnits }
  | { ok: false; reason: "not-a-number" | "too-many-decimals" | "too-large" };

/**
 * The largest amount taken in: 999,999,999,999,999.99, some ten times what Kazakhstan earns in a
 * year. A row above it is a slip, and the database's integers end at 2^63.
 */
const MOST = 10n ** 17n - 1n;

/** An amount as it may stand in a row. */
export function withinBounds<Parsed extends ParsedAmount>(
  parsed: Parsed,
): Parsed | { ok: false; reason: "too-large" } {
  return parsed.ok && (parsed.amount > MOST || parsed.amount < -MOST)
    ? { ok: false, reason: "too-large" }
    : parsed;
}

/**
 * Reads a plain decimal with a point ("-1234.5") into minor units. Zeros past the currency's digits
 * are accepted, other digits there are "too-many-decimals": an amount is never rounded on the way
 * in.
 */
export function parseDecimal(text: string, currency: string): ParsedAmount {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return { ok: false, reason: "not-a-number" };
  const digits = fractionDigits(currency);
  const fraction = match[3] ?? "";
  if (/[^0]/.test(fraction.slice(digits))) return { ok: false, reason: "too-many-decimals" };
  const whole = BigInt(`${match[2]}${fraction.slice(0, digits).padEnd(digits, "0")}`);
  return { ok: true, amount: match[1] === "-" ? -whole : whole };
}

/**
 * Divides `total` over `weights` so that the parts add up exactly (largest remainder, Hamilton
 * 1791); equal remainders go to the earlier part. All weights zero: everything is zero unless total
 * is zero too, which is an error of the caller.
 */
export function allocate(total: MinorUnits, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((left, right) => left + right, 0n);
  if (sum <= 0n) {
    if (total === 0n) return weights.map(() => 0n);
    throw new RangeError("allocate: weights add up to nothing, so the total has no one to go to");
  }
  const parts = weights.map((weight) => (total * weight) / sum);
  let left = total - parts.reduce((a, b) => a + b, 0n);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
    );
  for (const { index } of byRemainder) {
    if (left <= 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}

export function least(left: bigint, right: bigint): bigint {
  if (left < right) return left;
  return right;
}
