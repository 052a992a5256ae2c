import { z } from "zod";
import { documentLanguage } from "./document-language.ts";
import { amountText, endpoint, instant } from "./endpoint.ts";
import { MAY } from "./roles.ts";
import { traceMethod } from "./tracing.ts";

/**
 * Cases and claims: one claim = one victim × one account holder = what the holder's accounts
 * received (Civil Code art. 953).
 */

/** An amount in minor units as text beside its currency. */
export const sum = z.object({ currency: z.string(), amount: amountText });
const party = z.object({
  name: z.string().nullable(),
  iin: z.string().nullable(),
  accounts: z.array(z.string()),
});
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
export type ClaimStatus = z.infer<typeof claimStatus>;

/** The claim has left the office: its money is asked for, and the court has not refused it. */
export function isClaimed(status: ClaimStatus): boolean {
  return isStanding(status) && status !== "draft" && status !== "ready";
}

/** Neither withdrawn nor refused: the claim holds its transfers. */
export function isStanding(status: ClaimStatus): boolean {
  return status !== "withdrawn" && status !== "rejected";
}

/**
 * How a claim says whose money it is: "direct" = the victim's own transfer, no rule needed; else
 * the one tracing rule the claim states and keeps.
 */
export const claimMethod = z.enum(["direct", ...traceMethod.options]);
export type ClaimMethod = z.infer<typeof claimMethod>;

const line = z.object({
  transferId: z.string(),
  bookedAt: instant,
  from: z.string(),
  to: z.string(),
  /**
   * The part claimed; of a victim's own transfer all of it. Below zero: the holder paid it back to
   * the victim.
   */
  amount: amountText,
  /** The whole transfer. */
  whole: amountText,
  currency: z.string(),
  purpose: z.string().nullable(),
  sourceName: z.string().nullable(),
  sourceId: z.string(),
  row: z.number(),
  /**
   * False where the transfer is no longer in the data as it was claimed: its file was taken out or
   * replaced.
   */
  present: z.boolean(),
});

const move = z.object({
  from: claimStatus,
  to: claimStatus,
  reason: z.string().nullable(),
  at: instant,
  by: z.string(),
});

const claim = z.object({
  id: z.string(),
  status: claimStatus,
  method: claimMethod,
  openedAt: instant,
  openedBy: z.string(),
  victim: party,
  defendant: party,
  amount: amountText,
  currency: z.string(),
  reports: z.array(z.string()),
  lines: z.array(line),
  moves: z.array(move),
  /** Where the claim may go next, and whether that needs a reason. */
  next: z.array(z.object({ status: claimStatus, reason: z.boolean() })),
});
export type Claim = z.infer<typeof claim>;

/** Stolen transfers no claim is opened for, and why. */
export const notClaimed = z.enum([
  "not-loaded",
  "left-through-exit",
  "own-account",
  "not-paid-by-victim",
  "reversal",
  "already-claimed",
  "returned",
]);
export type NotClaimed = z.infer<typeof notClaimed>;

const caseRow = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(["open", "closed"]),
  openedAt: instant,
  openedBy: z.string(),
  /** Standing claims, drafts included: neither withdrawn nor rejected. */
  claims: z.number(),
  victims: z.number(),
  droppers: z.number(),
  /** What the standing claims ask for, drafts included; a loss claimed from several counts once. */
  sums: z.array(sum),
  /** The part of it that has left the office: a demand is sent, or the claim is filed. */
  claimed: z.array(sum),
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
    answer: z.object({ cases: z.array(caseRow) }),
  }),
  get: endpoint({
    name: "case",
    method: "GET",
    path: "/cases/:id",
    summary: "One case with its claims, each down to the transfers it is made of",
    access: "user",
    params: oneCase,
    answer: caseRow.extend({
      clusters: z.array(z.string()),
      /** The detection run the case was opened from. */
      runId: z.string().nullable(),
      accounts: z.array(z.string()),
      /** Crime reports the case is about. */
      reports: z.array(z.string()),
      claimList: z.array(claim),
    }),
  }),
  create: endpoint({
    name: "createCase",
    method: "POST",
    path: "/cases",
    summary: "Open a case, from a cluster or from crime reports when named",
    access: MAY.workOnCases,
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
    params: oneCase,
    body: z.object({ title: title.optional(), status: z.enum(["open", "closed"]).optional() }),
    answer: caseRow,
  }),
  addCluster: endpoint({
    name: "addCluster",
    method: "POST",
    path: "/cases/:id/clusters",
    summary: "Add a cluster to a case: its members and the crime reports that lead to them",
    access: MAY.workOnCases,
    params: oneCase,
    body: z.object({ cluster: z.string() }),
    answer: z.object({ accounts: z.number(), reports: z.number() }),
  }),
  addAccounts: endpoint({
    name: "addAccounts",
    method: "POST",
    path: "/cases/:id/accounts",
    summary: "Add accounts to a case",
    access: MAY.workOnCases,
    params: oneCase,
    body: z.object({ accounts: z.array(z.string()).min(1).max(1_000) }),
    answer: z.object({ added: z.array(z.string()), unknown: z.array(z.string()) }),
  }),
  addReports: endpoint({
    name: "addReports",
    method: "POST",
    path: "/cases/:id/reports",
    summary: "Add crime reports to a case",
    access: MAY.workOnCases,
    params: oneCase,
    body: z.object({ reports: z.array(z.string()).min(1).max(1_000) }),
    answer: z.object({ added: z.array(z.string()), unknown: z.array(z.string()) }),
  }),
  openClaims: endpoint({
    name: "openClaims",
    method: "POST",
    path: "/cases/:id/claims",
    summary:
      "Open one claim per victim and account holder for what the holder received from the victim (Civil Code art. 953)",
    access: MAY.workOnCases,
    params: oneCase,
    body: z.object({
      /**
       * A rule: claims against the case's holders who got the money through other people's
       * accounts, by that one rule.
       */
      method: claimMethod.default("direct"),
    }),
    answer: z.object({
      opened: z.number(),
      /** Drafts that took in transfers reported since. */
      extended: z.number(),
      lines: z.number(),
      /** Reported transfers in no claim of this call, each with the reason. */
      leftOut: z.array(
        z.object({
          report: z.string(),
          transferId: z.string(),
          reason: notClaimed,
          claim: z.string().nullable(),
        }),
      ),
    }),
  }),
  setStatus: endpoint({
    name: "setStatus",
    method: "PATCH",
    path: "/cases/:id/claims/:claim",
    summary: "Move a claim on; steps back and ends need a reason",
    access: MAY.workOnCases,
    params: z.object({ id: z.string(), claim: z.string() }),
    body: z.object({ status: claimStatus, reason: z.string().trim().max(2_000).optional() }),
    answer: claim,
  }),
  evidence: endpoint({
    name: "evidence",
    method: "POST",
    path: "/cases/:id/export",
    summary: "Export the evidence package as a ZIP: a signed BagIt bag (docs/evidence.md)",
    access: MAY.workOnCases,
    params: oneCase,
    body: z.object({ language: documentLanguage.default("ru") }),
    answer: z.unknown(),
    media: "application/zip",
  }),
  signer: endpoint({
    name: "signer",
    method: "GET",
    path: "/evidence/signer",
    summary:
      "The office's public key and its fingerprint, to be sent to the court outside the package",
    access: "user",
    answer: z.object({ fingerprint: z.string(), publicKey: z.string() }),
  }),
} as const;
