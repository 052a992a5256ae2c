import { z } from "zod";
import { endpoint, instant, money } from "./endpoint.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/** Cases: what an investigation is about, opened from a cluster or by hand. */

/** An amount in minor units as text beside its currency. */
const caseRow = z.object({
  id: z.string(),
  title: z.string(),
  version,
  status: z.enum(["open", "closed"]),
  openedAt: instant,
  openedBy: z.string(),
  /** The district it belongs to, for summaries; null = none was written down. */
  district: z.string().nullable(),
  /** Standing claims, drafts included: neither withdrawn nor rejected. */
  claims: z.number(),
  victims: z.number(),
  droppers: z.number(),
  /** What the standing claims ask for, drafts included; a loss claimed from several counts once. */
  sums: z.array(money),
  /** The part of it that has left the office: a demand is sent, or the claim is filed. */
  claimed: z.array(money),
});
export type CaseRow = z.infer<typeof caseRow>;

const oneCase = z.object({ id: z.string() });
const title = z.string().trim().min(1).max(200);

export const cases = {
  list: endpoint({
    name: "cases",
    method: "GET",
    path: "/cases",
    summary: "Cases, newest first",
    access: "user",
    about: "own",
    answer: z.object({ cases: z.array(caseRow) }),
  }),
  get: endpoint({
    name: "case",
    method: "GET",
    path: "/cases/:id",
    summary: "One case with its clusters, accounts and crime reports",
    access: "user",
    about: "case",
    params: oneCase,
    answer: caseRow.extend({
      clusters: z.array(z.string()),
      /** The detection run the case was opened from. */
      runId: z.string().nullable(),
      accounts: z.array(z.string()),
      /** Crime reports the case is about. */
      reports: z.array(z.string()),
    }),
  }),
  create: endpoint({
    name: "createCase",
    method: "POST",
    path: "/cases",
    summary: "Open a case, from a cluster or from crime reports when named",
    access: MAY.workOnCases,
    about: "own",
    body: z.object({
      title,
      cluster: z.string().optional(),
      reports: z.array(z.string()).max(1_000).optional(),
    }),
    answer: caseRow,
  }),
  update: endpoint({
    name: "updateCase",
    method: "PATCH",
    path: "/cases/:id",
    summary: "Rename, close or reopen a case",
    access: MAY.workOnCases,
    about: "case",
    params: oneCase,
    body: z.object({
      version,
      title: title.optional(),
      status: z.enum(["open", "closed"]).optional(),
    }),
    answer: caseRow,
  }),
  addCluster: endpoint({
    name: "addCluster",
    method: "POST",
    path: "/cases/:id/clusters",
    summary: "Add a cluster to a case: its members and the crime reports that lead to them",
    access: MAY.workOnCases,
    about: "case",
    params: oneCase,
    body: z.object({ version, cluster: z.string() }),
    answer: z.object({ accounts: z.number(), reports: z.number() }),
  }),
  addAccounts: endpoint({
    name: "addAccounts",
    method: "POST",
    path: "/cases/:id/accounts",
    summary: "Add accounts to a case",
    access: MAY.workOnCases,
    about: "case",
    params: oneCase,
    body: z.object({ version, accounts: z.array(z.string()).min(1).max(1_000) }),
    answer: z.object({ added: z.array(z.string()), unknown: z.array(z.string()) }),
  }),
  addReports: endpoint({
    name: "addReports",
    method: "POST",
    path: "/cases/:id/reports",
    summary: "Add crime reports to a case",
    access: MAY.workOnCases,
    about: "case",
    params: oneCase,
    body: z.object({ version, reports: z.array(z.string()).min(1).max(1_000) }),
    answer: z.object({ added: z.array(z.string()), unknown: z.array(z.string()) }),
  }),
  remove: endpoint({
    name: "removeFromCase",
    method: "POST",
    path: "/cases/:id/removed",
    summary:
      "Take accounts, crime reports or clusters out of a case, with the reason; a cluster takes along what came with it",
    access: MAY.workOnCases,
    about: "case",
    params: oneCase,
    body: z.object({
      version,
      accounts: z.array(z.string()).max(1_000).default([]),
      reports: z.array(z.string()).max(1_000).default([]),
      clusters: z.array(z.string()).max(100).default([]),
      reason: z.string().trim().max(2_000),
    }),
    answer: z.object({ removed: z.array(z.string()) }),
  }),
} as const;
