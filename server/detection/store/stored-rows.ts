import { z } from "zod";
import {
  ASSIGNED,
  decision,
  finding as findingSchema,
  reason,
} from "../../../contract/detection.ts";
import { count } from "../../../graph-queries/row-values.ts";

/** What the queries of graph-queries/detection return. */
const json = <Value>(schema: z.ZodType<Value>) =>
  z.string().transform((text) => schema.parse(JSON.parse(text)));
const instantOrNull = z
  .bigint()
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : Number(value)));
const text = z.string().nullable();
const sums = json(z.array(z.object({ currency: z.string(), amount: z.string() })));
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * A list as stored. What an older version stored without a figure is left out: its sentence cannot
 * be said, and the rest of the list can.
 */
export function storedList<Value>(schema: z.ZodType<Value>) {
  return json(z.array(z.unknown())).transform((items) =>
    items.flatMap((item) => {
      const read = schema.safeParse(item);
      return read.success ? [read.data] : [];
    }),
  );
}

/** Older versions stored a rarity beside assigned points too. */
export const storedReasons = storedList(reason).transform((found) =>
  found.map((one) => (ASSIGNED.has(one.family) ? { ...one, oneIn: null } : one)),
);
export const storedAgainst = storedList(findingSchema.shape.against.element);

export const runProperties = z.object({
  id: z.string(),
  number: count,
  startedAt: count,
  startedBy: z.string(),
  seconds: z.number(),
  since: instantOrNull,
  until: instantOrNull,
  fingerprint: z.string(),
  rules: z.string(),
  codeVersion: z.string(),
  accounts: count,
  transfers: count,
  clusters: count,
  reports: count,
  parameters: json(z.record(z.string(), scalar)),
});
export const runRow = z.object({ run: runProperties });

const clusterProperties = z.object({
  id: z.string(),
  runId: z.string(),
  rank: count,
  score: z.number(),
  points: z.number(),
  typology: z.string(),
  size: count,
  roles: json(z.record(z.string(), z.number())),
  received: sums,
  leftThroughExits: sums,
  transfers: count,
  first: count,
  last: count,
  lookFirst: z.string(),
  reports: z.array(z.string()),
});
export const clusterRecord = z.object({
  cluster: clusterProperties,
  name: text,
  cases: z.array(z.string()),
  top: z.array(z.object({ account: z.string(), reasons: storedReasons })),
});
export type ClusterRecord = z.infer<typeof clusterRecord>;

export const memberRecord = z.object({
  account: z.string(),
  bank: text,
  holderName: text,
  holderKind: z.string(),
  member: z.object({
    role: z.string(),
    score: z.number(),
    points: z.number(),
    order: count,
    received: sums,
    sent: sums,
  }),
});

export const findingRecord = z.object({
  finding: z.object({
    runId: z.string(),
    account: z.string(),
    score: z.number(),
    points: z.number(),
    rank: z
      .bigint()
      .nullish()
      .transform((value) => (value === null || value === undefined ? null : Number(value))),
    role: z.string(),
    cluster: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
    oneIn: z.number(),
    reasons: storedReasons,
    against: storedAgainst,
  }),
  bank: text,
  holderName: text,
  holderKind: z.string(),
});
export type FindingRecord = z.infer<typeof findingRecord>;

export const decisionProperties = decision.extend({ until: instantOrNull, decidedAt: count });
export const clusterSet = z.object({ id: z.string(), rank: count, accounts: z.array(z.string()) });
export const pointsRow = z.object({ account: z.string(), points: z.number(), rank: instantOrNull });
