/** JSON that keeps 64-bit integers. */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_name, item) =>
    typeof item === "bigint" ? { $integer: item.toString() } : item,
  );
}

/** The value that encode() wrote. */
export function decode(text: string): unknown {
  return JSON.parse(text, (_name, item) =>
    typeof item === "object" && item !== null && "$integer" in item ? BigInt(item.$integer) : item,
  );
}
