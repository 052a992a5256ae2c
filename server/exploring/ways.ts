import { sumByCurrency } from "../../contract/sums.ts";
import type { TransferColumns } from "../columns/columns.ts";
import type { Milliseconds } from "../time/instant.ts";
import { mostThrough } from "./most-through.ts";
import { type FoundPath, rowsOf } from "./paths.ts";
import type { SharedTrait, SharedTraits } from "./shared-traits.ts";

/** The money of one direction between two accounts that follow each other on a way. */
export interface Tie {
  readonly count: number;
  readonly sums: { currency: string; amount: string }[];
  readonly first: number;
  readonly last: number;
}

export interface WayHop {
  /** Money along the way and against it; null = none. */
  readonly along: Tie | null;
  readonly against: Tie | null;
  readonly shared: SharedTrait[];
}

export interface Way {
  readonly accounts: string[];
  readonly transferIds: string[];
  readonly hops: WayHop[];
  /**
   * Longest time between two hops that follow each other, in milliseconds. In order of time it is
   * how long the money rested; else the least time between a transfer of one and of the other.
   */
  readonly largestGap: Milliseconds | null;
}

export interface DescribedWays {
  readonly ways: Way[];
  /**
   * In order of time: the most that can have gone along all these ways, no money counted twice.
   * Else the sum of the transfers on them, each once.
   */
  readonly total: { currency: string; amount: string }[];
}

/** Amounts, dates and gaps of ways that were found. */
export function describeWays(
  columns: TransferColumns,
  found: readonly FoundPath[],
  timely: boolean,
  traits: SharedTraits,
): DescribedWays {
  const between = rowsBetween(columns);
  const rows = new Set<number>();
  const ways = found.map((path): Way => {
    const hops = path.accounts.slice(1).map((account, at) => {
      const before = path.accounts[at] as number;
      return timely
        ? { along: [path.rows[at] as number], against: [], shared: [] }
        : {
            along: between(before, account),
            against: between(account, before),
            shared: traits.shared(before, account),
          };
    });
    for (const hop of hops) for (const row of [...hop.along, ...hop.against]) rows.add(row);
    return {
      accounts: path.accounts.map((account) => columns.accounts.numbers[account] ?? ""),
      transferIds: path.rows.map((row) => columns.idOf(row)),
      hops: hops.map((hop) => ({
        along: tieOf(columns, hop.along),
        against: tieOf(columns, hop.against),
        shared: hop.shared,
      })),
      largestGap: largestGap(columns, hops),
    };
  });
  const total = timely
    ? mostThrough(
        columns,
        found.map((path) => path.rows),
      )
    : sumByCurrency(moneyOf(columns, [...rows]));
  return { ways, total };
}

function moneyOf(columns: TransferColumns, rows: readonly number[]) {
  return rows.map((row) => ({
    currency: columns.currencies[columns.currency[row] as number] ?? "",
    amount: columns.amount[row] as bigint,
  }));
}

function tieOf(columns: TransferColumns, rows: readonly number[]): Tie | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    count: rows.length,
    sums: sumByCurrency(moneyOf(columns, rows)),
    first: columns.bookedAt[first] as number,
    last: columns.bookedAt[last] as number,
  };
}

/** The rows from one account to another, remembered: many ways share their hops. */
function rowsBetween(columns: TransferColumns): (from: number, to: number) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (from, to) => {
    const key = `${from}>${to}`;
    const before = known.get(key);
    if (before) return before;
    const [out, into] = [rowsOf(columns.outgoing, from), rowsOf(columns.incoming, to)];
    const rows =
      out.length <= into.length
        ? out.filter((row) => columns.to[row] === to)
        : into.filter((row) => columns.from[row] === from);
    known.set(key, [...rows]);
    return [...rows];
  };
}

/** The largest of the waits from hop to hop; null where money is on fewer than two that follow. */
function largestGap(
  columns: TransferColumns,
  hops: readonly { readonly along: readonly number[]; readonly against: readonly number[] }[],
): Milliseconds | null {
  const times = hops.map((hop) =>
    [...hop.along, ...hop.against]
      .map((row) => columns.bookedAt[row] as number)
      .sort((a, b) => a - b),
  );
  const gaps = times.slice(1).flatMap((later, at) => {
    const earlier = times[at] ?? [];
    return later.length === 0 || earlier.length === 0 ? [] : [leastWait(earlier, later)];
  });
  return gaps.length === 0 ? null : gaps.reduce((most, gap) => Math.max(most, gap));
}

/** The least distance between an instant of one and of the other; both in order of time. */
function leastWait(one: readonly number[], other: readonly number[]): Milliseconds {
  let least = Number.POSITIVE_INFINITY;
  for (let left = 0, right = 0; left < one.length && right < other.length; ) {
    const [a, b] = [one[left] as number, other[right] as number];
    least = Math.min(least, Math.abs(a - b));
    if (a < b) left += 1;
    else right += 1;
  }
  return least;
}
