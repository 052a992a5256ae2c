import type { DetectionRun } from "../../../contract/detection.ts";
import type { JobProgress } from "../../jobs/jobs.ts";
import type { Database } from "../../neo4j/database.ts";
import type { DetectionResult } from "../ranking/detection-result.ts";
import { saveRun } from "../store/runs.store.ts";
import { runDetection } from "./run-detection.ts";

export interface StartOptions {
  readonly since: number | null;
  readonly until: number | null;
  readonly startedBy: string;
  readonly useReports?: boolean;
  readonly threads?: 1 | 2;
  readonly signal?: AbortSignal;
  readonly report?: (progress: JobProgress) => void;
}

/**
 * One detection run from columns to the stored result: what the command, the API and the demo call.
 */
export async function startDetection(
  database: Database,
  options: StartOptions,
): Promise<{ run: DetectionRun; result: DetectionResult }> {
  const startedAt = Date.now();
  const result = await runDetection(database, options);
  options.signal?.throwIfAborted();
  options.report?.({ phase: "saving", done: 0, total: null, unit: "steps" });
  const run = await saveRun(database.queries, result, {
    startedAt,
    startedBy: options.startedBy,
    seconds: (Date.now() - startedAt) / 1000,
    since: options.since,
    until: options.until,
    reports: result.reports,
  });
  return { run, result };
}
