import type { Family } from "../../../contract/detection.ts";
import type { Context } from "./context.ts";

/**
 * What an account's points of one family rest on, in figures; amounts in minor units as text,
 * durations in hours.
 */
export interface Explanation {
  /** Which sentence (contract/texts). */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Rows of the columns, in time order. */
  readonly rows: readonly number[];
}

/**
 * One sign that an account is a dropper's, over all accounts. A file each; adding one means writing
 * the file, naming it in all-indicators.ts and giving its family words (docs/detection.md).
 */
export interface Indicator {
  readonly family: Family;
  /** The constants it reads, all of them from parameters.ts. */
  readonly parameters: object;
  /**
   * −log10 of the chance among peers, by account, at most PARAMETERS.cap. What depends only on one
   * account's rows stands in functions of its own that read no context, so that another engine can
   * call them.
   */
  readonly points: (context: Context) => Float64Array;
  /**
   * True where it speaks of single transfers or relations that others' statements show: then it
   * counts for an account without a statement too. All else needs the account's own days.
   */
  readonly ofStubs?: true;
  /** Only asked for accounts with points; made on demand, because few are ever shown. */
  readonly explain: (context: Context, account: number) => Explanation | undefined;
  /**
   * Adds what each relation carries to `into`: the way credit and clusters go along. Left out where
   * the indicator speaks of an account alone.
   */
  readonly carry?: (context: Context, into: Float64Array) => void;
}
