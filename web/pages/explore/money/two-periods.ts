import type { MoneyText } from "../../../../contract/exploring.ts";
import { sumByCurrency } from "../../../../contract/sums.ts";
import { inTime } from "../stage/bundle.ts";
import type { RhythmRow } from "../stage/use-money.ts";

/** The money of the picture in two periods, side by side. Pure. */

type Window = readonly [number, number];

export interface PeriodFigures {
  readonly count: number;
  readonly sums: readonly MoneyText[];
  readonly accounts: number;
  /** Accounts with transfers in this period and none in the other. */
  readonly only: number;
}

export interface Change {
  readonly account: string;
  /** Minor units that went in and out, in the one period and in the other. */
  readonly one: bigint;
  readonly two: bigint;
}

export interface TwoPeriods {
  readonly one: PeriodFigures;
  readonly two: PeriodFigures;
  /** Accounts whose money differs, the largest difference first. */
  readonly changes: readonly Change[];
}

/** A period just as long, right before. */
export function periodBefore([since, until]: Window): Window {
  return [since - (until - since), since];
}

export function twoPeriods(
  rows: readonly RhythmRow[],
  one: Window,
  two: Window,
  currency: string,
): TwoPeriods {
  const [first, second] = [partOf(rows, one, currency), partOf(rows, two, currency)];
  const figures = (own: Part, other: Part): PeriodFigures => ({
    count: own.rows.length,
    sums: sumByCurrency(own.rows),
    accounts: own.money.size,
    only: [...own.money.keys()].filter((account) => !other.money.has(account)).length,
  });
  const accounts = new Set([...first.money.keys(), ...second.money.keys()]);
  const size = ({ one: a, two: b }: Change) => (a > b ? a - b : b - a);
  const changes = [...accounts]
    .map((account) => ({
      account,
      one: first.money.get(account) ?? 0n,
      two: second.money.get(account) ?? 0n,
    }))
    .filter((change) => size(change) > 0n)
    .sort((a, b) =>
      size(a) === size(b) ? (a.account < b.account ? -1 : 1) : size(a) > size(b) ? -1 : 1,
    );
  return { one: figures(first, second), two: figures(second, first), changes };
}

interface Part {
  readonly rows: readonly RhythmRow[];
  readonly money: ReadonlyMap<string, bigint>;
}

/** What an account sent to itself counts once. */
function partOf(all: readonly RhythmRow[], [since, until]: Window, currency: string): Part {
  const rows = all.filter((row) => inTime(row, { since, until, minimum: null }));
  const money = new Map<string, bigint>();
  for (const row of rows) {
    const amount = row.currency === currency ? BigInt(row.amount) : 0n;
    for (const account of new Set([row.from, row.to]))
      money.set(account, (money.get(account) ?? 0n) + amount);
  }
  return { rows, money };
}
