import { parentPort, workerData } from "node:worker_threads";
import { readSnapshot } from "../columns/snapshot.ts";
import { type PathQuestion, searchPaths } from "./paths.search.ts";

/**
 * The thread that searches: reads the snapshot file itself, so that only the question and the
 * answer cross.
 */
if (parentPort) {
  const { snapshot, question } = workerData as { snapshot: string; question: PathQuestion };
  const read = readSnapshot(snapshot);
  if (!read) throw new Error(`No whole column snapshot at ${snapshot}`);
  parentPort.postMessage(searchPaths(read.columns, question));
}
