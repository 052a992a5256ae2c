import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from "node:worker_threads";
import type { CycleSearch } from "../indicators/find-cycles.ts";
import {
  type Blocks,
  HELPER,
  type SharedSearch,
  STATE,
  searchBlocks,
} from "./cycle-search-blocks.ts";

/**
 * A search takes minutes on the largest data; a helper that is silent for so long after all else is
 * done has died.
 */
const LONGEST_WAIT = 30 * 60_000;

/**
 * The search for cycles shared between two threads. It needs nothing but the stranger relations, so
 * the second begins while the first works out other families. When the first needs the cycles it
 * takes what accounts are left, block by block. Blocks are put together in their order, so that the
 * result does not depend on who searched what. The second thread starts with the search.
 */
export function searchBeside(): CycleSearch {
  return (flow, strangers) => {
    const { port1: own, port2: port } = new MessageChannel();
    const worker = new Worker(new URL("./cycle-search.worker.js", import.meta.url), {
      workerData: { port },
      transferList: [port],
    });
    worker.unref();
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

function answer(port: MessagePort, control: Int32Array): Blocks {
  if (Atomics.wait(control, STATE, HELPER.working, LONGEST_WAIT) === "timed-out")
    throw new Error("The second detection thread does not answer");
  const message = receiveMessageOnPort(port)?.message as { blocks: Blocks } | { error: unknown };
  if ("error" in message) throw message.error;
  return message.blocks;
}
