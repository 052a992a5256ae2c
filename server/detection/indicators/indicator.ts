import type { Family } from "../../../contract/detection.ts";

/**
 * What an account's evidence of one family rests on, in figures; amounts in minor units as text,
 * durations in hours.
 */
export interface Explanation {
  /** Which sentence (server/detection/wording). */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Rows of the columns, in time order. */
  readonly rows: readonly number[];
}

/**
 * One family's evidence over all accounts. Points are −log10 of the chance among peers, at most
 * PARAMETERS.cap.
 */
export interface FamilyEvidence {
  readonly family: Family;
  readonly points: Float64Array;
  /** Only asked for accounts with points; made on demand, because few are ever shown. */
  readonly explain: (account: number) => Explanation | undefined;
}
