/**
 * JSON with each bigint (minor units, 64-bit integers) as decimal text; JSON has no such number.
 */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    typeof inner === "bigint" ? inner.toString() : inner,
  );
}
