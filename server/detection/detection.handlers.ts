import type { z } from "zod";
import type { detection } from "../../contract/detection.ts";
import type { Endpoint } from "../../contract/endpoint.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Database } from "../neo4j/database.ts";
import { decide, listDecisions } from "./decisions.store.ts";
import { compareRuns, listClusters, listFindings, listRuns, oneCluster, oneFinding } from "./detection.store.ts";
import { startDetection } from "./start.ts";

type Asked<Route> =
  Route extends Endpoint<infer Params, infer Query, infer Body, z.ZodType>
    ? { params: z.infer<Params>; query: z.infer<Query>; body: z.infer<Body>; user: string }
    : never;
type Answered<Route> = Route extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer Answer> ? z.infer<Answer> : never;
type Handlers = {
  readonly [Name in keyof typeof detection]: (
    asked: Asked<(typeof detection)[Name]>,
  ) => Promise<Answered<(typeof detection)[Name]>>;
};

/** What each endpoint of contract/detection.ts does, on parsed input; express mounts them in detection.routes.ts. */
export function detectionHandlers({ database, jobs }: { database: Database; jobs: Jobs }): Handlers {
  const { queries } = database;
  return {
    runs: async () => ({ runs: await listRuns(queries) }),
    startRun: async ({ body, user }) => {
      const job = jobs.start({ kind: "detect", title: "Detection", startedBy: user }, async ({ signal, report }) => {
        const { run } = await startDetection(database, {
          since: body.since ?? null,
          until: body.until ?? null,
          reweigh: body.reweigh,
          startedBy: user,
          signal,
          report,
        });
        return { runId: run.id };
      });
      return { jobId: job.id };
    },
    compareRuns: ({ params }) => compareRuns(queries, params.id, params.other),
    clusters: ({ query }) => listClusters(queries, { ...query, all: query.all === "true" }),
    cluster: ({ params }) => oneCluster(queries, params.id),
    findings: ({ query }) => listFindings(queries, query),
    finding: async ({ params, query }) => ({ finding: await oneFinding(queries, params.account, query.run) }),
    decide: ({ body, user }) => decide(queries, body, user),
    decisions: ({ query }) => listDecisions(queries, query),
  };
}
