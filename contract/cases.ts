import { z } from "zod";
import { endpoint } from "./endpoint.ts";

/** Cases and claims: one claim = one victim × one account holder = what the holder's accounts received (Civil Code art. 953). */

/** An amount in minor units as text beside its currency. */
export const sum = z.object({ currency: z.string(), amount: z.string() });
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
    summary: "Cases, newest first",
    access: "user",
    answer: z.object({ cases: z.array(caseRow) }),
  }),
  get: endpoint({
    name: "case",
    method: "GET",
    path: "/cases/:id",
    summary: "One case with its claims, each down to the transfers it is made of",
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
    summary: "Open a case, from a cluster when named",
    access: "user",
    body: z.object({ title: z.string(), cluster: z.string().optional() }),
    answer: caseRow,
  }),
  addCluster: endpoint({
    name: "addCluster",
    method: "POST",
    path: "/cases/:id/clusters",
    summary: "Add a cluster to a case",
    access: "user",
    params: z.object({ id: z.string() }),
    body: z.object({ cluster: z.string() }),
    answer: z.unknown(),
  }),
  openClaims: endpoint({
    name: "openClaims",
    method: "POST",
    path: "/cases/:id/claims",
    summary:
      "Open one claim per victim and account holder for what the holder received from the victim (Civil Code art. 953)",
    access: "user",
    params: z.object({ id: z.string() }),
    answer: z.object({ opened: z.number() }),
  }),
  setStatus: endpoint({
    name: "setStatus",
    method: "PATCH",
    path: "/cases/:id/claims/:claim",
    summary: "Move a claim on",
    access: "user",
    params: z.object({ id: z.string(), claim: z.string() }),
    body: z.object({ status: claimStatus }),
    answer: z.unknown(),
  }),
  evidence: endpoint({
    name: "evidence",
    method: "POST",
    path: "/cases/:id/export",
    summary: "Export the evidence package as a ZIP",
    access: "user",
    params: z.object({ id: z.string() }),
    answer: z.unknown(),
    media: "application/zip",
  }),
} as const;
