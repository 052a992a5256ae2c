import { isStanding } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";

/** How many people the standing claims are against: each once, by IIN, else by account. */
export function defendantsOf(
  claims: readonly Pick<Claim, "id" | "status" | "defendant" | "joint">[],
): number {
  const standing = claims.filter((claim) => isStanding(claim.status));
  const all = standing.flatMap(({ id, defendant, joint }) => [
    defendant.iin ?? defendant.accounts[0] ?? id,
    ...(joint?.others.map((one) => one.iin ?? one.accounts[0] ?? one.key) ?? []),
  ]);
  return new Set(all).size;
}
