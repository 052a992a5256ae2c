import type { Trace } from "../../contract/tracing.ts";
import { DAY } from "../time/instant.ts";
import type { AccountSums } from "./account-sums.ts";
import type { World } from "./world.ts";

/** A statement that ends less than so long before the other data is not asked for again. */
const TOLERANCE = 2 * DAY;

/**
 * The statements to ask for next, the largest amount waiting first. They are those where money is
 * beyond the data, or was still held when the statement ended although the other data goes on. What
 * a limit of the reader cut off is not waiting.
 */
export function requestsFor(world: World, sums: readonly AccountSums[]): Trace["requests"] {
  const { columns } = world;
  const end = (columns.bookedAt[columns.length - 1] ?? 0) as number;
  return sums
    .flatMap((sum) => {
      if (sum.generation === 0 || world.stops.has(sum.account)) return [];
      const days = world.days(sum.account);
      const waiting = sum.beyond - sum.cut;
      const row = (
        from: number,
        until: number | null,
        amount: bigint,
        reason: Trace["requests"][number]["reason"],
      ) => [
        {
          account: columns.accounts.numbers[sum.account] as string,
          holderName: null,
          bank: columns.accounts.bank[sum.account] || null,
          from,
          until,
          waiting: amount.toString(),
          reason,
        },
      ];
      const inside = days.find((known) => known.from <= sum.since && sum.since <= known.until);
      const next = days.find((known) => known.from > (inside?.until ?? sum.since));
      if (waiting > 0n) {
        return row(
          inside === undefined ? sum.since : inside.until + 1,
          next === undefined ? null : next.from - 1,
          waiting,
          days.length === 0 ? "no-statement" : "gap",
        );
      }
      if (sum.held > 0n && inside !== undefined && inside.until + TOLERANCE < (next?.from ?? end)) {
        // Days that are known again later say nothing of the days between.
        return next === undefined
          ? row(inside.until + 1, null, sum.held, "ended")
          : row(inside.until + 1, next.from - 1, sum.held, "gap");
      }
      return [];
    })
    .sort((left, right) => {
      const difference = BigInt(right.waiting) - BigInt(left.waiting);
      return difference === 0n ? (left.account < right.account ? -1 : 1) : difference > 0n ? 1 : -1;
    });
}
