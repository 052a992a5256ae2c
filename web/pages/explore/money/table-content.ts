import type { MoneyText, TransferRow } from "../../../../contract/exploring.ts";
import { sumByCurrency } from "../../../../contract/sums.ts";

/**
 * The rows of the table and the reason for them: the words stand in its bar, so that a filter one
 * forgets is never on silently.
 */
export interface TableContent {
  readonly rows: readonly TransferRow[];
  readonly total: number;
  readonly sums: readonly MoneyText[];
  readonly title: string;
  readonly kind: "stage" | "whole" | "pair" | "named" | "next";
  /** The way out of it, where it is more than the selection. */
  readonly onLeave: (() => void) | null;
  readonly note: string | null;
  readonly loading: boolean;
  /** The fault that left the table without figures. */
  readonly error: unknown;
  /** All rows that match, also those beyond the first page. */
  readonly fetchAll: () => Promise<readonly TransferRow[]>;
}

/** The state of the question whose answer the rows are: awaited, refused, or here. */
export interface Asked {
  readonly isPending: boolean;
  readonly error: unknown;
}

/** A table whose rows are all held. */
export function heldTable(
  rows: readonly TransferRow[],
  kind: TableContent["kind"],
  title: string,
  asked: Asked,
  onLeave: TableContent["onLeave"],
  note: string | null = null,
): TableContent {
  return {
    rows,
    total: rows.length,
    sums: sumByCurrency(rows),
    kind,
    title,
    onLeave,
    note,
    loading: asked.isPending,
    error: asked.error,
    fetchAll: () => Promise.resolve(rows),
  };
}
