import type { TransferColumns } from "../../columns/columns.ts";

/**
 * The transfers between accounts that a run looks at, ordered by what they say (instant, payer,
 * payee, amount, id).
 */
export interface Flow {
  readonly columns: TransferColumns;
  readonly count: number;
  readonly accounts: number;
  /** Row in the columns. */
  readonly row: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Minor units as a number: for ratios and thresholds, never added up for a person to read. */
  readonly amount: Float64Array;
  /** Days since the first transfer. */
  readonly day: Float64Array;
  /** Days from the first to the last transfer, at least one. */
  readonly span: number;
  /** Instant of day zero. */
  readonly start: number;
  /** Ordered pair of each transfer (relations.ts). */
  readonly relation: Int32Array;
}

/**
 * Rows in `since`..`until` with two different ends and an amount, exits included, in the order of
 * the columns (canonical, see columns/canonical.ts).
 */
export function rowsInTime(columns: TransferColumns, since: number, until: number): Int32Array {
  const kept: number[] = [];
  for (let row = 0; row < columns.length; row += 1) {
    const at = columns.bookedAt[row]!;
    if (at < since || at >= until) continue;
    if (columns.from[row] === columns.to[row] || columns.amount[row] === 0n) continue;
    kept.push(row);
  }
  return Int32Array.from(kept);
}

/** Rows of which both ends are accounts. */
export function betweenAccounts(columns: TransferColumns, rows: Int32Array): Int32Array {
  const { exitKind } = columns.accounts;
  return rows.filter(
    (row) => exitKind[columns.from[row]!] === 0 && exitKind[columns.to[row]!] === 0,
  );
}
