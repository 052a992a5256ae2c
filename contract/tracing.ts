import { z } from "zod";
import { amountText, endpoint, instant } from "./endpoint.ts";
import { personal } from "./personal.ts";

/**
 * Tracing: through whose account each stolen tenge went, where it is now, and how firm that is
 * under the rules a court knows.
 */

/** docs/tracing.md says what each rule does and where it comes from. */
export const traceMethod = z.enum([
  "fifo",
  "lifo",
  "pro-rata",
  "libr",
  "pari-passu",
  "victim-favourable",
]);
export type TraceMethod = z.infer<typeof traceMethod>;

/** Why the trace does not go on through an account: its own kind, or the reader's choice. */
export const traceStop = z.enum(["exit", "merchant", "pooled", "exchange", "terminal", "chosen"]);
export type TraceStop = z.infer<typeof traceStop>;

const victimShare = z.object({ victim: personal("key"), amount: amountText });

/** Where one victim's money is: stolen = held + exited + beyondData, to the tiyn. */
const victimTotal = z.object({
  /** Holder key (IIN) where known, else the account. */
  victim: personal("key"),
  name: personal("name").nullable(),
  /** His own accounts, as far as they are in the trace. */
  accounts: z.array(z.string()),
  reports: z.array(z.string()),
  stolen: amountText,
  held: amountText,
  exited: amountText,
  beyondData: amountText,
  /** Part of held: came back to an account of the victim's own. */
  returned: amountText,
  /**
   * Part of the reported transfers that was another victim's money passing through, and counts as
   * his.
   */
  others: amountText,
});

/** Lowest and highest over the rules compared; the lowest is the safe amount. */
const rulesRange = z.object({ minimum: amountText, maximum: amountText });

export const traceAccount = z.object({
  account: z.string(),
  holderKey: personal("key").nullable(),
  holderName: personal("name").nullable(),
  bank: z.string().nullable(),
  exitKind: z.string().nullable(),
  /** 0 = a victim's own account, 1 = received directly from a victim. */
  generation: z.number().int(),
  /**
   * received = passedOn + held + exited + beyondData on every account. What leaves through an exit
   * row (exitKind set: cash, shops, …) counts as exited of the account that paid. The exit row
   * itself shows only received, and as exited what victims paid straight into it.
   */
  received: amountText,
  passedOn: amountText,
  held: amountText,
  exited: amountText,
  /** Waits here because no statement of the account is held for what came next. */
  beyondData: amountText,
  firstReceivedAt: instant.nullable(),
  lastLeftAt: instant.nullable(),
  stop: traceStop.nullable(),
  byVictim: z.array(victimShare),
  /** Received under the rules compared: minimum is the safe amount. null unless asked for. */
  range: rulesRange.nullable(),
  /** The same for every figure. */
  ranges: z
    .object({
      received: rulesRange,
      passedOn: rulesRange,
      held: rulesRange,
      exited: rulesRange,
      beyondData: rulesRange,
    })
    .nullable(),
  /** Opening balance unknown: it counts as nothing, see `certain` for what that can change. */
  openingUnknown: z.boolean(),
  /**
   * Received even if every unknown opening balance on the way had been endless, and never less
   * than what victims paid straight to it. Equals received where no balance is missing.
   */
  certain: amountText,
  /** The transfer that first brought stolen money, and the holder's own money before it. */
  before: z.object({ transferId: z.string(), own: amountText }).optional(),
  /**
   * Balances of statements by which the known transfers were corrected since: above zero came
   * unseen, below zero left unseen, with the victims' part.
   */
  corrections: z
    .array(z.object({ at: instant, amount: z.string(), byVictim: z.array(victimShare) }))
    .optional(),
  /**
   * Left the account above what the data shows coming in: at least so much was there before, or
   * came unseen.
   */
  unexplained: amountText,
});
export type TraceAccount = z.infer<typeof traceAccount>;

