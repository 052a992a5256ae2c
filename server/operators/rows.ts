import { z } from "zod";
import { sessionEvent } from "../../contract/operators.ts";
import { count } from "../../graph-queries/row-values.ts";

/** Rows that the queries of graph-queries/operators return. */
const text = z.string().nullable();

export const accountsRow = z.object({ accounts: z.array(z.string()), holder: text });
export const totalRow = z.object({ total: count });
export const sessionRecord = z.object({
  account: z.string(),
  at: count,
  zone: z.string(),
  dayOnly: z.boolean(),
  event: sessionEvent.nullable(),
  eventText: text,
  device: text,
  model: text,
  ip: text,
  phone: text,
  place: text,
  sourceName: text,
  row: count,
});
export const besideRow = z.object({
  device: z.string(),
  accounts: z.array(z.object({ account: z.string(), holder: text })),
});
export const addressRow = z.object({
  ip: z.string(),
  uses: z.array(z.object({ account: z.string(), device: text, holder: text })),
});
export const operatedRow = z.object({
  account: z.string(),
  model: text,
  first: count,
  last: count,
  count,
});
export type OperatedRow = z.infer<typeof operatedRow>;
