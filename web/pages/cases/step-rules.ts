import { useTranslation } from "react-i18next";
import type { ClaimStatus, NextStep } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { isoDay } from "../../../contract/format/dates.ts";
import { MAY } from "../../../contract/user-roles.ts";
import { useMay } from "../../data/permissions.ts";
import { useSession } from "../../data/session.ts";

/** What the page knows of a step before it is asked for: the same for one claim and for many. */

/** The day of the approval on which a demand and a filing rest; null of any other step. */
export function approvalOf({ moves }: Pick<Claim, "moves">, to: ClaimStatus): string | null {
  if (to !== "demand" && to !== "filed") return null;
  const approved = moves.findLast((move) => move.to === "approved");
  return approved === undefined ? null : isoDay(approved.at);
}

/** Why the claim was approved although something was missing; null = nothing was said. */
export function reasonOfApproval({ moves }: Pick<Claim, "moves">): string | null {
  return moves.findLast((move) => move.to === "approved")?.reason ?? null;
}

/** Why the person signed in may not take a step of a claim; null where nothing forbids it. */
export function useBlocked(): (claim: Claim, next: Pick<NextStep, "another">) => string | null {
  const { t } = useTranslation();
  const { person } = useSession();
  const approves = useMay({ access: MAY.approve });
  return (claim, { another }) => {
    if (!another) return null;
    if (!approves) return t("steps.approval.role");
    const sender = claim.moves.findLast((move) => move.to === claim.status)?.by;
    if (sender === person?.login) return t("steps.approval.another");
    return claim.openedBy === person?.login ? t("steps.approval.opened") : null;
  };
}
