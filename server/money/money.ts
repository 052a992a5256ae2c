/**
 * Money is a bigint of minor units (tiyn for KZT) beside an ISO 4217 currency code, end to end;
 * never a float.
 */
export type MinorUnits = bigint;

/** Digits after the point by ISO 4217; anything not listed has two. */
const FRACTION_DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

export function fractionDigits(currency: string): number {
  return FRACTION_DIGITS[currency] ?? 2;
}

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
 * Writes minor units as a plain decimal with a point: 150050n KZT is "1500.50". The inverse of
 * parseDecimal.
 */
export function formatDecimal(amount: MinorUnits, currency: string): string {
  const digits = fractionDigits(currency);
  const sign = amount < 0n ? "-" : "";
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, "0");
  if (digits === 0) return `${sign}${text}`;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
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
