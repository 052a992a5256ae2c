import { z } from "zod";
import { endpoint } from "./endpoint.ts";

/** Long work inside the server: loading, detection, tracing, export. */

const job = z.object({
  id: z.string(),
  kind: z.enum(["load", "detect", "trace", "export"]),
  /** The name of the file it works on; null where the kind says everything. */
  title: z.string().nullable(),
  startedBy: z.string(),
  startedAt: z.number(),
  state: z.enum(["running", "done", "failed", "cancelled"]),
  progress: z
    .object({
      phase: z.string(),
      done: z.number(),
      total: z.number().nullable(),
      unit: z.enum(["rows", "bytes", "steps"]),
    })
    .nullable(),
  finishedAt: z.number().nullable(),
  result: z.unknown(),
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
});
export const jobs = {
  list: endpoint({
    name: "jobs",
    method: "GET",
    path: "/jobs",
    summary: "Work running inside the server, newest first",
    access: "user",
    about: "nobody",
    answer: z.object({ jobs: z.array(job) }),
  }),
  cancel: endpoint({
    name: "cancelJob",
    method: "DELETE",
    path: "/jobs/:id",
    summary: "Stop a job; what it had not finished is undone",
    access: "user",
    about: "nobody",
    params: z.object({ id: z.string() }),
    answer: z.object({}),
  }),
} as const;
