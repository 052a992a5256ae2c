import { isStanding } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";

/** How many people the standing claims are against: each once, by IIN, else by account. */
export function defendantsOf(
  claims: readonly Pick<Claim, "id" | "status" | "defendant">[],
): number {
  const standing = claims.filter((claim) => isStanding(claim.status));
  return new Set(standing.map(({ id, defendant }) => defendant.iin ?? defendant.accounts[0] ?? id))
    .size;
}
