import { z } from "zod";
import type { WaitingClaim } from "../../contract/overview.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";

const row = z.object({
  claim: z.string(),
  case: z.object({ id: z.string(), title: z.string() }),
  victim: text,
  defendants: z.array(z.string()),
  amount: minorUnits,
  currency: z.string(),
  sentBy: z.string(),
  sentAt: count,
});

/** Claims of open cases that wait for another person's approval, the longest wait first. */
export async function claimsToApprove(queries: Queries): Promise<WaitingClaim[]> {
  const found = await queries.read("overview/to-approve", {}, row);
  return found.map((one) => ({ ...one, amount: one.amount.toString() }));
}
