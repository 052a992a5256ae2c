/**
 * PROVISIONAL: what the pages ask of session, jobs, cases, overview, users and loading, written down in the contract's own
 * form while contract/{session,jobs,cases,overview,users,loading}.ts do not exist. When one of them appears, import it
 * instead and delete its part here; nothing but the files that import this one has to change.
 */
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

const sum = z.object({ currency: z.string(), amount: z.string() });
const party = z.object({ name: z.string().nullable(), iin: z.string().nullable(), accounts: z.array(z.string()) });
export const claimStatus = z.enum([
  "draft",
  "ready",
  "demand",
  "filed",
  "court",
  "judgment",
  "enforcement",
  "recovered",
  "withdrawn",
  "rejected",
]);
const line = z.object({
  transferId: z.string(),
  bookedAt: z.number(),
  from: z.string(),
  to: z.string(),
  amount: z.string(),
  currency: z.string(),
  purpose: z.string().nullable(),
  sourceName: z.string().nullable(),
  sourceId: z.string(),
  row: z.number(),
});
const claim = z.object({
  id: z.string(),
  status: claimStatus,
  victim: party,
  defendant: party,
  amount: z.string(),
  currency: z.string(),
  reports: z.array(z.string()),
  lines: z.array(line),
});
export type Claim = z.infer<typeof claim>;
const caseRow = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(["open", "closed"]),
  openedAt: z.number(),
  openedBy: z.string(),
  claims: z.number(),
  victims: z.number(),
  droppers: z.number(),
  sums: z.array(sum),
});
export type CaseRow = z.infer<typeof caseRow>;
export const cases = {
  list: endpoint({
    name: "cases",
    method: "GET",
    path: "/cases",
    summary: "",
    access: "user",
    answer: z.object({ cases: z.array(caseRow) }),
  }),
  get: endpoint({
    name: "case",
    method: "GET",
    path: "/cases/:id",
    summary: "",
    access: "user",
    params: z.object({ id: z.string() }),
    answer: caseRow.extend({
      clusters: z.array(z.string()),
      runId: z.string().nullable(),
      accounts: z.array(z.string()),
      claimList: z.array(claim),
    }),
  }),
  create: endpoint({
    name: "createCase",
    method: "POST",
    path: "/cases",
    summary: "",
    access: "user",
    body: z.object({ title: z.string(), cluster: z.string().optional() }),
    answer: caseRow,
  }),
  addCluster: endpoint({
    name: "addCluster",
    method: "POST",
    path: "/cases/:id/clusters",
    summary: "",
    access: "user",
    params: z.object({ id: z.string() }),
    body: z.object({ cluster: z.string() }),
    answer: z.unknown(),
  }),
  openClaims: endpoint({
    name: "openClaims",
    method: "POST",
    path: "/cases/:id/claims",
    summary: "",
    access: "user",
    params: z.object({ id: z.string() }),
    answer: z.object({ opened: z.number() }),
  }),
  setStatus: endpoint({
    name: "setStatus",
    method: "PATCH",
    path: "/cases/:id/claims/:claim",
    summary: "",
    access: "user",
    params: z.object({ id: z.string(), claim: z.string() }),
    body: z.object({ status: claimStatus }),
    answer: z.unknown(),
  }),
  evidence: endpoint({
    name: "evidence",
    method: "POST",
    path: "/cases/:id/export",
    summary: "",
    access: "user",
    params: z.object({ id: z.string() }),
    answer: z.unknown(),
    media: "application/zip",
  }),
};

const source = z.object({
  id: z.string(),
  fileName: z.string(),
  format: z.string(),
  kind: z.string(),
  bytes: z.number(),
  loadedAt: z.number(),
  loadedBy: z.string(),
  state: z.string(),
  read: z.number(),
  loaded: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  warnings: z.number(),
  requestNumber: z.string().nullable(),
});
export type Source = z.infer<typeof source>;
export const overview = {
  today: endpoint({
    name: "today",
    method: "GET",
    path: "/overview",
    summary: "",
    access: "user",
    answer: z.object({
      accounts: z.number(),
      transfers: z.number(),
      reports: z.number(),
      stolen: z.array(sum),
      sources: z.array(source),
    }),
  }),
  summary: endpoint({
    name: "summary",
    method: "GET",
    path: "/summary",
    summary: "",
    access: "user",
    query: z.object({ from: z.coerce.number().optional(), until: z.coerce.number().optional() }),
    answer: z.object({
      reports: z.number(),
      stolen: z.array(sum),
      droppers: z.number(),
      clusters: z.number(),
      cases: z.number(),
      claims: z.number(),
      claimed: z.array(sum),
      victims: z.number(),
      files: z.number(),
      transfers: z.number(),
      byStatus: z.array(z.object({ status: claimStatus, count: z.number(), sums: z.array(sum) })),
      perDay: z.array(z.object({ day: z.string(), currency: z.string(), amount: z.string(), count: z.number() })),
    }),
  }),
};
const user = z.object({
  login: z.string(),
  name: z.string(),
  role,
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  lastSeenAt: z.number().nullable(),
});
export type User = z.infer<typeof user>;
export const users = {
  list: endpoint({
    name: "users",
    method: "GET",
    path: "/users",
    summary: "",
    access: ["admin"],
    answer: z.object({ users: z.array(user) }),
  }),
  create: endpoint({
    name: "createUser",
    method: "POST",
    path: "/users",
    summary: "",
    access: ["admin"],
    body: z.object({ login: z.string(), name: z.string(), role }),
    answer: z.object({ login: z.string(), password: z.string() }),
  }),
  update: endpoint({
    name: "updateUser",
    method: "PATCH",
    path: "/users/:login",
    summary: "",
    access: ["admin"],
    params: z.object({ login: z.string() }),
    body: z.object({ disabled: z.boolean().optional(), role: role.optional() }),
    answer: z.unknown(),
  }),
  reset: endpoint({
    name: "resetPassword",
    method: "POST",
    path: "/users/:login/password",
    summary: "",
    access: ["admin"],
    params: z.object({ login: z.string() }),
    answer: z.object({ login: z.string(), password: z.string() }),
  }),
};

