import { parentPort, workerData } from "node:worker_threads";
import { readSnapshot } from "../columns/snapshot.ts";
import { type DetectOptions, detect } from "./detect.ts";

/** The thread that detects: reads the snapshot file itself, so that nothing large crosses between threads but the result. */
export interface WorkerInput {
  readonly snapshot: string;
  readonly options: Omit<DetectOptions, "progress">;
}

export type WorkerMessage =
  | { readonly kind: "progress"; readonly phase: string; readonly done: number; readonly total: number }
  | { readonly kind: "result"; readonly result: ReturnType<typeof detect> };

if (parentPort) {
  const port = parentPort;
  const { snapshot, options } = workerData as WorkerInput;
  const read = readSnapshot(snapshot);
  if (!read) throw new Error(`No whole column snapshot at ${snapshot}`);
  const say = (message: WorkerMessage) => port.postMessage(message);
  const progress = (phase: string, done: number, total: number) => say({ kind: "progress", phase, done, total });
  say({ kind: "result", result: detect(read.columns, { ...options, progress }) });
}
