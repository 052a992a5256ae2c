import { parentPort, workerData } from "node:worker_threads";
import { openSnapshot } from "../../columns/snapshot.ts";
import { searchBeside } from "./cycle-search-beside.ts";
import { type DetectOptions, detect } from "./detect.ts";

/**
 * The thread that detects, on the very columns its starter read: nothing large crosses between
 * threads but the result.
 */
export interface WorkerInput {
  readonly bytes: SharedArrayBuffer;
  readonly options: Omit<DetectOptions, "progress" | "searchCycles">;
  /** Two: the search for cycles is shared with a second thread. The result is the same. */
  readonly threads: 1 | 2;
}

export type WorkerMessage =
  | {
      readonly kind: "progress";
      readonly phase: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: "result"; readonly result: ReturnType<typeof detect> };

if (parentPort) {
  const port = parentPort;
  const { bytes, options, threads } = workerData as WorkerInput;
  const searchCycles = threads === 2 ? searchBeside() : undefined;
  const read = openSnapshot(bytes);
  if (!read) throw new Error("The detection thread was given no whole column snapshot");
  const say = (message: WorkerMessage) => port.postMessage(message);
  const progress = (phase: string, done: number, total: number) =>
    say({ kind: "progress", phase, done, total });
  say({
    kind: "result",
    result: detect(read.columns, { ...options, progress, ...(searchCycles && { searchCycles }) }),
  });
}
