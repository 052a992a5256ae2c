/**
 * THE STATE FEE of a claim for money. Rates and exemptions change with the Tax Code, and the
 * exemption of a prosecutor was not confirmed: the office decides for each claim, and the paper
 * prints what it decided. An office may put state-fee.csv (from,percent,cap,source) into its data
 * folder: it replaces this table.
 */
export interface StateFeeRate {
  /** First day in force, YYYY-MM-DD. */
  readonly from: string;
  /** Hundredths of a per cent of the price of the claim: 100 = 1 %. */
  readonly percent: number;
  /** The most, in monthly calculation indices. */
  readonly capInIndices: number;
  readonly source: string;
  /** False: written down from memory; compare it with the Tax Code before filing. */
  readonly checked: boolean;
}

export const STATE_FEE_RATES: readonly StateFeeRate[] = [
  {
    from: "2018-01-01",
    percent: 100,
    capInIndices: 10_000,
    source: "Tax Code of 2017, art. 610: claims of natural persons",
    checked: false,
  },
  {
    from: "2026-01-01",
    percent: 100,
    capInIndices: 10_000,
    source: "Tax Code of 2025, art. 662–672: claims of natural persons; lada.kz, 31 December 2025",
    checked: true,
  },
];
