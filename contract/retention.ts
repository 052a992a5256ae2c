import { z } from "zod";
import { saysSomething } from "./clean-text.ts";
import { dayText, endpoint, instant } from "./endpoint.ts";
import { MAY } from "./user-roles.ts";

/**
 * How long data are kept: a term for each class, what is due for review, legal holds, and erasures
 * that two people decide. docs/retention.md.
 */

/** Loaded files; closed cases; files taken out of cases; the log of looks, a month at a time. */
export const retentionClass = z.enum(["sources", "cases", "attachments", "looks"]);
export type RetentionClass = z.infer<typeof retentionClass>;

/** A hundred years: longer than any term of an archive short of "for ever". */
const MOST_MONTHS = 1_200;

const reason = z.string().trim().max(300).refine(saysSomething);
const name = z.string().trim().min(1).max(200);

const rule = z.object({
  class: retentionClass,
  /** Months until a review is due; null = the office has set no term. */
  months: z.number().int().min(1).max(MOST_MONTHS).nullable(),
  by: z.string().nullable(),
  at: instant.nullable(),
});
export type RetentionRule = z.infer<typeof rule>;

const due = z.object({
  class: retentionClass,
  /** Of a file, a case, a file of a case; of looks the month, YYYY-MM. */
  id: z.string(),
  name: z.string(),
  /** The beginning of the term: loaded, closed, taken out, the end of the month. */
  since: instant,
  due: instant,
  /** Holds that forbid taking it away. */
  held: z.array(z.string()),
  /** The last review that kept it longer. */
  kept: z.object({ until: dayText, reason: z.string(), by: z.string(), at: instant }).nullable(),
});
export type DueItem = z.infer<typeof due>;

export const holdKind = z.enum(["case", "person"]);
export type HoldKind = z.infer<typeof holdKind>;

const hold = z.object({
  id: z.string(),
  kind: holdKind,
  /** The number of a case; of a person the IIN, BIN or account that was given. */
  what: z.string(),
  reason: z.string(),
  by: z.string(),
  at: instant,
  lifted: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
});
export type LegalHold = z.infer<typeof hold>;

export const erasureKind = z.enum(["person", "attachment", "looks"]);
export type ErasureKind = z.infer<typeof erasureKind>;

const erasure = z.object({
  id: z.string(),
  kind: erasureKind,
  /** Gone once a person was erased: null. */
  what: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  at: instant,
  state: z.enum(["asked", "done", "refused"]),
  decided: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
  /** What was changed or taken away, by what it is. */
  counts: z.record(z.string(), z.number().int()),
});
export type Erasure = z.infer<typeof erasure>;

const one = z.object({ id: z.string() });

export const retention = {
  overview: endpoint({
    name: "retention",
    method: "GET",
    path: "/retention",
    summary: "Terms by class of data, what is due for review, legal holds and erasures",
    access: MAY.seeRetention,
    about: "nobody",
    answer: z.object({
      rules: z.array(rule),
      due: z.array(due),
      holds: z.array(hold),
      erasures: z.array(erasure),
    }),
  }),
  setTerm: endpoint({
    name: "setRetentionTerm",
    method: "PUT",
    path: "/retention/terms/:class",
    summary: "Say after how many months a class of data is reviewed; null = no term",
    access: MAY.keepData,
    about: "nobody",
    params: z.object({ class: retentionClass }),
    body: z.object({ months: rule.shape.months }),
    answer: z.object({}),
  }),
  keep: endpoint({
    name: "keepLonger",
    method: "POST",
    path: "/retention/reviews",
    summary: "Keep something that is due for longer, with the reason",
    access: MAY.keepData,
    about: "nobody",
    body: z.object({ class: retentionClass, id: name, until: dayText, reason }),
    answer: z.object({}),
  }),
  hold: endpoint({
    name: "setHold",
    method: "POST",
    path: "/retention/holds",
    summary: "Hold the data of a case or a person: nothing of it is withdrawn or erased",
    access: MAY.keepData,
    about: "nobody",
    body: z.object({ kind: holdKind, what: name, reason }),
    answer: one,
  }),
  lift: endpoint({
    name: "liftHold",
    method: "POST",
    path: "/retention/holds/:id/lifted",
    summary: "Lift a hold, with the reason",
    access: MAY.keepData,
    about: "nobody",
    params: one,
    body: z.object({ reason }),
    answer: z.object({}),
  }),
  ask: endpoint({
    name: "askErasure",
    method: "POST",
    path: "/retention/erasures",
    summary: "Ask that a person's data, a file taken out of a case, or a month of looks be erased",
    access: MAY.keepData,
    about: "nobody",
    body: z.object({ kind: erasureKind, what: name, reason }),
    answer: one,
  }),
  decide: endpoint({
    name: "decideErasure",
    method: "POST",
    path: "/retention/erasures/:id/decided",
    summary: "Approve and carry out an erasure that somebody else asked for, or refuse it",
    access: MAY.keepData,
    about: "nobody",
    params: one,
    body: z.object({ approved: z.boolean(), reason }),
    answer: erasure,
  }),
} as const;