export const traceStep = z.object({
  transferId: z.string(),
  from: z.string(),
  to: z.string(),
  bookedAt: instant,
  /** The stolen part of the transfer. */
  amount: amountText,
  /** The whole transfer. */
  whole: amountText,
  generation: z.number().int(),
  byVictim: z.array(victimShare),
  /**
   * Set where this was exchanged: the other currency came in then; from there on it counts as
   * exited of the payee.
   */
  exchangedAt: instant.optional(),
  /** Set where the money of this trace came in for what was given in another currency. */
  byExchange: z.literal(true).optional(),
});
export type TraceStep = z.infer<typeof traceStep>;

/** All accounts of one holder as one: money between them is neither received nor passed on. */
const traceHolder = z.object({
  /** Holder key (IIN) where known, else the account. */
  holder: personal("key"),
  name: personal("name").nullable(),
  accounts: z.array(z.string()),
  generation: z.number().int(),
  received: amountText,
  passedOn: amountText,
  held: amountText,
  exited: amountText,
  beyondData: amountText,
  firstReceivedAt: instant.nullable(),
  lastLeftAt: instant.nullable(),
  byVictim: z.array(victimShare),
});

export const trace = z.object({
  method: traceMethod,
  currency: z.string(),
  /**
   * Set where this follows what was exchanged from another currency's trace, in which it counts as
   * exited; stolen = what came in for it.
   */
  convertedFrom: z.string().nullish(),
  stolen: amountText,
  held: amountText,
  exited: amountText,
  beyondData: amountText,
  accounts: z.array(traceAccount),
  steps: z.array(traceStep),
  victims: z.array(victimTotal),
  holders: z.array(traceHolder),
  /** Statements to ask for next, the largest amount waiting first. */
  requests: z.array(
    z.object({
      account: z.string(),
      holderName: personal("name").nullable(),
      bank: z.string().nullable(),
      from: instant,
      until: instant.nullable(),
      waiting: amountText,
      /**
       * no-statement: nothing of the account is held · gap: these days are missing · ended: its
       * statement ends before the other data.
       */
      reason: z.enum(["no-statement", "gap", "ended"]),
    }),
  ),
  /**
   * So many other victims were traced as one, being very many: shares on mixed accounts can differ
   * from tracing each apart.
   */
  othersJoined: z.number().int().positive().optional(),
  /**
   * What a minimum amount or a horizon cut off; counted in beyondData of the account where it was
   * cut.
   */
  leftOut: z.array(
    z.object({
      reason: z.enum(["minimum-amount", "horizon"]),
      count: z.number().int(),
      amount: amountText,
    }),
  ),
});
export type Trace = z.infer<typeof trace>;

export const tracing = {
  trace: endpoint({
    name: "trace",
    method: "POST",
    path: "/traces",
    summary:
      "Follow stolen money from reports, transfers or victims under one rule; one trace a currency",
    access: "user",
    about: "own",
    body: z.object({
      reports: z.array(z.string()).max(5_000).default([]),
      transfers: z.array(z.string()).max(5_000).default([]),
      /** Holder keys (IIN) or account numbers: all their reports. */
      victims: z.array(z.string()).max(5_000).default([]),
      /** All reports of a case. */
      case: z.string().optional(),
      method: traceMethod.default("fifo"),
      /** Adds minimum and maximum over all rules to every account. */
      range: z.boolean().default(false),
      /** Minor units: smaller stolen parts are not followed, and are counted as left out. */
      minimumAmount: amountText.optional(),
      horizonDays: z.number().positive().max(3_650).optional(),
      /** Go on through these accounts although they are stops. */
      letGo: z.array(z.string()).max(1_000).default([]),
      /** Stop at these accounts too. */
      stopAt: z.array(z.string()).max(1_000).default([]),
    }),
    answer: z.object({
      traces: z.array(trace),
      /** Requested transfers that could not be followed. */
      notTraced: z.array(
        z.object({
          report: z.string().nullable(),
          transferId: z.string().nullable(),
          reason: z.enum(["not-loaded", "no-transfer-named", "own-account", "reported-twice"]),
        }),
      ),
    }),
  }),
} as const;
