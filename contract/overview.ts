import { z } from "zod";
import { claimStatus } from "./claim-steps.ts";
import { amountText, dayText, endpoint, instant, money } from "./endpoint.ts";
import { source } from "./loading.ts";

/** Figures of the start page and of a period. */

/**
 * A thing with a last day: a task, a term that was given, the next part of a plan, limitation; and
 * a recovered claim whose money is gone, which is due today.
 */
export const caseDeadlineKind = z.enum([
  "task",
  "demand-term",
  "no-motion-term",
  "instalment",
  "limitation",
  /** As a person reckoned it, with suspension and interruption. */
  "limitation-own",
  /** A recovered claim is outstanding all the same: the money behind its status is gone. */
  "money-gone",
]);
const deadline = z.object({
  kind: caseDeadlineKind,
  day: dayText,
  case: z.object({ id: z.string(), title: z.string() }),
  /** null = of the case. */
  claim: z.string().nullable(),
  /** Claims of the case for which the same holds. */
  claims: z.number(),
  /** Of a task, or the ground of a limitation. */
  text: z.string().nullable(),
  /** Of a part of a plan, or what is outstanding of a recovered claim. */
  sum: money.nullable(),
});
export type CaseDeadline = z.infer<typeof deadline>;

/** A claim in review: another person than the one who sent it approves it. */
const waitingClaim = z.object({
  claim: z.string(),
  case: z.object({ id: z.string(), title: z.string() }),
  victim: z.string().nullable(),
  /** Of all defendants of a joint claim, the first one first. */
  defendants: z.array(z.string()),
  amount: amountText,
  currency: z.string(),
  /** Login of the person who sent it to review, and when. */
  sentBy: z.string(),
  sentAt: instant,
});
export type WaitingClaim = z.infer<typeof waitingClaim>;

export const overview = {
  toApprove: endpoint({
    name: "claimsToApprove",
    method: "GET",
    path: "/claims-to-approve",
    summary: "Claims of open cases that wait for approval, the longest wait first",
    access: "user",
    about: "own",
    answer: z.object({ claims: z.array(waitingClaim) }),
  }),
  deadlines: endpoint({
    name: "caseDeadlines",
    method: "GET",
    path: "/case-deadlines",
    summary: "What open cases have to do by a day, the earliest first",
    access: "user",
    about: "own",
    answer: z.object({ deadlines: z.array(deadline) }),
  }),
  today: endpoint({
    name: "today",
    method: "GET",
    path: "/overview",
    summary: "What the database holds and the newest files",
    access: "user",
    about: "nobody",
    answer: z.object({
      accounts: z.number(),
      transfers: z.number(),
      reports: z.number(),
      stolen: z.array(money),
      sources: z.array(source),
      /** Files whose load was cut off within the last week and that were not loaded again. */
      cutOff: z.array(z.object({ fileName: z.string(), loadedBy: z.string(), at: z.number() })),
    }),
  }),
  summary: endpoint({
    name: "summary",
    method: "GET",
    path: "/summary",
    summary: "Figures of a period",
    access: "user",
    about: "nobody",
    query: z.object({
      from: z.coerce.number().int().optional(),
      until: z.coerce.number().int().optional(),
    }),
    answer: z.object({
      reports: z.number(),
      stolen: z.array(money),
      /** The part of `stolen` known only from the victims' words: no bank's row shows it. */
      unconfirmed: z.array(money),
      /** People whom somebody took for droppers in the period for the first time. */
      droppers: z.number(),
      /** Clusters of the newest search that moved money in the period. */
      clusters: z.number(),
      cases: z.number(),
      /**
       * Claims that left the office in the period for the first time: a demand is sent, or the
       * claim is filed. A claim that asks only for what was claimed before is in `claimsAgain`.
       */
      claims: z.number(),
      /** The part that no claim asked for before; a loss is claimed once. */
      claimed: z.array(money),
      /**
       * Claims that were withdrawn, refused or returned in the period, and how much they asked for.
       */
      withdrawals: z.number(),
      withdrawn: z.array(money),
      /**
       * Claims that brought a loss back into court or to its holder after its claims were
       * withdrawn, refused or returned, by an appeal or as another claim, and how much they ask
       * for.
       */
      claimsAgain: z.number(),
      claimedAgain: z.array(money),
      /**
       * What came back in the period of the losses behind claims; a loss comes back once. Blocked
       * money that was returned is not in it: the summary of measures has it as `returned`.
       */
      recovered: z.array(money),
      victims: z.number(),
      files: z.number(),
      transfers: z.number(),
      /**
       * Claims by their status at the end of the period, of those that came to it in the period.
       */
      byStatus: z.array(z.object({ status: claimStatus, count: z.number(), sums: z.array(money) })),
      perDay: z.array(
        z.object({ day: z.string(), currency: z.string(), amount: amountText, count: z.number() }),
      ),
    }),
  }),
} as const;
