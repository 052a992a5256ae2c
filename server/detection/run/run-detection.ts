import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { SharedColumns } from "../../columns/columns.ts";
import { loadColumns } from "../../columns/load.ts";
import { UserError } from "../../errors/user-error.ts";
import type { JobProgress } from "../../jobs/jobs.ts";
import type { Database } from "../../neo4j/database.ts";
import type { DetectionResult } from "../ranking/detection-result.ts";
import { readKnown } from "../store/known-facts.store.ts";
import { type DetectOptions, detect } from "./detect.ts";
import type { WorkerInput, WorkerMessage } from "./detection.worker.ts";

export interface RunOptions {
  /** UTC milliseconds, from inclusive, to exclusive; null = no bound. */
  readonly since?: number | null;
  readonly until?: number | null;
  /** False: as if nobody had reported anything (for measuring). */
  readonly useReports?: boolean;
  /**
   * Threads that detect; two where the machine has two cores. No part of the run: the result is the
   * same.
   */
  readonly threads?: 1 | 2;
  readonly signal?: AbortSignal;
  readonly report?: (progress: JobProgress) => void;
}

/** What a run depends on beside the columns. */
type DetectionInput = Omit<DetectOptions, "progress" | "searchCycles">;

/**
 * Columns brought up to date, then the run in a thread of its own: the server stays responsive, and
 * an abort ends the thread.
 */
export async function runDetection(
  database: Database,
  options: RunOptions = {},
): Promise<DetectionResult> {
  const loading = (done: number, total: number) =>
    options.report?.({ phase: "columns", done, total, unit: "rows" });
  const columns = await loadColumns(database, {
    report: loading,
    ...(options.signal && { signal: options.signal }),
  });
  if (columns.length === 0) throw nothingLoaded();
  const known = await readKnown(database.queries, columns);
  options.signal?.throwIfAborted();
  const detectOptions: DetectionInput = {
    since: options.since ?? Number.NEGATIVE_INFINITY,
    until: options.until ?? Number.POSITIVE_INFINITY,
    reports: options.useReports === false ? [] : known.reports,
    listed: known.listed,
    statements: known.statements,
    devices: known.devices,
  };
  return detectInThread(columns, detectOptions, options);
}

/**
 * Heap the thread may use, in MB; the columns lie outside it. Ten million transfers need about
 * half.
 */
const MOST_HEAP = 4096;

export function detectInThread(
  columns: SharedColumns,
  detectOptions: DetectionInput,
  options: Pick<RunOptions, "signal" | "report" | "threads">,
): Promise<DetectionResult> {
  const progress = (phase: string, done: number, total: number) =>
    options.report?.({ phase, done, total, unit: "steps" });
  // From sources (tests) there is no compiled worker file: the same work, here.
  if (import.meta.url.endsWith(".ts"))
    return Promise.resolve(detect(columns, { ...detectOptions, progress }));
  const workerData: WorkerInput = {
    bytes: columns.bytes,
    options: detectOptions,
    threads: options.threads ?? (availableParallelism() > 1 ? 2 : 1),
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./detection.worker.js", import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP },
    });
    const abort = () => {
      void worker.terminate();
      reject(options.signal?.reason);
    };
    options.signal?.addEventListener("abort", abort, { once: true });
    const done = () => options.signal?.removeEventListener("abort", abort);
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "progress") return progress(message.phase, message.done, message.total);
      done();
      resolve(message.result);
    });
    worker.on("error", (error) => {
      done();
      reject(error);
    });
    worker.on("exit", (code) => {
      if (code !== 0) reject(new Error(`The detection thread ended with ${code}`));
    });
  });
}

function nothingLoaded(): UserError {
  return new UserError({
    code: "nothing-loaded",
    message: "There are no transfers in this database, so nothing can be detected.",
    remedy: "Load bank answers first: dropper-graph load PATH",
    status: 409,
  });
}
