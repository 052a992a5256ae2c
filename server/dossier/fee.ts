import { dayNumber } from "../time/day.ts";
import type { LegalTables } from "./office-tables.ts";
import { SIMPLIFIED_PROCEDURE } from "./tables/simplified-procedure.ts";

/** Tiyn of a tenge. */
const TIYN = 100n;

export interface ProposedFee {
  /** Tiyn, rounded up to a whole tenge. */
  readonly amount: bigint;
  /** Hundredths of a per cent. */
  readonly percent: number;
  /** Tiyn; the most the fee can be. */
  readonly cap: bigint;
  readonly source: string;
  readonly checked: boolean;
}

/**
 * The fee on a claim of this price in tiyn, by the rate in force on the day (YYYY-MM-DD); null where
 * the tables have no rate or no index for it.
 */
export function stateFee(price: bigint, day: string, tables: LegalTables): ProposedFee | null {
  const rate = tables.fees.filter((one) => one.from <= day).at(-1);
  const index = indexOf(day, tables);
  if (!rate || !index) return null;
  const cap = BigInt(rate.capInIndices) * BigInt(index.tenge) * TIYN;
  const exact = price * BigInt(rate.percent);
  // Hundredths of a per cent of tiyn: a whole tenge is a million of them.
  const whole = ((exact + 999_999n) / 1_000_000n) * TIYN;
  return {
    amount: whole < cap ? whole : cap,
    percent: rate.percent,
    cap,
    source: `${rate.source}; ${index.source}`,
    checked: rate.checked && index.checked,
  };
}

export interface Procedure {
  readonly simplified: boolean;
  /** Tiyn. */
  readonly limit: bigint;
  readonly article: string;
  readonly source: string;
  readonly checked: boolean;
}

/** Whether the price keeps a claim within the simplified written procedure on that day. */
export function procedureOf(price: bigint, day: string, tables: LegalTables): Procedure | null {
  const index = indexOf(day, tables);
  if (!index) return null;
  const { limitInIndices, article, source, checked } = SIMPLIFIED_PROCEDURE;
  const limit = BigInt(limitInIndices) * BigInt(index.tenge) * TIYN;
  return {
    simplified: price <= limit,
    limit,
    article,
    source: `${source}; ${index.source}`,
    checked: checked && index.checked,
  };
}

function indexOf(day: string, { index }: LegalTables) {
  if (dayNumber(day) === null) throw new RangeError(`stateFee: ${day} is no day`);
  return index.find(({ year }) => year === Number(day.slice(0, 4)));
}
