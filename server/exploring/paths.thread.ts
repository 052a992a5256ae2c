import { Worker } from "node:worker_threads";
import type { TransferColumns } from "../columns/columns.ts";
import { type FoundPaths, type PathQuestion, searchPaths } from "./paths.search.ts";

/**
 * Searches in a thread of its own: a wide search over millions of transfers must not hold the
 * server up. An abort ends it.
 */
export function searchInThread(
  snapshot: string,
  columns: TransferColumns,
  question: PathQuestion,
  signal: AbortSignal,
): Promise<FoundPaths> {
  signal.throwIfAborted();
  // From sources (tests) there is no compiled worker file: the same search, here.
  if (import.meta.url.endsWith(".ts")) return Promise.resolve(searchPaths(columns, question));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./paths.worker.js", import.meta.url), {
      workerData: { snapshot, question },
    });
    const abort = () => {
      void worker.terminate();
      reject(signal.reason);
    };
    signal.addEventListener("abort", abort, { once: true });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => {
      signal.removeEventListener("abort", abort);
      if (code !== 0) reject(new Error(`The path thread ended with ${code}`));
    });
  });
}
