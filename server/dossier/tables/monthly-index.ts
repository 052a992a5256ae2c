/**
 * THE MONTHLY CALCULATION INDEX (МРП, АЕК) of each year, in tenge: the law on the republican budget
 * sets it. Limits and fees are given in it. A new year is a new line; an office may put
 * monthly-index.csv (year,tenge,source) into its data folder instead.
 */
export interface MonthlyIndex {
  readonly year: number;
  /** Whole tenge. */
  readonly tenge: number;
  readonly source: string;
  /** False: written down from memory; compare it with the law before filing. */
  readonly checked: boolean;
}

export const MONTHLY_INDEX: readonly MonthlyIndex[] = [
  { year: 2023, tenge: 3_450, source: "Law on the republican budget 2023–2025", checked: false },
  { year: 2024, tenge: 3_692, source: "Law on the republican budget 2024–2026", checked: false },
  { year: 2025, tenge: 3_932, source: "Law on the republican budget 2025–2027", checked: true },
  // 2025 and 2026 as read on lada.kz, 8 December 2025.
  { year: 2026, tenge: 4_325, source: "Law on the republican budget 2026–2028", checked: true },
];