const warning = z.object({ code: z.string(), message: z.string(), count: z.number() });
const recognised = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  format: z.string(),
  kind: z.string(),
  account: z.string().nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  rows: z.number().nullable(),
  warnings: z.array(warning),
  ready: z.boolean(),
  alreadyLoaded: z.boolean(),
});
export type Recognised = z.infer<typeof recognised>;
const previewColumn = z.object({
  name: z.string(),
  meaning: z.string().nullable(),
  quality: z.number(),
  example: z.string(),
});
const preview = z.object({
  columns: z.array(previewColumn),
  meanings: z.array(z.string()),
  rows: z.array(
    z.object({
      row: z.number(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      amount: z.string().nullable(),
      currency: z.string().nullable(),
      bookedAt: z.number().nullable(),
      purpose: z.string().nullable(),
      problem: z.string().nullable(),
    }),
  ),
});
export type Preview = z.infer<typeof preview>;
const span = z.object({
  from: z.number(),
  to: z.number(),
  state: z.enum(["proved", "differs", "unknown"]),
  difference: z.string().nullable(),
});
const gridRow = z.object({
  account: z.string(),
  holderName: z.string().nullable(),
  bank: z.string().nullable(),
  currency: z.string(),
  spans: z.array(span),
  gaps: z.array(z.object({ from: z.number(), to: z.number() })),
});
export type GridRow = z.infer<typeof gridRow>;
const pairSide = z.object({
  transferId: z.string(),
  bookedAt: z.number(),
  from: z.string(),
  to: z.string(),
  amount: z.string(),
  currency: z.string(),
  purpose: z.string().nullable(),
  sourceName: z.string(),
  row: z.number(),
});
const pair = z.object({
  id: z.string(),
  state: z.enum(["suggested", "accepted", "rejected"]),
  why: z.string(),
  left: pairSide,
  right: pairSide,
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.number().nullable(),
});
export type Pair = z.infer<typeof pair>;
export const loading = {
  upload: endpoint({
    name: "upload",
    method: "PUT",
    path: "/loading/uploads",
    summary: "",
    access: "user",
    query: z.object({ name: z.string() }),
    answer: recognised,
  }),
  forget: endpoint({
    name: "forgetUpload",
    method: "DELETE",
    path: "/loading/uploads/:id",
    summary: "",
    access: "user",
    params: z.object({ id: z.string() }),
    answer: z.unknown(),
  }),
  preview: endpoint({
    name: "preview",
    method: "POST",
    path: "/loading/uploads/:id/preview",
    summary: "",
    access: "user",
    params: z.object({ id: z.string() }),
    body: z.object({ mapping: z.record(z.string(), z.string()).optional() }),
    answer: preview,
  }),
  load: endpoint({
    name: "load",
    method: "POST",
    path: "/loading/uploads/:id/load",
    summary: "",
    access: "user",
    params: z.object({ id: z.string() }),
    body: z.object({ mapping: z.record(z.string(), z.string()).optional(), saveAs: z.string().optional() }),
    answer: z.object({ jobId: z.string() }),
  }),
  sources: endpoint({
    name: "sources",
    method: "GET",
    path: "/loading/sources",
    summary: "",
    access: "user",
    answer: z.object({ sources: z.array(source) }),
  }),
  withdraw: endpoint({
    name: "withdraw",
    method: "POST",
    path: "/loading/sources/:id/withdraw",
    summary: "",
    access: "user",
    params: z.object({ id: z.string() }),
    answer: z.unknown(),
  }),
  refused: endpoint({
    name: "refused",
    method: "GET",
    path: "/loading/sources/:id/refused",
    summary: "",
    access: "user",
    params: z.object({ id: z.string() }),
    answer: z.unknown(),
    media: "text/csv",
  }),
  grid: endpoint({
    name: "grid",
    method: "GET",
    path: "/loading/grid",
    summary: "",
    access: "user",
    answer: z.object({ rows: z.array(gridRow) }),
  }),
  pairs: endpoint({
    name: "pairs",
    method: "GET",
    path: "/loading/pairs",
    summary: "",
    access: "user",
    query: z.object({ state: z.enum(["suggested", "accepted", "rejected"]).default("suggested") }),
    answer: z.object({ total: z.number(), pairs: z.array(pair) }),
  }),
  decidePair: endpoint({
    name: "decidePair",
    method: "POST",
    path: "/loading/pairs/:id",
    summary: "",
    access: "user",
    params: z.object({ id: z.string() }),
    body: z.object({ same: z.boolean(), reason: z.string() }),
    answer: z.unknown(),
  }),
};
