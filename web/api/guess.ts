import { z } from "zod";
import { endpoint, role } from "../../contract/endpoint.ts";

const person = z.object({ login: z.string(), name: z.string(), role, mustChangePassword: z.boolean() });
export const session = {
  me: endpoint({ name: "me", method: "GET", path: "/session", summary: "", access: "user", answer: person }),
  signIn: endpoint({
    name: "signIn",
    method: "POST",
    path: "/session",
    summary: "",
    access: "anyone",
    body: z.object({ login: z.string(), password: z.string() }),
    answer: person,
  }),
  signOut: endpoint({
    name: "signOut",
    method: "DELETE",
    path: "/session",
    summary: "",
    access: "user",
    answer: z.object({}),
  }),
  changePassword: endpoint({
    name: "changePassword",
    method: "POST",
    path: "/session/password",
    summary: "",
    access: "user",
    body: z.object({ current: z.string(), next: z.string() }),
    answer: person,
  }),
};
const job = z.object({
  id: z.string(),
  kind: z.enum(["load", "detect", "trace", "export"]),
  title: z.string(),
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
    summary: "",
    access: "user",
    answer: z.object({ jobs: z.array(job) }),
  }),
  cancel: endpoint({
    name: "cancelJob",
    method: "DELETE",
    path: "/jobs/:id",
    summary: "",
    access: "user",
    params: z.object({ id: z.string() }),
    answer: z.object({}),
  }),
};
