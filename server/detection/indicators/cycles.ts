import type { Flow } from "../network/relations.ts";
import type { Strangers } from "../network/strangers.ts";
import { PARAMETERS } from "../parameters.ts";
import { chanceLevel } from "./chance.ts";
import { activeAccounts } from "./loops.ts";

/**
 * Money that comes back to where it set out, each transfer after the one before, over 3 to 10
 * accounts within 7 or 20 days. Depth first from every stranger transfer (2SCENT, Kumar and Calders
 * 2018), cut as soon as so many such ways are expected by chance that closing would surprise
 * nobody: the chance that a way of accounts with k strangers paid each returns is about Π(1 + kW/T)
 * / m.
 */
export interface Cycles {
  readonly points: Float64Array;
  readonly found: readonly (Cycle & { readonly points: number })[];
  /** Index into `found` of the account's most surprising cycle, -1 = none. */
  readonly best: Int32Array;
}

export interface Cycle {
  readonly relations: readonly number[];
  readonly accounts: readonly number[];
  readonly surprise: number;
}

/**
 * Days by which a transfer may be booked before the one that paid for it: sources give days only,
 * and banks book at different hours.
 */
const SLACK = 1;
/** A cycle of three or four is also a loop; only that its order in time fits is new. */
const SHORT = 1;

/** What the search reads of the flow; little enough to hand to another thread. */
export type SearchedFlow = Pick<Flow, "accounts" | "span">;

/**
 * Begins the search, perhaps in another thread; what it returns gives every cycle, by the account
 * it was found from, ascending.
 */
export type CycleSearch = (flow: SearchedFlow, strangers: Strangers) => () => readonly Cycle[];

/** The search in this thread, when it is asked for. */
export const searchHere: CycleSearch = (flow, strangers) => () => {
  const search = cycleSearcher(flow, strangers);
  for (let account = 0; account < flow.accounts; account += 1) search.from(account);
  return search.found;
};

/** `all`: what a CycleSearch found. */
export function cycles(flow: Flow, strangers: Strangers, all: readonly Cycle[]): Cycles {
  const points = new Float64Array(flow.accounts);
  const best = new Int32Array(flow.accounts).fill(-1);
  const raw = all.flatMap((cycle) => cycle.accounts.map(() => cycle.surprise));
  const usual = chanceLevel(raw, activeAccounts(strangers, flow.accounts));
  const found = all.map((cycle) => {
    const most = cycle.accounts.length <= 4 ? SHORT : PARAMETERS.cap;
    return {
      ...cycle,
      points: Math.min(most, Math.max(0, cycle.surprise - usual)) * strangers.weight,
    };
  });
  found.forEach((cycle, index) => {
    const value = cycle.points;
    for (const account of cycle.accounts) {
      if (value <= (points[account] as number)) continue;
      points[account] = value;
      best[account] = index;
    }
  });
  return { points, found, best };
}

/**
 * Finds the cycles that set out from an account; each account's are its own, in whatever order
 * accounts are asked about.
 */
export function cycleSearcher(
  flow: SearchedFlow,
  strangers: Strangers,
): { readonly from: (start: number) => void; readonly found: Cycle[] } {
  const { offsets, other, day, relation, incoming } = strangers;
  const found: Cycle[] = [];
  const onPath = new Uint8Array(flow.accounts);
  const paid = new Float64Array(flow.accounts);
  for (let account = 0; account < flow.accounts; account += 1) {
    for (let at = offsets[account] as number; at < (offsets[account + 1] as number); at += 1) {
      if (incoming[at] === 0) paid[account] = (paid[account] as number) + 1;
    }
  }
  const ceiling = Math.log10(Math.max(1, strangers.count));
  const path: number[] = [];
  const accounts: number[] = [];
  let start = 0;
  let begin = 0;
  let deadline = 0;
  let step: Float64Array = new Float64Array(0);
  let steps = 0;
  const mean = strangers.count / Math.max(1, activeAccounts(strangers, flow.accounts));
  /**
   * How easily an account hands on within the window by chance: its other payments to strangers
   * plus the mean.
   */
  const stepsOf = PARAMETERS.cycleWindows.map((days) =>
    paid.map((others) => Math.log10(((others - 1 + mean) * days) / flow.span)),
  );
  const walk = (account: number, after: number, left: number): void => {
    let at = firstAfter(account, Math.max(begin, after - SLACK));
    let seen = 0;
    for (; at < (offsets[account + 1] as number) && (day[at] as number) <= deadline; at += 1) {
      if (incoming[at] === 1 || at === path[0]) continue;
      seen += 1;
      steps += 1;
      if (seen > PARAMETERS.loopDegree || steps > PARAMETERS.stepLimit) return;
      const next = other[at] as number;
      if (next === start && path.length >= 2) {
        found.push({
          relations: [...path, at].map((position) => relation[position] as number),
          accounts: [...accounts],
          surprise: left,
        });
        continue;
      }
      if (onPath[next] === 1 || path.length + 1 >= PARAMETERS.cycleLength) continue;
      const rest = left - (step[next] as number);
      if (rest < 1 || paid[next] === 0) continue;
      path.push(at);
      accounts.push(next);
      onPath[next] = 1;
      walk(next, day[at] as number, rest);
      onPath[next] = 0;
      accounts.pop();
      path.pop();
    }
  };
  const firstAfter = (account: number, after: number): number => {
    let low = offsets[account] as number;
    let high = offsets[account + 1] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((day[middle] as number) < after) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = (account: number): void => {
    const received =
      (offsets[account + 1] as number) - (offsets[account] as number) - (paid[account] as number);
    if (received === 0 || paid[account] === 0) return;
    for (const [place, window] of PARAMETERS.cycleWindows.entries()) {
      step = stepsOf[place] as Float64Array;
      const own = Math.log10(1 + (received * window) / flow.span);
      for (let at = offsets[account] as number; at < (offsets[account + 1] as number); at += 1) {
        if (incoming[at] === 1) continue;
        const next = other[at] as number;
        const rest = ceiling - own - (step[next] as number);
        if (rest < 1 || paid[next] === 0) continue;
        start = account;
        begin = day[at] as number;
        deadline = begin + window;
        steps = 0;
        path.push(at);
        accounts.push(account, next);
        onPath[account] = 1;
        onPath[next] = 1;
        walk(next, day[at] as number, rest);
        onPath[account] = 0;
        onPath[next] = 0;
        accounts.length = 0;
        path.length = 0;
      }
    }
  };
  return { from, found };
}
