import { type Cycle, cycleSearcher, type SearchedFlow } from "../indicators/find-cycles.ts";
import type { Strangers } from "../network/strangers.ts";

/** The search for cycles block by block, as two threads share it (cycle-search-beside.ts). */
export interface SharedSearch {
  readonly flow: SearchedFlow;
  readonly strangers: Strangers;
  /** [next block, state of the helper]. */
  readonly control: Int32Array;
}

/** Cycles by block of accounts. */
export type Blocks = ReadonlyMap<number, readonly Cycle[]>;

/** The helper: not begun · at work · its answer sent · not to begin any more. */
export const HELPER = { waiting: 0, working: 1, done: 2, late: 3 } as const;
const NEXT = 0;
export const STATE = 1;
const BLOCK = 256;
/** Searches block after block that nobody else has taken, until there are none. */
export function searchBlocks({ flow, strangers, control }: SharedSearch): Blocks {
  const search = cycleSearcher(flow, strangers);
  const blocks = new Map<number, Cycle[]>();
  for (;;) {
    const block = Atomics.add(control, NEXT, 1);
    const first = block * BLOCK;
    if (first >= flow.accounts) return blocks;
    const before = search.found.length;
    for (let account = first; account < Math.min(first + BLOCK, flow.accounts); account += 1)
      search.from(account);
    if (search.found.length > before) blocks.set(block, search.found.slice(before));
  }
}

/** False where the helper came too late to be of use. */
export function beginHelping(control: Int32Array): boolean {
  return Atomics.compareExchange(control, STATE, HELPER.waiting, HELPER.working) === HELPER.waiting;
}

export function finishHelping(control: Int32Array): void {
  Atomics.store(control, STATE, HELPER.done);
  Atomics.notify(control, STATE);
}
