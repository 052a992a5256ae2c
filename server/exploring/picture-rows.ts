import { z } from "zod";
import { count, minorUnits } from "../../graph-queries/row-values.ts";

/** Rows that the queries of graph-queries/exploring return. */
const text = z.string().nullable();
const instantOrNull = z.bigint().transform(Number).nullable();

export const nodeRow = z.object({
  number: z.string(),
  bank: text,
  holderKey: text,
  holderName: text,
  holderKind: z.enum(["person", "organisation", "unknown"]).catch("unknown"),
  exitKind: text,
  stub: z.boolean(),
  role: text,
  score: z.number().nullable(),
  cluster: text,
  reported: z.boolean(),
  sentCount: count,
  receivedCount: count,
  kind: text,
  receivedThrough: z.array(count),
});

export const counterpartyRow = z.object({
  number: z.string(),
  holderName: text,
  exitKind: text,
});

export const counterpartyRoleRow = z.object({
  number: z.string(),
  role: text,
  reported: z.boolean(),
});

export const edgeRow = z.object({
  from: z.string(),
  to: z.string(),
  currency: z.string(),
  count,
  amount: minorUnits,
  first: instantOrNull,
  last: instantOrNull,
  belowMinimum: count,
});

export type EdgeRow = z.infer<typeof edgeRow>;

export const neighboursRow = z.object({ found: count, numbers: z.array(z.string()) });
export const reachRow = z.object({ side: z.string(), found: count, fresh: count });
export const memberRow = z.object({ run: text, number: z.string() });
export const numberRow = z.object({ number: z.string() });
export const idRow = z.object({ id: z.string() });

export const detailsRow = z.object({
  currency: text,
  openedAt: instantOrNull,
  phone: text,
  deviceId: text,
  iin: text,
  holderAccounts: z.array(z.string()),
  statements: z.array(
    z.object({
      id: z.string(),
      from: instantOrNull,
      to: instantOrNull,
      opening: minorUnits.nullable(),
      closing: minorUnits.nullable(),
      currency: text,
    }),
  ),
  reports: z.array(
    z.object({ id: z.string(), reportedAt: instantOrNull, transferIds: z.array(z.string()) }),
  ),
});

export const caseRow = z.object({ id: z.string(), title: z.string() });

export const flowRow = z.object({
  direction: z.enum(["in", "out"]),
  other: z.string(),
  currency: z.string(),
  count,
  amount: minorUnits,
  first: count,
  last: count,
});
export type FlowRow = z.infer<typeof flowRow>;

export const dailyRow = z.object({
  day: count,
  currency: z.string(),
  received: minorUnits,
  sent: minorUnits,
});

export type DailyRow = z.infer<typeof dailyRow>;

export const transferRecord = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  fromName: text,
  toName: text,
  amount: minorUnits.transform(String),
  currency: z.string(),
  bookedAt: count,
  zone: z.string(),
  dayOnly: z
    .boolean()
    .optional()
    .transform((only) => only || undefined),
  channel: z.string(),
  purpose: text,
  sourceId: z.string(),
  sourceName: text,
  row: count,
});

export const totalRow = z.object({ currency: z.string(), count, amount: minorUnits });
export const nextRow = z.object({ id: z.string(), amount: minorUnits, seed: minorUnits });
export const histogramRow = z.object({
  day: count,
  currency: z.string(),
  amount: minorUnits,
  count,
  own: minorUnits,
});
const victimIn = z.array(z.string());
export const accountHit = z.object({
  number: z.string(),
  name: text,
  bank: text,
  reports: victimIn,
});
export const holderHit = z.object({
  key: z.string(),
  name: text,
  iin: text,
  accounts: z.array(z.string()),
  reports: victimIn,
});
export const reportHit = z.object({ id: z.string(), name: text, accounts: z.array(z.string()) });

export const reportRecord = z.object({
  id: z.string(),
  reportedAt: instantOrNull,
  lure: text,
  victimName: text,
  victimIin: text,
  victimAccounts: z.array(z.string()),
  transferIds: z.array(z.string()),
  sums: z.array(z.object({ currency: z.string(), amount: minorUnits.transform(String) })),
});
