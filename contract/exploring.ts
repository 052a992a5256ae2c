import { z } from "zod";
import { findingRole } from "./detection.ts";
import {
  amountText,
  endpoint,
  givenAmount,
  instant,
  money,
  offset,
  offsetInAddress,
} from "./endpoint.ts";
import { personal } from "./personal.ts";
import { reportRow } from "./report-row.ts";
import { traceStop } from "./tracing.ts";
import { way } from "./ways.ts";

/**
 * Explore: accounts, relations (bundled transfers), single transfers, paths. Every answer says what
 * it left out.
 */

export type MoneyText = z.infer<typeof money>;

/** The role to show: what a run found, or victim where a crime report says so. */
export const graphRole = findingRole;
export type GraphRole = z.infer<typeof graphRole>;

export const graphNode = z.object({
  number: z.string(),
  bank: z.string().nullable(),
  holderKey: personal("key").nullable(),
  holderName: personal("name").nullable(),
  holderKind: z.enum(["person", "organisation", "unknown"]),
  /** Set where the node is an exit: cash, pos, crypto, foreign, other. */
  exitKind: z.string().nullable(),
  /** Not known from a source of its own: a counterparty, or named in a session log or a report. */
  stub: z.boolean(),
  role: graphRole,
  /** A reported victim, whatever the detection run says. */
  reported: z.boolean(),
  score: z.number().nullable(),
  cluster: z.string().nullable(),
  /**
   * Whole-life relations of the account in the database, so that a node can say how many are not
   * shown.
   */
  degree: z.number().int(),
  /** Why tracing and expansion stop here by themselves; null = they do not. */
  stop: traceStop.exclude(["chosen"]).nullable(),
});
export type GraphNode = z.infer<typeof graphNode>;

/** All transfers from one account to another in the filter, as one relation. */
export const graphEdge = z.object({
  from: z.string(),
  to: z.string(),
  count: z.number().int(),
  sums: z.array(money),
  first: instant,
  last: instant,
});
export type GraphEdge = z.infer<typeof graphEdge>;

export const transferRow = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  fromName: personal("name").nullable(),
  toName: personal("name").nullable(),
  amount: amountText,
  currency: z.string(),
  bookedAt: instant,
  zone: z.string(),
  /** The source names no time of day. */
  dayOnly: z.literal(true).optional(),
  channel: z.string(),
  purpose: personal("text").nullable(),
  sourceId: z.string(),
  sourceName: z.string().nullable(),
  row: z.number().int(),
});
export type TransferRow = z.infer<typeof transferRow>;

/** Transfers that count: within a time, and of an amount at least. */
export const exploreFilter = z.object({
  since: instant.optional(),
  until: instant.optional(),
  /** Minor units; transfers below are not shown and are counted as left out. */
  minimumAmount: givenAmount.optional(),
});
export type ExploreFilter = z.infer<typeof exploreFilter>;

const shown = z.object({
  nodes: z.number().int(),
  nodesFound: z.number().int(),
  edges: z.number().int(),
  transfers: z.number().int(),
  /** The parts that were cut, each with the reason; empty = nothing. */
  leftOut: z.array(
    z.object({
      reason: z.enum(["node-limit", "minimum-amount", "time-filter", "stop"]),
      count: z.number().int(),
      account: z.string().optional(),
    }),
  ),
});

export const graphAnswer = z.object({
  nodes: z.array(graphNode),
  edges: z.array(graphEdge),
  shown,
});
export type GraphAnswer = z.infer<typeof graphAnswer>;

export const searchHit = z.object({
  kind: z.enum(["account", "holder", "report", "transfer", "cluster", "case"]),
  id: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  /** Accounts of a holder or a transfer, or victim accounts of a report, to open in Explore. */
  accounts: z.array(z.string()),
  /** Crime reports whose money can be followed: the report itself, or those of a victim. */
  reports: z.array(z.string()).optional(),
  transfer: transferRow.optional(),
  /** Its names are masked: whoever asks has not said why, and it is in none of his cases. */
  masked: z.literal(true).optional(),
});
export type SearchHit = z.infer<typeof searchHit>;

