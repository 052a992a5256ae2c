import type { detection } from "../../contract/detection.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Database } from "../neo4j/database.ts";
import { startDetection } from "./run/start-detection.ts";
import { decide, listDecisions } from "./store/decisions.store.ts";
import {
  compareRuns,
  listClusters,
  listFindings,
  listRuns,
  oneCluster,
  oneFinding,
} from "./store/detection.store.ts";
import { listRequests } from "./store/requests.store.ts";

/** What each endpoint of contract/detection.ts does, on parsed input; server/http mounts them. */
export function detectionHandlers({
  database,
  jobs,
}: {
  database: Database;
  jobs: Jobs;
}): Handlers<typeof detection> {
  const { queries } = database;
  return {
    runs: async () => ({ runs: await listRuns(queries) }),
    startRun: async ({ body, asker }) => {
      const job = jobs.start(
        { kind: "detect", title: null, startedBy: asker.login },
        async ({ signal, report }) => {
          const { run } = await startDetection(database, {
            since: body.since ?? null,
            until: body.until ?? null,
            startedBy: asker.login,
            signal,
            report,
          });
          return { runId: run.id };
        },
      );
      return { jobId: job.id };
    },
    compareRuns: ({ params }) => compareRuns(queries, params.id, params.other),
    clusters: ({ query }) => listClusters(queries, { ...query, all: query.all === "true" }),
    cluster: ({ params }) => oneCluster(queries, params.id),
    findings: ({ query }) => listFindings(queries, query),
    requests: ({ query }) => listRequests(queries, query.run),
    finding: async ({ params, query }) => ({
      finding: await oneFinding(queries, params.account, query.run),
    }),
    decide: ({ body, asker }) => decide(queries, body, asker.login),
    decisions: ({ query }) => listDecisions(queries, query),
  };
}
