import type { Identifiers } from "./identifiers.ts";

/** All that is known of a table before its rows are read; the row readers are made from it. */
export interface TablePlan {
  /** Header names in the file's order. */
  readonly names: readonly string[];
  /** Meaning → column, -1 where the table has no such column. */
  readonly column: (meaning: string) => number;
  /** Columns without a meaning, kept with the row. */
  readonly extras: readonly number[];
  /** Zone of times that name none. */
  readonly zone: string;
  readonly zoneOffset: number;
  readonly currency: string;
  readonly identifiers: Identifiers;
}

/** The header name of a meaning's column, for messages. */
export function nameOf(plan: TablePlan, meaning: string): string {
  return plan.names[plan.column(meaning)] ?? meaning;
}
