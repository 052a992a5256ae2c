import type { Trace } from "../../../contract/tracing.ts";
import { columnsBuilder } from "../../columns/build.ts";
import { EXIT_KINDS, type TransferColumns } from "../../columns/columns.ts";
import { traceIn } from "../trace.ts";
import type { Resolved, Stolen } from "../victims.ts";
import type { World } from "../world.ts";
import type { Basis } from "./basis.ts";

/**
 * Applies the rule of a case again, and every other rule beside it, to the movements of its basis.
 * The traces have no names of holders.
 */
export function replay(basis: Basis): Trace[] {
  const columns = columnsOf(basis);
  const worlds = new Map<number, World>();
  const worldIn = (currency: number) => {
    const known = worlds.get(currency) ?? worldOf(columns, currency, basis);
    worlds.set(currency, known);
    return known;
  };
  const isBound = (currency: number, convertedFrom: string | null) =>
    basis.traces.find(
      (one) => one.currency === columns.currencies[currency] && one.convertedFrom === convertedFrom,
    )?.isBound;
  const choices = { method: basis.method, range: true, exact: true };
  const traces = traceIn({ columns, worldIn, isBound }, resolvedOf(columns, basis), choices);
  const keyOf = (place: string) => basis.victims[Number(place)]?.key ?? place;
  const named = <Of extends { readonly victim: string }>(all: readonly Of[]) =>
    all.map((one) => ({ ...one, victim: keyOf(one.victim) }));
  return traces.map((trace) => ({
    ...trace,
    victims: named(trace.victims),
    steps: trace.steps.map((step) => ({ ...step, byVictim: named(step.byVictim) })),
    accounts: trace.accounts.map((one) => ({
      ...one,
      byVictim: named(one.byVictim),
      corrections: one.corrections?.map((correction) => ({
        ...correction,
        byVictim: named(correction.byVictim),
      })),
    })),
  }));
}

function columnsOf({ movements, accounts }: Basis): TransferColumns {
  const builder = columnsBuilder();
  for (const { account, exitKind } of accounts) {
    const kind = EXIT_KINDS.find((one) => one === exitKind) ?? null;
    builder.account({ number: account, exitKind: kind });
  }
  movements.forEach(({ id, from, to, amount, currency, bookedAt }, order) => {
    builder.transfer({ id, from, to, amount, currency, bookedAt, order });
  });
  return builder.finish();
}

function worldOf(columns: TransferColumns, currency: number, basis: Basis): World {
  const name = columns.currencies[currency] as string;
  const index = (account: string) => columns.accounts.indexOf(account) ?? -1;
  const accountsWith = (has: (one: Basis["accounts"][number]) => boolean) =>
    new Set(basis.accounts.filter(has).map((one) => index(one.account)));
  const known = accountsWith((one) => one.openingKnown.includes(name));
  const inCurrency = <Of extends { readonly account: string; readonly currency: string }>(
    all: readonly Of[],
  ) => {
    const found = new Map<number, Of[]>();
    for (const one of all)
      if (one.currency === name)
        found.set(index(one.account), [...(found.get(index(one.account)) ?? []), one]);
    return found;
  };
  const days = inCurrency(basis.days);
  const linked = (field: "reverses" | "exchangedFor") =>
    new Map(
      basis.movements.flatMap((one) => {
        const [row, other] = [columns.rowOfId(one.id), columns.rowOfId(one[field] ?? "")];
        return row === undefined || other === undefined ? [] : [[row, other] as const];
      }),
    );
  return {
    columns,
    currency,
    stops: new Map(
      basis.accounts.flatMap(({ account, stop }) =>
        stop === null ? [] : [[index(account), stop] as const],
      ),
    ),
    checkpoints: inCurrency(basis.balances),
    days: (account) => days.get(account) ?? [],
    openingKnown: (account) => known.has(account),
    followed: accountsWith((one) => one.followed.includes(name)),
    conversions: linked("exchangedFor"),
    reversals: linked("reverses"),
  };
}

/** Victims stand under their place, so that they are in the order of the basis. */
function resolvedOf(columns: TransferColumns, { movements, victims }: Basis): Resolved {
  const placed = (victim: number) => String(victim).padStart(8, "0");
  return {
    stolen: movements.flatMap(({ id, stolen }): Stolen[] => {
      const row = columns.rowOfId(id);
      if (stolen === null || row === undefined) return [];
      const { victim, amount, requested } = stolen;
      return [{ row, amount, victim: placed(victim), name: null, report: null, requested }];
    }),
    homes: new Map(
      victims.map(({ accounts }, at) => [
        placed(at),
        new Set(accounts.flatMap((one) => columns.accounts.indexOf(one) ?? [])),
      ]),
    ),
    notTraced: [],
    unknown: [],
  };
}
