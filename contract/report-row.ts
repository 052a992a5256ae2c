import { z } from "zod";
import { instant, money } from "./endpoint.ts";
import { personal } from "./personal.ts";

/** A crime report in lists. */
export const reportRow = z.object({
  id: z.string(),
  reportedAt: instant.nullable(),
  lure: z.string().nullable(),
  victimName: personal("name").nullable(),
  victimIin: personal("iin").nullable(),
  victimAccounts: z.array(z.string()),
  transferIds: z.array(z.string()),
  sums: z.array(money),
});
export type ReportRow = z.infer<typeof reportRow>;
