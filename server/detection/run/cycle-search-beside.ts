import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from "node:worker_threads";
import {
  type Cycle,
  type CycleSearch,
  cycleSearcher,
  type SearchedFlow,
} from "../indicators/cycles.ts";
import type { Strangers } from "../network/strangers.ts";

/**
 * The search for cycles shared between two threads: it needs nothing but the stranger relations, so
 * the second begins while the first works out other families; when the first needs the cycles it
 * takes what accounts are left, block by block. Blocks are put together in their order, so that the
 * result does not depend on who searched what.
 */
export interface SharedSearch {
  readonly flow: SearchedFlow;
  readonly strangers: Strangers;
  /** [next block, state of the helper]. */
  readonly control: Int32Array;
}

/** Cycles by block of accounts. */
type Blocks = ReadonlyMap<number, readonly Cycle[]>;

/** The helper: not begun · at work · its answer sent · not to begin any more. */
const HELPER = { waiting: 0, working: 1, done: 2, late: 3 } as const;
const [NEXT, STATE] = [0, 1];
const BLOCK = 256;
/**
 * A search takes minutes on the largest data; a helper that is silent for so long after all else is
 * done has died.
 */
const LONGEST_WAIT = 30 * 60_000;

/** Starts the second thread; the search itself begins when it is called. */
export function searchBeside(): CycleSearch {
  const { port1: own, port2: port } = new MessageChannel();
  const worker = new Worker(new URL("./cycle-search.worker.js", import.meta.url), {
    workerData: { port },
    transferList: [port],
  });
  worker.unref();
  return (flow, strangers) => {
    const control = new Int32Array(new SharedArrayBuffer(8));
    const search: SharedSearch = {
      flow: { accounts: flow.accounts, span: flow.span },
      strangers,
      control,
    };
    own.postMessage(search);
    return () => {
      const blocks = new Map(searchBlocks(search));
      const state = Atomics.compareExchange(control, STATE, HELPER.waiting, HELPER.late);
      if (state !== HELPER.waiting)
        for (const [block, found] of answer(own, control)) blocks.set(block, found);
      own.close();
      return [...blocks].sort(([a], [b]) => a - b).flatMap(([, found]) => found);
    };
  };
}

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

function answer(port: MessagePort, control: Int32Array): Blocks {
  if (Atomics.wait(control, STATE, HELPER.working, LONGEST_WAIT) === "timed-out")
    throw new Error("The second detection thread does not answer");
  const message = receiveMessageOnPort(port)?.message as { blocks: Blocks } | { error: unknown };
  if ("error" in message) throw message.error;
  return message.blocks;
}