const flowSide = z.object({
  account: z.string(),
  name: personal("name").nullable(),
  role: graphRole,
  exitKind: z.string().nullable(),
  count: z.number().int(),
  sums: z.array(money),
});

export const accountCard = graphNode.extend({
  currency: z.string().nullable(),
  openedAt: instant.nullable(),
  phone: personal("phone").nullable(),
  deviceId: z.string().nullable(),
  iin: personal("iin").nullable(),
  holderAccounts: z.array(z.string()),
  received: z.object({ count: z.number().int(), sums: z.array(money) }),
  sent: z.object({ count: z.number().int(), sums: z.array(money) }),
  first: instant.nullable(),
  last: instant.nullable(),
  senders: z.array(flowSide),
  recipients: z.array(flowSide),
  senderCount: z.number().int(),
  recipientCount: z.number().int(),
  /** Money through the account by the role of the other side. */
  byRole: z.array(
    z.object({ role: graphRole, direction: z.enum(["in", "out"]), sums: z.array(money) }),
  ),
  daily: z.array(
    z.object({ day: z.string(), currency: z.string(), received: amountText, sent: amountText }),
  ),
  statements: z.array(
    z.object({
      id: z.string(),
      from: instant.nullable(),
      to: instant.nullable(),
      opening: amountText.nullable(),
      closing: amountText.nullable(),
      currency: z.string().nullable(),
    }),
  ),
  reports: z.array(
    z.object({ id: z.string(), reportedAt: instant.nullable(), transferIds: z.array(z.string()) }),
  ),
  cases: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type AccountCard = z.infer<typeof accountCard>;

/** Accounts a question is about. */
export const accountNumbers = z.array(z.string().min(1)).min(1).max(5_000);

export const exploring = {
  search: endpoint({
    name: "search",
    // The searched text may be a name or an IIN, and addresses end up in logs of proxies.
    method: "POST",
    path: "/search",
    summary:
      "Accounts, holders, reports, transfers and cases by number, name in either script, IIN, phone, bank's reference, or amount and day",
    access: "user",
    about: "own",
    body: z.object({
      q: z.string().trim().min(1).max(200),
      limit: z.number().int().min(1).max(50).default(12),
    }),
    answer: z.object({
      hits: z.array(searchHit),
      /** Hits on people outside the asker's cases whose names are masked: no ground was given. */
      masked: z.number().int(),
    }),
  }),
  account: endpoint({
    name: "account",
    method: "GET",
    path: "/accounts/:number",
    summary:
      "The card of one account: holder, money in and out, largest counterparties, statements, reports, cases",
    access: "user",
    about: "own",
    params: z.object({ number: z.string().min(1) }),
    query: z.object({
      run: z.string().optional(),
      since: z.coerce.number().int().optional(),
      until: z.coerce.number().int().optional(),
      minimumAmount: givenAmount.optional(),
    }),
    answer: accountCard,
  }),
  known: endpoint({
    name: "knownAccounts",
    method: "POST",
    path: "/accounts/known",
    summary: "Which of these account numbers the data have",
    access: "user",
    about: "data",
    body: z.object({ accounts: accountNumbers }),
    answer: z.object({ known: z.array(z.string()) }),
  }),
  reports: endpoint({
    name: "reports",
    method: "GET",
    path: "/reports",
    summary: "Crime reports with what was stolen",
    access: "user",
    about: "own",
    query: z.object({
      offset: offsetInAddress,
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: z.object({ total: z.number().int(), reports: z.array(reportRow) }),
  }),
  graph: endpoint({
    name: "graph",
    method: "POST",
    path: "/graph",
    summary:
      "Accounts and the relations among them: a cluster, a list of accounts, or an account's surroundings",
    access: "user",
    about: "data",
    body: exploreFilter.extend({
      cluster: z.string().optional(),
      accounts: accountNumbers.optional(),
      report: z.string().optional(),
      run: z.string().optional(),
      /** Adds the direct neighbours of the seeds, largest money first, up to `limit` accounts. */
      neighbours: z.boolean().default(false),
      /** Adds the exits the seeds paid into or were paid from, beyond `limit`. */
      exits: z.boolean().default(false),
      limit: z.number().int().min(1).max(5_000).default(300),
    }),
    answer: graphAnswer.extend({
      seeds: z.array(z.string()),
      /** The detection run whose roles and scores are shown; null = none has been made. */
      run: z.string().nullable(),
    }),
  }),
  transfers: endpoint({
    name: "transfers",
    method: "POST",
    path: "/transfers",
    summary:
      "Single transfers among or around accounts, newest or largest first, with the totals of all that match",
    access: "user",
    about: "data",
    body: exploreFilter.extend({
      accounts: accountNumbers.optional(),
      /**
       * within: both sides in the list; around: at least one; in, out: the list as payee or payer.
       */
      scope: z.enum(["within", "around", "in", "out"]).default("around"),
      from: z.string().optional(),
      to: z.string().optional(),
      ids: z.array(z.string()).max(5_000).optional(),
      order: z.enum(["time", "time-down", "amount-down"]).default("time-down"),
      offset,
      limit: z.number().int().min(1).max(5_000).default(200),
    }),
    answer: z.object({
      total: z.number().int(),
      sums: z.array(money),
      transfers: z.array(transferRow),
    }),
  }),
  histogram: endpoint({
    name: "histogram",
    method: "POST",
    path: "/transfers/histogram",
    summary: "Amount and number of transfers a day among the accounts on the stage",
    access: "user",
    about: "data",
    body: z.object({
      accounts: accountNumbers,
      of: z.string().optional(),
      minimumAmount: givenAmount.optional(),
    }),
    answer: z.object({
      days: z.array(
        z.object({
          day: z.string(),
          currency: z.string(),
          amount: amountText,
          count: z.number().int(),
          /** Share of the account `of`. */
          own: amountText,
        }),
      ),
    }),
  }),
  nextHop: endpoint({
    name: "nextHop",
    method: "POST",
    path: "/transfers/next",
    summary: "What left the payee after a transfer, within hours and above a share of it",
    access: "user",
    about: "data",
    body: z.object({
      transferId: z.string().min(1),
      hours: z
        .number()
        .positive()
        .max(24 * 90)
        .default(24),
      minimumShare: z.number().min(0).max(1).default(0.1),
    }),
    answer: z.object({ transfers: z.array(transferRow), leftOut: z.number().int() }),
  }),
  paths: endpoint({
    name: "paths",
    method: "POST",
    path: "/paths",
    summary:
      "Ways from one account to another over the whole database, ties included: of the money in order of time, or shortest in any direction and through shared holders, phones and devices",
    access: "user",
    about: "data",
    body: z.object({
      from: z.string().min(1),
      to: z.string().min(1),
      /** strongest: in order of time, the smallest transfer on the way as large as it can be. */
      kind: z.enum(["shortest", "time-respecting", "strongest"]).default("time-respecting"),
      /** Longest wait of the money in one account, hours; not for the shortest. */
      largestGapHours: z
        .number()
        .positive()
        .max(24 * 365)
        .default(24 * 7),
      maximumLength: z.number().int().min(1).max(8).default(6),
      run: z.string().optional(),
    }),
    answer: graphAnswer.extend({
      paths: z.array(way),
      /**
       * In order of time: the most that can have gone along all listed ways, no money counted
       * twice. Else the sum of the transfers on them, each counted once.
       */
      total: z.array(money),
      /** More ties than are listed. */
      more: z.boolean(),
    }),
  }),
} as const;
