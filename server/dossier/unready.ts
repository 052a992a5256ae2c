import { saysSomething } from "../../contract/clean-text.ts";
import type { ReadinessItem } from "../../contract/dossier.ts";
import { may, type Role } from "../../contract/user-roles.ts";
import { UserError } from "../errors/user-error.ts";
import { missing } from "./readiness.ts";

/**
 * A claim that lacks what the court asks is not approved. The head of the office approves it all
 * the same with a reason, which stays in the claim's history. Anything else is a UserError that
 * names what is missing.
 */
export function refuseUnready(
  claim: string,
  items: readonly ReadinessItem[],
  approver: { readonly role: Role; readonly reason: string | null },
): void {
  const lacking = missing(items).map((item) => item.code);
  if (lacking.length === 0) return;
  if (may("approveUnready", approver.role) && saysSomething(approver.reason ?? "")) return;
  throw new UserError({
    code: "claim-not-ready",
    status: 409,
    message: `Claim ${claim} lacks what the court asks: ${lacking.join(", ")}.`,
    remedy: "Write down what is missing; the head of the office may approve it with a reason.",
    params: { claim, missing: lacking.join(", "), count: lacking.length },
  });
}
