import type { SortingState } from "@tanstack/react-table";
import type { TransferRow } from "../../../../contract/exploring.ts";

/** The value that each column of the table of transfers is sorted by. */
export const SORTED_BY = {
  time: (row: TransferRow) => row.bookedAt,
  from: (row: TransferRow) => row.fromName ?? row.from,
  to: (row: TransferRow) => row.toName ?? row.to,
  amount: (row: TransferRow) => BigInt(row.amount),
  purpose: (row: TransferRow) => row.purpose ?? "",
} as const;

/** The newest first, until a person sorts otherwise. */
export const NEWEST_FIRST: SortingState = [{ id: "time", desc: true }];

/** Rows in the order in which the table shows them; rows that are alike stay as they came. */
export function inOrder(rows: readonly TransferRow[], sorting: SortingState): TransferRow[] {
  const [by] = sorting;
  const value = SORTED_BY[by?.id as keyof typeof SORTED_BY];
  if (!by || !value) return [...rows];
  const direction = by.desc ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    return left < right ? -direction : left > right ? direction : 0;
  });
}
