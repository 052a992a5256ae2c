import { z } from "zod";
import { count, minorUnits } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { WayTransfer } from "./way.ts";
import { stepsOf, throughAccounts } from "./working.ts";

const transferRow = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  bookedAt: count,
  amount: minorUnits,
});

/** All transfers of the accounts that the money of a traced claim passed through, in order. */
export async function wayTransfers(
  queries: Queries,
  facts: Pick<CaseFacts, "traces">,
  claim: StoredClaim,
): Promise<WayTransfer[]> {
  const steps = stepsOf({ facts, claim });
  const accounts = throughAccounts(steps);
  const until = steps.at(-1)?.bookedAt;
  if (accounts.length === 0 || until === undefined) return [];
  const parameters = { accounts, currency: claim.currency, until: BigInt(until) };
  return await queries.read("evidence/account-transfers", parameters, transferRow);
}
