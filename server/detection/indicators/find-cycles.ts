import type { Flow } from "../network/flow.ts";
import type { Strangers } from "../network/strangers.ts";
import { accountsInReach } from "../network/strangers.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";

export interface Cycle {
  readonly relations: readonly number[];
  readonly accounts: readonly number[];
  readonly surprise: number;
}

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
    for (let at = offsets[account]!; at < offsets[account + 1]!; at += 1) {
      if (incoming[at] === 0) paid[account]! += 1;
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
  const mean = strangers.count / Math.max(1, accountsInReach(strangers, flow.accounts));
  /**
   * How easily an account hands on within the window by chance: its other payments to strangers
   * plus the mean.
   */
  const stepsOf = PARAMETERS.cycleWindows.map((days) =>
    paid.map((others) => Math.log10(((others - 1 + mean) * days) / flow.span)),
  );
  const walk = (account: number, after: number, left: number): void => {
    let at = firstAfter(account, Math.max(begin, after - CONSTANTS.cycles.slackDays));
    let seen = 0;
    for (; at < offsets[account + 1]! && day[at]! <= deadline; at += 1) {
      if (incoming[at] === 1 || at === path[0]) continue;
      seen += 1;
      steps += 1;
      if (seen > PARAMETERS.loopDegree || steps > PARAMETERS.stepLimit) return;
      const next = other[at]!;
      if (next === start && path.length >= 2) {
        found.push({
          relations: [...path, at].map((position) => relation[position]!),
          accounts: [...accounts],
          surprise: left,
        });
        continue;
      }
      if (onPath[next] === 1 || path.length + 1 >= PARAMETERS.cycleLength) continue;
      const rest = left - step[next]!;
      if (rest < CONSTANTS.cycles.leastSurprise || paid[next] === 0) continue;
      path.push(at);
      accounts.push(next);
      onPath[next] = 1;
      walk(next, day[at]!, rest);
      onPath[next] = 0;
      accounts.pop();
      path.pop();
    }
  };
  const firstAfter = (account: number, after: number): number => {
    let low = offsets[account]!;
    let high = offsets[account + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (day[middle]! < after) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = (account: number): void => {
    const received = offsets[account + 1]! - offsets[account]! - paid[account]!;
    if (received === 0 || paid[account] === 0) return;
    for (const [place, window] of PARAMETERS.cycleWindows.entries()) {
      step = stepsOf[place] as Float64Array;
      const own = Math.log10(1 + (received * window) / flow.span);
      for (let at = offsets[account]!; at < offsets[account + 1]!; at += 1) {
        if (incoming[at] === 1) continue;
        const next = other[at]!;
        const rest = ceiling - own - step[next]!;
        if (rest < CONSTANTS.cycles.leastSurprise || paid[next] === 0) continue;
        start = account;
        begin = day[at]!;
        deadline = begin + window;
        steps = 0;
        path.push(at);
        accounts.push(account, next);
        onPath[account] = 1;
        onPath[next] = 1;
        walk(next, day[at]!, rest);
        onPath[account] = 0;
        onPath[next] = 0;
        accounts.length = 0;
        path.length = 0;
      }
    }
  };
  return { from, found };
}
