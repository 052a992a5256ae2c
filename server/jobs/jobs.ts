/** Long work inside the server: started by a route, watched and cancelled by a person. */
export interface JobProgress {
  readonly phase: string;
  readonly done: number;
  /** null while the end is not known. */
  readonly total: number | null;
  readonly unit: "rows" | "bytes" | "steps";
}

export interface Job {
  readonly id: string;
  readonly kind: "load" | "detect" | "trace" | "export";
  /** The name of the file it works on; null where `kind` says everything. */
  readonly title: string | null;
  readonly startedBy: string;
  readonly startedAt: number;
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly progress: JobProgress | null;
  readonly finishedAt: number | null;
  /** Plain JSON result for the page that started it. */
  readonly result: unknown;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly remedy: string;
  } | null;
}

export type JobWork = (context: {
  signal: AbortSignal;
  report: (progress: JobProgress) => void;
}) => Promise<unknown>;

export interface Jobs {
  start(description: Pick<Job, "kind" | "title" | "startedBy">, work: JobWork): Job;
  list(): readonly Job[];
  get(id: string): Job | undefined;
  cancel(id: string): boolean;
  /** The job as it is once it ended; undefined where it is not known. */
  ended(id: string): Promise<Job | undefined>;
  /** Cancels what runs and waits for it. */
  close(): Promise<void>;
}
