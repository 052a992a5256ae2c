import type { TraceMethod } from "../../../contract/tracing.ts";
import { EXIT_KINDS, type TransferColumns } from "../../columns/columns.ts";
import { JOINED, type Runs } from "../trace.ts";
import type { Resolved } from "../victims.ts";
import type { World } from "../world.ts";
import type { Basis, BasisVictim, Movement } from "./basis.ts";
import { neededFor } from "./needed.ts";

/** One currency of the basis: all its traces together. */
interface Needs {
  readonly world: World;
  readonly followed: Set<number>;
}

/** The basis of the finished traces of one request, with the real numbers and keys. */
export function basisOf(
  columns: TransferColumns,
  resolved: Resolved,
  method: TraceMethod,
  traces: readonly Runs[],
): Basis {
  const byCurrency = new Map<number, Needs>();
  const rows = new Set<number>();
  for (const runs of traces) {
    const needed = neededFor(runs);
    for (const row of needed.rows) rows.add(row);
    const { currency } = runs.world;
    const known = byCurrency.get(currency) ?? { world: runs.world, followed: new Set() };
    byCurrency.set(currency, known);
    for (const account of needed.followed) known.followed.add(account);
  }
  const order = [...rows].sort((left, right) => left - right);
  const names = namesOf(columns);
  const involved = [
    ...new Set(order.flatMap((row) => [columns.from[row] as number, columns.to[row] as number])),
  ];
  const { victims, placeOf } = victimsIn(columns, resolved, traces, rows, new Set(involved));
  const thefts = new Map(resolved.stolen.map((one) => [one.row, one]));
  const currencies = [...byCurrency.values()];
  const isIn =
    (holds: (needs: Needs) => boolean) =>
    (needs: Needs): string[] =>
      holds(needs) ? [names.currency(needs.world.currency)] : [];
  return {
    method,
    traces: traces.map(({ world, convertedFrom, isBound }) => ({
      ...{ currency: names.currency(world.currency), convertedFrom, isBound },
    })),
    movements: order.map((row): Movement => {
      const theft = thefts.get(row);
      const known = byCurrency.get(columns.currency[row] as number)?.world;
      const linked = (to: number | undefined) =>
        to === undefined || !rows.has(to) ? null : columns.idOf(to);
      return {
        id: columns.idOf(row),
        from: names.account(columns.from[row] as number),
        to: names.account(columns.to[row] as number),
        amount: columns.amount[row] as bigint,
        currency: names.currency(columns.currency[row] as number),
        bookedAt: columns.bookedAt[row] as number,
        stolen:
          theft === undefined
            ? null
            : {
                victim: placeOf(row, theft.victim),
                amount: theft.amount,
                requested: theft.requested,
              },
        reverses: linked(known?.reversals.get(row)),
        exchangedFor: linked(known?.conversions.get(row)),
      };
    }),
    accounts: involved.map((account) => {
      const exit = columns.accounts.exitKind[account] as number;
      return {
        account: names.account(account),
        stop: currencies[0]?.world.stops.get(account) ?? null,
        exitKind: exit === 0 ? null : (EXIT_KINDS[exit - 1] as string),
        followed: currencies.flatMap(isIn(({ followed }) => followed.has(account))),
        openingKnown: currencies.flatMap(isIn(({ world }) => world.openingKnown(account))),
      };
    }),
    balances: currencies.flatMap(({ world, followed }) =>
      [...followed].flatMap((account) =>
        (world.checkpoints.get(account) ?? []).map((point) => ({
          account: names.account(account),
          currency: names.currency(world.currency),
          ...point,
        })),
      ),
    ),
    days: currencies.flatMap(({ world, followed }) =>
      [...followed].flatMap((account) =>
        world.days(account).map(({ from, until }) => ({
          account: names.account(account),
          currency: names.currency(world.currency),
          ...{ from, until },
        })),
      ),
    ),
    victims,
  };
}

function namesOf({ accounts, currencies }: TransferColumns) {
  return {
    account: (account: number) => accounts.numbers[account] as string,
    currency: (currency: number) => currencies[currency] as string,
  };
}

/** The victims of these thefts in the order of their keys; the joined ones are one. */
function victimsIn(
  columns: TransferColumns,
  { stolen, homes }: Resolved,
  traces: readonly Runs[],
  rows: ReadonlySet<number>,
  involved: ReadonlySet<number>,
): { victims: BasisVictim[]; placeOf: (row: number, victim: string) => number } {
  const joinedRows = new Set(
    traces.flatMap(({ cast }) =>
      cast.thefts.flatMap(({ row, victim }) => (cast.victims[victim]?.key === JOINED ? [row] : [])),
    ),
  );
  const keyOf = (row: number, victim: string) => (joinedRows.has(row) ? JOINED : victim);
  const homesOf = new Map<string, Set<number>>();
  for (const { row, victim } of stolen) {
    const key = keyOf(row, victim);
    if (!rows.has(row)) continue;
    const own = homesOf.get(key) ?? new Set();
    homesOf.set(key, own);
    for (const account of homes.get(victim) ?? []) if (involved.has(account)) own.add(account);
  }
  const keys = [...homesOf.keys()].sort();
  const places = new Map(keys.map((key, place) => [key, place]));
  return {
    victims: keys.map((key) => ({
      key,
      accounts: [...(homesOf.get(key) ?? [])]
        .map((account) => columns.accounts.numbers[account] as string)
        .sort(),
    })),
    placeOf: (row, victim) => places.get(keyOf(row, victim)) as number,
  };
}
