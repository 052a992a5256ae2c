/**
 * How often a rule set was right on data it was never tuned on. The data are towns of our generator
 * (1 % droppers) and AMLGentex, other people's generator: fast (7 ± 3 days) and slow (25 ± 8 days).
 * Shares from 0 to 1; how they were measured: docs/detection.md.
 */
export interface MeasuredRules {
  /**
   * Droppers among as many accounts at the top of the list as there are droppers; no report known.
   */
  readonly list: number;
  /** Members of the planted network among accounts that clusters name with a part. */
  readonly named: number;
  readonly averagePrecision: { readonly alone: number; readonly halfReported: number };
  /** Left out where no set was made anew for the rule set. */
  readonly others?: { readonly fast: number; readonly slow: number };
}

const MEASURED: Readonly<Record<string, MeasuredRules>> = {
  "droppers@3": {
    list: 0.86,
    named: 0.83,
    averagePrecision: { alone: 0.91, halfReported: 0.96 },
    others: { fast: 0.715, slow: 0.668 },
  },
  "droppers@4": {
    list: 0.88,
    named: 0.92,
    averagePrecision: { alone: 0.93, halfReported: 0.97 },
    others: { fast: 0.73, slow: 0.62 },
  },
  // Towns 1901 to 1906.
  "droppers@6": {
    list: 0.875,
    named: 0.996,
    averagePrecision: { alone: 0.932, halfReported: 0.981 },
  },
  // The same towns, without session logs.
  "droppers@7": {
    list: 0.875,
    named: 0.997,
    averagePrecision: { alone: 0.932, halfReported: 0.981 },
  },
};

/**
 * By a run's `rules` ("droppers@3" and the mark of its parameters); undefined where that rule set
 * was not measured.
 */
export function measuredRules(rules: string): MeasuredRules | undefined {
  return MEASURED[/^\w+@\d+/.exec(rules)?.[0] ?? ""];
}
