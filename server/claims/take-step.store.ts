import { z } from "zod";
import type { ClaimStatus } from "../../contract/claim-steps.ts";
import type { Claim } from "../../contract/claims.ts";
import { may, type Role } from "../../contract/user-roles.ts";
import { count } from "../../graph-queries/row-values.ts";
import { unknown } from "../cases/unknown.ts";
import { refuseUnready } from "../dossier/unready.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import type { Actor } from "../versions/versions.ts";
import { hashOf } from "./approval.ts";
import { dossierOf } from "./claim-dossiers.store.ts";
import { type Frozen, moveClaim, oneClaim } from "./claims.store.ts";
import { pricingOf } from "./filing.store.ts";
import { lockClaim } from "./record.ts";
import { leaveDraft, reworkDrafts } from "./rework.store.ts";
import { restsOnApproval, takesApprovedOut, type WantedStep } from "./steps.ts";
import { claimsToday } from "./today.store.ts";

/**
 * Takes one step of a claim for a person of a role, with all that belongs to it. A draft leaves as
 * the data are, an approval freezes what is approved, and what becomes a draft again follows the
 * data.
 */
export async function takeStep(
  database: Database,
  at: { readonly caseId: string; readonly claim: string },
  wanted: WantedStep,
  actor: Actor & { readonly role: Role },
  signal?: AbortSignal,
): Promise<Claim> {
  const { role, ...mover } = actor;
  const { from: _seen, ...program } = mover;
  const losses = await lossesSeen(database, at);
  if (wanted.status === "review") await leaveDraft(database, at, program, signal);
  const checked = (work: Promise<Frozen | undefined>) =>
    work.catch(async (error: unknown) => {
      // Where a colleague was faster, the person is told so and not what follows from it.
      await database.queries.transaction((transaction) => lockClaim(transaction, at, mover));
      throw error;
    });
  const frozen =
    wanted.status === "approved"
      ? await checked(freeze(database, at, { role, reason: wanted.reason ?? null }, signal))
      : await checked(refuseChanged(database, at, wanted.status, signal));
  const pricing = wanted.status === "filed" ? await pricingOf(database, at) : undefined;
  const kept = { frozen, pricing, losses };
  const moved = await moveClaim(database.queries, at, wanted, mover, kept);
  if (wanted.status !== "draft") return moved;
  await reworkDrafts(database, at.caseId, program, signal);
  return oneClaim(database.queries, at);
}

/** How often what was stolen changed before this step was worked out. */
async function lossesSeen(
  { queries }: Database,
  { caseId, claim }: { readonly caseId: string; readonly claim: string },
): Promise<number> {
  const row = z.object({ losses: count });
  const [found] = await queries.read("claims/losses-seen", { case: caseId, claim }, row);
  if (!found) throw unknown("claim", claim);
  return found.losses;
}

/**
 * Nothing leaves the office that the data no longer give: a person accepts the difference first,
 * and a transfer that is gone is loaded again or the claim withdrawn. Nor does a claim ask for
 * other money than a second person approved.
 */
async function refuseChanged(
  database: Database,
  at: { readonly caseId: string; readonly claim: string },
  to: ClaimStatus,
  signal?: AbortSignal,
): Promise<undefined> {
  if (!takesApprovedOut(to)) return;
  const states = await claimsToday(database, at.caseId, { signal });
  const state = states.find((one) => one.claim.id === at.claim);
  if (state === undefined || !restsOnApproval(state.claim.status, to)) return;
  if (state.priceChanges.length > 0) throw priceChanged(at.claim, state.priceChanges.join(", "));
  if (state.change === null || state.change.accepted !== null) return;
  // The step itself asks for the decision, also where a person accepted the difference.
  if (state.change.lines.every((line) => line.why === "figure-undecided")) return;
  const transfers = state.change.lines.map((line) => line.transferId).join(", ");
  throw new UserError({
    code: "step-data-changed",
    status: 409,
    message: `The data have changed since claim ${at.claim} was approved: ${transfers}.`,
    remedy: "Accept the difference with a reason, or take the claim back to draft.",
    params: { claim: at.claim, transfers },
  });
}

function priceChanged(claim: string, parts: string): UserError {
  return new UserError({
    code: "step-price-changed",
    status: 409,
    message: `Claim ${claim} would ask for other money than was approved: ${parts}.`,
    remedy: "Take the claim back to draft and have it approved anew.",
    params: { claim, parts },
  });
}

/**
 * What the data of today give, or what a person kept with a reason, is approved by who may, once it
 * has what the court asks.
 */
async function freeze(
  database: Database,
  at: { readonly caseId: string; readonly claim: string },
  approver: { readonly role: Role; readonly reason: string | null },
  signal?: AbortSignal,
): Promise<Frozen> {
  if (!may("approve", approver.role)) {
    throw new UserError({
      code: "approval-role",
      status: 403,
      message: "A claim is approved by a prosecutor or by the head of the office.",
      remedy: "Ask one of them to look at the claim.",
    });
  }
  const states = await claimsToday(database, at.caseId, { signal });
  const state = states.find((one) => one.claim.id === at.claim);
  if (!state) throw unknown("claim", at.claim);
  if (state.change !== null && state.change.accepted === null) {
    throw new UserError({
      code: "approval-data-changed",
      status: 409,
      message: `The data have changed since claim ${at.claim} was sent to review.`,
      remedy: "Take it back to draft, where it is worked out anew, or accept the difference.",
      params: { claim: at.claim },
    });
  }
  const { readiness } = await dossierOf(database, at);
  refuseUnready(at.claim, readiness, approver);
  return { hash: hashOf(state.frozen), text: state.frozen };
}
