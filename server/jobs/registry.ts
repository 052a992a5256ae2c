import { randomUUID } from "node:crypto";
import { isUserError } from "../errors/user-error.ts";
import type { Job, Jobs, JobWork } from "./jobs.ts";

interface Entry {
  job: Job;
  readonly stop: AbortController;
  ended: Promise<void>;
}

/** Jobs that ended and are still listed. */
const KEPT = 60;

/**
 * Work inside this process. At most `atOnce` jobs work at a time; the others wait in the order they
 * came, running without progress. `onFault` gets the errors that are ours.
 */
export function openJobs(
  options: { atOnce?: number; onFault?: (error: unknown, job: Job) => void } = {},
): Jobs {
  const entries = new Map<string, Entry>();
  const { atOnce = 2 } = options;
  const waiting: (() => void)[] = [];
  let working = 0;

  const turn = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener("abort", leave);
        working += 1;
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(signal.reason);
      };
      if (working < atOnce) return begin();
      waiting.push(begin);
      signal.addEventListener("abort", leave, { once: true });
    });

  const run = async (entry: Entry, work: JobWork) => {
    const { signal } = entry.stop;
    const set = (change: Partial<Job>) => {
      entry.job = { ...entry.job, ...change };
    };
    let began = false;
    try {
      signal.throwIfAborted();
      await turn(signal);
      began = true;
      const report = (progress: NonNullable<Job["progress"]>) => set({ progress });
      const result = await work({ signal, report });
      // Work that ended well although it was asked to stop is done all the same.
      set({ state: "done", result: result ?? null });
    } catch (error) {
      if (signal.aborted) set({ state: "cancelled" });
      else {
        set({ state: "failed", error: describe(error) });
        if (!isUserError(error)) options.onFault?.(error, entry.job);
      }
    } finally {
      set({ finishedAt: Date.now() });
      if (began) {
        working -= 1;
        waiting.shift()?.();
      }
      forgetOldest(entries);
    }
  };

  return {
    start: (description, work) => {
      const job: Job = {
        id: randomUUID(),
        ...description,
        startedAt: Date.now(),
        state: "running",
        progress: null,
        finishedAt: null,
        result: null,
        error: null,
      };
      const entry: Entry = { job, stop: new AbortController(), ended: Promise.resolve() };
      entries.set(job.id, entry);
      // On the next turn, so that the caller holds the job before anything happens to it.
      entry.ended = Promise.resolve().then(() => run(entry, work));
      return job;
    },
    list: () => [...entries.values()].map((entry) => entry.job).reverse(),
    get: (id) => entries.get(id)?.job,
    cancel: (id) => {
      const entry = entries.get(id);
      if (entry?.job.state !== "running") return false;
      entry.stop.abort(new DOMException("The job was cancelled.", "AbortError"));
      return true;
    },
    ended: async (id) => {
      const entry = entries.get(id);
      await entry?.ended;
      return entry?.job;
    },
    close: async () => {
      for (const entry of entries.values()) {
        if (entry.job.state === "running")
          entry.stop.abort(new DOMException("The server stops.", "AbortError"));
      }
      await Promise.all([...entries.values()].map((entry) => entry.ended));
    },
  };
}

function describe(error: unknown): NonNullable<Job["error"]> {
  if (isUserError(error)) return { code: error.code, message: error.message, remedy: error.remedy };
  return {
    code: "internal",
    message: "The server made a mistake while doing this.",
    remedy:
      "Try again; if it stays, give the administrator the time; the cause is in the server's log.",
  };
}

function forgetOldest(entries: Map<string, Entry>): void {
  const ended = [...entries.values()].filter((entry) => entry.job.state !== "running");
  for (const entry of ended.slice(0, Math.max(0, ended.length - KEPT)))
    entries.delete(entry.job.id);
}
