import { type MessagePort, workerData } from "node:worker_threads";
import {
  beginHelping,
  finishHelping,
  type SharedSearch,
  searchBlocks,
} from "./cycle-search-blocks.ts";

/** The thread that helps to search for cycles: one question, one answer. */
const { port } = workerData as { port: MessagePort };
port.once("message", (search: SharedSearch) => {
  if (beginHelping(search.control)) {
    try {
      port.postMessage({ blocks: searchBlocks(search) });
    } catch (error) {
      port.postMessage({ error });
    }
    finishHelping(search.control);
  }
  port.close();
});
