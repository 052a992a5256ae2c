import { z } from "zod";
import type { DetectionRun } from "../../../contract/detection.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { UserError } from "../../errors/user-error.ts";
import type { JobProgress } from "../../jobs/jobs.ts";
import type { Database } from "../../neo4j/database.ts";
import { CONSTANTS } from "../parameters.ts";
import type { DetectionResult } from "../ranking/detection-result.ts";
import { decidedAccounts, learnWeights } from "../ranking/learning.ts";
import type { Weights } from "../ranking/scores.ts";
import { latestDecisions } from "../store/decisions.store.ts";
import { saveRun } from "../store/runs.store.ts";
import { runDetection } from "./run-detection.ts";

export interface StartOptions {
  readonly since: number | null;
  readonly until: number | null;
  readonly startedBy: string;
  /** Let decisions reweigh the families (learning.ts). */
  readonly reweigh?: boolean;
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
  let result = await runDetection(database, options);
  let weights: Weights | null = null;
  if (options.reweigh) {
    weights = await learn(database.queries, result);
    result = await runDetection(database, { ...options, weights });
  }
  options.signal?.throwIfAborted();
  options.report?.({ phase: "saving", done: 0, total: null, unit: "steps" });
  const run = await saveRun(database.queries, result, {
    startedAt,
    startedBy: options.startedBy,
    seconds: (Date.now() - startedAt) / 1000,
    since: options.since,
    until: options.until,
    reports: result.reports,
    weights,
  });
  return { run, result };
}

async function learn(queries: Queries, result: DetectionResult): Promise<Weights> {
  const row = z.object({ cluster: z.string(), accounts: z.array(z.string()) });
  const clusters = await queries.read("detection/decided-clusters", {}, row);
  const members = new Map(clusters.map((one) => [one.cluster, one.accounts]));
  const learned = learnWeights(
    result.ranking,
    decidedAccounts(await latestDecisions(queries), members),
  );
  if (learned) return learned.weights;
  throw new UserError({
    code: "too-few-decisions",
    message: `Reweighing needs at least ${CONSTANTS.learning.leastDecisions} confirmed and ${CONSTANTS.learning.leastDecisions} dismissed accounts.`,
    remedy: "Decide about more accounts or clusters first, or run without reweighing.",
    status: 409,
    params: { least: CONSTANTS.learning.leastDecisions },
  });
}
