import { z } from "zod";
import { endpoint, instant, money, offsetInAddress } from "./endpoint.ts";
import { personal } from "./personal.ts";
import { MAY } from "./user-roles.ts";

/**
 * Detection: versioned runs, ranked clusters, findings with reasons, decisions. A reason travels as
 * code and figures; contract/texts holds the sentences in three languages, for the screen, the
 * command line and evidence alike.
 */

/**
 * What an account did in a network. "victim" is scored, never listed as a dropper; "none" = nothing
 * that stands out.
 */
export const findingRole = z.enum([
  "victim",
  "collector",
  "transit",
  "distributor",
  "cash-out",
  "none",
]);
export type FindingRole = z.infer<typeof findingRole>;

export const typology = z.enum([
  "collector",
  "distributor",
  "transit",
  "layered-chain",
  "scatter-gather",
  "gather-scatter",
  "cycle",
  "cash-out",
  "mixed",
]);
export type Typology = z.infer<typeof typology>;

/** Evidence families of docs/detection.md; each is capped at 12 points. */
export const family = z.enum([
  "burst-in",
  "burst-out",
  "loops",
  "cycles",
  "flow",
  "hand-on",
  "gather",
  "split",
  "pass-through",
  "cash-out",
  "repeats",
  "structuring",
  "amounts",
  "night",
  "dormancy",
  "new-account",
  "shared",
  "reports",
  "listed",
  "operators",
  "partners",
]);
export type Family = z.infer<typeof family>;

/** Their points are assigned, not measured: how rare that is among accounts nobody knows. */
export const ASSIGNED: ReadonlySet<Family> = new Set([
  "reports",
  "listed",
  "operators",
  "partners",
]);

const jobId = z.object({ jobId: z.string() });

/**
 * Figures of a sentence: numbers as they are, money as text of minor units beside `currency`, ids
 * and dates as text.
 */
const figures = z.record(z.string(), z.union([z.string(), z.number()]));

export const reason = z.object({
  family,
  /**
   * Which sentence: "burst-in", "loops.cycle", "pass-through"… (docs/detection.md lists them with
   * their figures).
   */
  code: z.string(),
  params: figures,
  /**
   * Points = −log10 of the chance of seeing this among peers; of ASSIGNED families, a fixed worth.
   */
  points: z.number(),
  /** Rarer than one in so many accounts like it; null where that was not measured. */
  oneIn: z.number().nullable(),
  /** Transfers the reason rests on, in time order; the first 200. */
  transferIds: z.array(z.string()),
  transferCount: z.number().int(),
  /** Innocent explanation to rule out, as a code. */
  innocent: z.string(),
});
export type Reason = z.infer<typeof reason>;

export const verdict = z.enum(["confirmed", "dismissed", "undecided", "known-good", "snoozed"]);
export type Verdict = z.infer<typeof verdict>;

/** A person's word on an account or cluster; the newest counts, older ones stay. */
export const decision = z.object({
  id: z.string(),
  subject: z.enum(["account", "cluster"]),
  /** Account number or cluster id. */
  target: z.string(),
  verdict,
  reason: z.string(),
  /** Snooze: shown again from then on; known-good: reviewed then. */
  until: instant.nullable(),
  decidedAt: instant,
  decidedBy: z.string(),
});
export type Decision = z.infer<typeof decision>;

export const finding = z.object({
  runId: z.string(),
  account: z.string(),
  holderName: personal("name").nullable(),
  holderKind: z.string(),
  bank: z.string().nullable(),
  /** 0..1 = points / (points + 12); an order, not a probability of guilt. */
  score: z.number(),
  points: z.number(),
  /** 1 = highest among accounts that are not victims. */
  rank: z.number().int().nullable(),
  role: findingRole,
  cluster: z.string().nullable(),
  oneIn: z.number(),
  reasons: z.array(reason),
  /**
   * Codes of what speaks against, with figures: "long-history", "pays-bills", "salary",
   * "known-partners"…
   */
  against: z.array(z.object({ code: z.string(), params: figures })),
  /** Known-good or snoozed for this run, with the decision's reason. */
  decision: decision.nullable(),
});
export type Finding = z.infer<typeof finding>;

export const clusterMember = z.object({
  account: z.string(),
  holderName: personal("name").nullable(),
  holderKind: z.string(),
  bank: z.string().nullable(),
  role: findingRole,
  score: z.number(),
  points: z.number(),
  received: z.array(money),
  sent: z.array(money),
  /** 1 = look here first. */
  order: z.number().int(),
});
export type ClusterMember = z.infer<typeof clusterMember>;

export const clusterRow = z.object({
  id: z.string(),
  runId: z.string(),
  rank: z.number().int(),
  score: z.number(),
  points: z.number(),
  typology,
  size: z.number().int(),
  roles: z.record(findingRole, z.number().int()),
  /** Received by the cluster's droppers from outside it or from its victims. */
  received: z.array(money),
  /** Left through cash, shops, exchanges and foreign accounts. */
  leftThroughExits: z.array(money),
  transfers: z.number().int(),
  first: instant,
  last: instant,
  /** Account to look at first, with the three strongest reasons of the cluster's members. */
  lookFirst: z.string(),
  lookFirstName: personal("name").nullable(),
  reasons: z.array(reason.extend({ account: z.string() })),
  reports: z.array(z.string()),
  cases: z.array(z.string()),
  /**
   * Against the run before: share of its members that is new (1 = a new cluster), and that
   * cluster's id.
   */
  change: z.object({ previous: z.string().nullable(), newMembers: z.number().int() }).nullable(),
  decision: decision.nullable(),
});
export type ClusterRow = z.infer<typeof clusterRow>;

