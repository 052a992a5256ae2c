import { sumByCurrency } from "../../contract/sums.ts";
import type { TransferColumns } from "../columns/columns.ts";
import { maximumFlow } from "../money/maximum-flow.ts";

/**
 * The most money that can have gone along some ways, each tenge counted once however many ways it
 * lies on. Maximum flow where each transfer carries at most its amount and passes it on to the
 * transfers after it on a way. A way that changes the currency carries nothing here: no rate is
 * known.
 */
export function mostThrough(
  columns: TransferColumns,
  ways: readonly (readonly number[])[],
): { currency: string; amount: string }[] {
  const currencies = new Set(ways.flat().map((row) => columns.currency[row] as number));
  return sumByCurrency(
    [...currencies].flatMap((currency) => {
      const own = ways.filter((rows) => rows.every((row) => columns.currency[row] === currency));
      const amount = flowAlong(own, (row) => columns.amount[row] as bigint);
      return amount === 0n ? [] : [{ currency: columns.currencies[currency] ?? "", amount }];
    }),
  );
}

/** Maximum flow from the first transfers of the ways to their last ones, in minor units. */
export function flowAlong(
  ways: readonly (readonly number[])[],
  amountOf: (row: number) => bigint,
): bigint {
  const everything = [...new Set(ways.flat())].reduce((sum, row) => sum + amountOf(row), 0n);
  // Two points a transfer, in and out, with its amount between.
  const pipes = ways.flatMap((rows) =>
    rows.flatMap((row, at) => {
      const before = at === 0 ? "source" : `out ${rows[at - 1]}`;
      const end = { from: `out ${row}`, to: "target", room: everything };
      return [
        { from: `in ${row}`, to: `out ${row}`, room: amountOf(row) },
        { from: before, to: `in ${row}`, room: everything },
        ...(at === rows.length - 1 ? [end] : []),
      ];
    }),
  );
  return maximumFlow(pipes, "source", "target");
}
