import type { Trace } from "../../contract/tracing.ts";
import type { StoredClaim } from "./claim.ts";

/** Whether a claim is of this victim of a trace: by key, else by an account they share. */
export function isClaimOf(
  { victim }: StoredClaim,
  traced: Pick<Trace["victims"][number], "victim" | "accounts">,
): boolean {
  return victim.key === null
    ? traced.accounts.some((account) => victim.accounts.includes(account))
    : victim.key === traced.victim;
}