export const detectionRun = z.object({
  id: z.string(),
  startedAt: instant,
  startedBy: z.string(),
  seconds: z.number(),
  since: instant.nullable(),
  until: instant.nullable(),
  fingerprint: z.string(),
  rules: z.string(),
  codeVersion: z.string(),
  accounts: z.number().int(),
  transfers: z.number().int(),
  clusters: z.number().int(),
  reports: z.number().int(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type DetectionRun = z.infer<typeof detectionRun>;

/** An account without a statement: why to ask its bank for one. */
export const statementRequest = z.object({
  account: z.string(),
  bank: z.string().nullable(),
  holderName: personal("name").nullable(),
  points: z.number(),
  /** Which sentence, with its figures (contract/texts). */
  code: z.string(),
  params: figures,
  transferIds: z.array(z.string()),
});
export type StatementRequest = z.infer<typeof statementRequest>;

const page = {
  offset: offsetInAddress,
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
};

export const detection = {
  runs: endpoint({
    name: "runs",
    method: "GET",
    path: "/detection/runs",
    summary: "Detection runs, newest first",
    access: "user",
    about: "nobody",
    answer: z.object({ runs: z.array(detectionRun) }),
  }),
  startRun: endpoint({
    name: "startRun",
    method: "POST",
    path: "/detection/runs",
    summary: "Start a detection run as a job; its result is {runId}",
    access: MAY.work,
    about: "nobody",
    body: z.object({
      since: instant.optional(),
      until: instant.optional(),
    }),
    answer: jobId,
  }),
  compareRuns: endpoint({
    name: "compareRuns",
    method: "GET",
    path: "/detection/runs/:id/compare/:other",
    summary:
      "What changed between two runs: clusters new, grown, shrunk or gone, and accounts that moved in the ranking",
    access: "user",
    about: "data",
    params: z.object({ id: z.string(), other: z.string() }),
    answer: z.object({
      sameData: z.boolean(),
      clusters: z.array(
        z.object({
          change: z.enum(["new", "grown", "shrunk", "changed", "same", "gone"]),
          cluster: z.string().nullable(),
          previous: z.string().nullable(),
          rank: z.number().int().nullable(),
          previousRank: z.number().int().nullable(),
          added: z.array(z.string()),
          removed: z.array(z.string()),
        }),
      ),
      accounts: z.array(
        z.object({
          account: z.string(),
          points: z.number(),
          previousPoints: z.number(),
          rank: z.number().int().nullable(),
          previousRank: z.number().int().nullable(),
        }),
      ),
    }),
  }),
  clusters: endpoint({
    name: "clusters",
    method: "GET",
    path: "/detection/clusters",
    summary: "Ranked clusters of a run (the newest one unless named)",
    access: "user",
    about: "own",
    query: z.object({
      run: z.string().optional(),
      /** Dismissed, known-good and snoozed clusters too. */
      all: z.enum(["true", "false"]).default("false"),
      ...page,
    }),
    answer: z.object({
      run: detectionRun.nullable(),
      total: z.number().int(),
      hidden: z.number().int(),
      clusters: z.array(clusterRow),
    }),
  }),
  cluster: endpoint({
    name: "cluster",
    method: "GET",
    path: "/detection/clusters/:id",
    summary: "One cluster with its members in the order to look at them",
    access: "user",
    about: "own",
    params: z.object({ id: z.string() }),
    answer: clusterRow.extend({ members: z.array(clusterMember) }),
  }),
  findings: endpoint({
    name: "findings",
    method: "GET",
    path: "/detection/findings",
    summary: "Accounts of a run by score; victims apart",
    access: "user",
    about: "data",
    query: z.object({ run: z.string().optional(), role: findingRole.optional(), ...page }),
    answer: z.object({
      run: detectionRun.nullable(),
      total: z.number().int(),
      findings: z.array(finding),
    }),
  }),
  requests: endpoint({
    name: "requests",
    method: "GET",
    path: "/detection/requests",
    summary: "Accounts without a statement in the order to ask for one, each with the reason",
    access: "user",
    about: "data",
    query: z.object({ run: z.string().optional() }),
    answer: z.object({ run: detectionRun.nullable(), requests: z.array(statementRequest) }),
  }),
  finding: endpoint({
    name: "finding",
    method: "GET",
    path: "/detection/findings/:account",
    summary:
      "The finding of one account in a run, with every reason and what speaks against; null = nothing stood out",
    access: "user",
    about: "data",
    params: z.object({ account: z.string() }),
    query: z.object({ run: z.string().optional() }),
    answer: z.object({ finding: finding.nullable() }),
  }),
  decide: endpoint({
    name: "decide",
    method: "POST",
    path: "/detection/decisions",
    summary:
      "Confirm, dismiss, leave undecided, list as known-good or snooze an account or cluster, with a reason",
    access: MAY.decide,
    about: "data",
    body: z.object({
      subject: z.enum(["account", "cluster"]),
      target: z.string().min(1),
      verdict,
      reason: z.string().trim().min(1).max(2_000),
      until: instant.nullable().default(null),
      /** The decision the person saw, by its id; null = none. Another one by now is a 409. */
      after: z.string().nullable(),
    }),
    answer: decision,
  }),
  decisions: endpoint({
    name: "decisions",
    method: "GET",
    path: "/detection/decisions",
    summary: "Decisions, newest first; of one account or cluster when named",
    access: "user",
    about: "data",
    query: z.object({ target: z.string().optional(), verdict: verdict.optional(), ...page }),
    answer: z.object({ total: z.number().int(), decisions: z.array(decision) }),
  }),
} as const;
