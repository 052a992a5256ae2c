import { accountsInReach } from "../network/strangers.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { chanceLevel } from "./chance.ts";
import { addAll, type Context, once, raise } from "./context.ts";
import { hoursOf, inOrder, rowsOfRelation } from "./explained-rows.ts";
import { type Cycle, cycleSearcher } from "./find-cycles.ts";
import type { Indicator } from "./indicator.ts";
import { movesOn } from "./money-passed-on.ts";

/**
 * Money that comes back to where it set out, each transfer after the one before, over 3 to 10
 * accounts within 7 or 20 days. Depth first from every stranger transfer (2SCENT, Kumar and Calders
 * 2018). A way is cut as soon as so many such ways are expected by chance that closing would
 * surprise nobody. The chance that a way of accounts with k strangers paid each returns is about
 * Π(1 + kW/T) / m.
 */
export interface Cycles {
  readonly points: Float64Array;
  readonly found: readonly (Cycle & { readonly points: number })[];
  /** Index into `found` of the account's most surprising cycle, -1 = none. */
  readonly best: Int32Array;
}

export const cyclesOf = once((context): Cycles => {
  const { flow, strangers } = context;
  const { shortLength, shortPoints } = CONSTANTS.cycles;
  const all = context.foundCycles();
  const points = new Float64Array(flow.accounts);
  const best = new Int32Array(flow.accounts).fill(-1);
  const raw = all.flatMap((cycle) => cycle.accounts.map(() => cycle.surprise));
  const usual = chanceLevel(raw, accountsInReach(strangers, flow.accounts));
  const found = all.map((cycle) => {
    const most = cycle.accounts.length <= shortLength ? shortPoints : PARAMETERS.cap;
    return {
      ...cycle,
      points: Math.min(most, Math.max(0, cycle.surprise - usual)) * strangers.weight,
    };
  });
  found.forEach((cycle, index) => {
    for (const account of cycle.accounts) {
      if (cycle.points <= points[account]!) continue;
      points[account] = cycle.points;
      best[account] = index;
    }
  });
  return { points, found, best };
});

/**
 * Whether a cycle lies within some relations, `accounts` being their ends. Where money moves on and
 * cycles count for nothing, only those accounts are searched from: what is found is the same.
 */
export function isCycleWithin(
  context: Context,
  accounts: readonly number[],
  relations: ReadonlySet<number>,
): boolean {
  const lies = (cycle: Cycle) => cycle.relations.every((relation) => relations.has(relation));
  if (movesOn(context).weight < 1) return cyclesOf(context).found.some(lies);
  const search = searchFew(context);
  const before = search.found.length;
  for (const account of accounts) search.from(account);
  return search.found.slice(before).some(lies);
}

const searchFew = once(({ flow, strangers }) => cycleSearcher(flow, strangers));

export const cycles: Indicator = {
  family: "cycles",
  ofStubs: true,
  parameters: {
    ...CONSTANTS.cycles,
    windows: PARAMETERS.cycleWindows,
    length: PARAMETERS.cycleLength,
  },
  points: (context) => cyclesOf(context).points,
  explain: (context, account) => {
    const { found, best } = cyclesOf(context);
    const cycle = found[best[account]!];
    if (!cycle) return undefined;
    const rows = inOrder(cycle.relations.flatMap((relation) => rowsOfRelation(context, relation)));
    return {
      code: "cycle",
      params: { accounts: cycle.accounts.length, hours: hoursOf(context.columns, rows) },
      rows,
    };
  },
  carry: (context, into) => {
    const carried = new Float64Array(into.length);
    for (const cycle of cyclesOf(context).found)
      for (const relation of cycle.relations) raise(carried, relation, cycle.points);
    addAll(into, carried, context.strangers.weight);
  },
};
