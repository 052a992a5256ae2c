/** An amount in minor units, as text, beside its currency. */
export interface CurrencySum {
  currency: string;
  amount: string;
}

/**
 * Adds amounts up, each currency for itself, exactly; in the order of the currency codes. The only
 * place where the server and the web app add amounts that may be of several currencies.
 */
export function sumByCurrency(
  parts: Iterable<{ readonly currency: string; readonly amount: bigint | string }>,
): CurrencySum[] {
  const sums = new Map<string, bigint>();
  for (const { currency, amount } of parts)
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amount));
  return [...sums]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, amount]) => ({ currency, amount: amount.toString() }));
}
