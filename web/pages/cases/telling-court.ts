import type { Claim } from "../../../contract/claims.ts";
import type { Dossier } from "../../../contract/dossier.ts";
import { decidedOn, isReduced, whyNotMade } from "../../../contract/papers.ts";

type Filed = Pick<Dossier, "filedOn" | "asked" | "askedByData" | "penaltyByData" | "penalty">;

/**
 * The next thing to do where money of a day before the filing became known after it. The court is
 * told until it has decided; a judgment is executed less what came back. null = nothing: the claim
 * is over, or no less is due.
 */
export function tellingCourt(
  claim: Pick<Claim, "status" | "moves">,
  filed: Filed,
): "tell" | "decided" | null {
  const { filedOn, asked, askedByData, penaltyByData, penalty } = filed;
  const sums = {
    ...{ filedOn, asked: BigInt(asked), askedByData: BigInt(askedByData) },
    penaltyByData: penaltyByData === null ? null : BigInt(penaltyByData),
  };
  const why = whyNotMade("claim-reduction", {
    ...{ status: claim.status, decidedOn: decidedOn(claim) },
    ...{ outstanding: 0n, asked: sums.asked, minor: false, loans: 0 },
    reduced: isReduced(sums, BigInt(penalty?.penalty ?? "0")),
  });
  if (why === null) return "tell";
  return why === "decided" ? "decided" : null;
}
