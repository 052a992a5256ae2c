import { fractionDigits } from "../../../../contract/currencies.ts";
import type { TransferRow } from "../../../../contract/exploring.ts";

/**
 * The tiny picture of amounts: how many transfers in each tenth of a power of ten, and a slider
 * over the same scale.
 */

const STEPS_PER_POWER = 6;

export interface AmountBins {
  readonly counts: readonly number[];
  /** Powers of ten (minor units) at the two ends. */
  readonly from: number;
  readonly to: number;
}

function logOf(amount: string): number {
  return Math.log10(Math.max(1, Number(BigInt(amount))));
}

export function amountBins(
  rows: readonly Pick<TransferRow, "amount" | "currency">[],
  currency: string,
): AmountBins {
  const logs = rows.filter((row) => row.currency === currency).map((row) => logOf(row.amount));
  if (logs.length === 0) return { counts: [], from: 0, to: 1 };
  const from = Math.floor(Math.min(...logs.slice(0, 50_000)) * STEPS_PER_POWER) / STEPS_PER_POWER;
  const to = Math.max(
    from + 1,
    Math.ceil(Math.max(...logs.slice(0, 50_000)) * STEPS_PER_POWER) / STEPS_PER_POWER,
  );
  const counts = new Array<number>(Math.max(1, Math.round((to - from) * STEPS_PER_POWER))).fill(0);
  for (const log of logs) {
    const index = Math.min(
      counts.length - 1,
      Math.max(0, Math.floor((log - from) * STEPS_PER_POWER)),
    );
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return { counts, from, to };
}

/** A slider's place as a round amount in minor units: two figures, whole major units. */
export function amountAt(place: number, currency: string): string {
  const value = 10 ** place;
  const digits = fractionDigits(currency);
  if (value < 10 ** digits) return "0";
  const unit = 10 ** Math.max(digits, Math.floor(Math.log10(value)) - 1);
  return String(Math.round(value / unit) * unit);
}

export function placeOf(minimum: string | null, bins: AmountBins): number {
  return minimum === null ? bins.from : Math.min(bins.to, Math.max(bins.from, logOf(minimum)));
}
