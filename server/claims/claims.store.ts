import { z } from "zod";
import { type Claim, type ClaimStatus, claimStatus } from "../../contract/claims.ts";
import { count, minorUnits, nothing } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { refuseClosed } from "../cases/closed.ts";
import { lockState, recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import { type StoredClaim, shownClaim } from "./claim.ts";
import { claimRow } from "./claim-rows.ts";
import { refuseUndecided } from "./figures.store.ts";
import { unknown } from "./record.ts";
import { checkMove, refuseEmpty } from "./status.ts";

/** The claims of a case in order. */
export async function claimsOfCase(queries: Queries, caseId: string): Promise<StoredClaim[]> {
  const rows = await queries.read("claims/list", { case: caseId, claim: null }, claimRow);
  return rows.map(storedClaim);
}

/** The same as the API shows them. */
export async function listClaims(queries: Queries, caseId: string): Promise<Claim[]> {
  return (await claimsOfCase(queries, caseId)).map(shownClaim);
}

function storedClaim({ claim, lines, moves }: z.output<typeof claimRow>): StoredClaim {
  const claimed = lines.filter((line) => line.amount > 0n);
  return {
    id: claim.id,
    version: claim.version,
    status: claim.status,
    method: claim.method,
    currency: claim.currency,
    openedAt: claim.openedAt,
    openedBy: claim.openedBy,
    reckonedAt: claim.reckonedAt ?? claim.openedAt,
    victim: {
      key: claim.victimKey,
      name: claim.victimName,
      iin: claim.victimIin,
      // A traced line comes from somebody else's account, never to be shown as the victim's.
      accounts:
        claim.method === "direct"
          ? distinct(claimed.map((line) => line.from))
          : (claim.victimAccounts ?? []),
    },
    defendant: {
      key: claim.defendantKey,
      name: claim.defendantName,
      iin: claim.defendantIin,
      accounts: distinct(claimed.map((line) => line.to)),
    },
    amount: lines.reduce((sum, line) => sum + line.amount, 0n),
    reports: claim.reports,
    lines: lines.map(({ zone: _zone, ...line }) => line),
    moves,
  };
}

/** Moves a claim to another status; actor, when and why are written down beside it. */
export async function moveClaim(
  queries: Queries,
  at: { readonly caseId: string; readonly claim: string },
  to: ClaimStatus,
  reason: string | null,
  actor: Actor,
): Promise<Claim> {
  await queries.transaction(async (transaction) => {
    const { from: _of, ...mover } = actor;
    const ofCase = await lockState(transaction, { kind: "case", id: at.caseId }, mover);
    if (ofCase !== null) refuseClosed(at.caseId, ofCase);
    await lockState(transaction, { kind: "claim", id: at.claim }, actor);
    const row = z.object({ status: claimStatus, moves: count, asked: minorUnits });
    const parameters = { case: at.caseId, claim: at.claim, at: BigInt(actor.at) };
    const [found] = await transaction.run("claims/lock-claim", parameters, row);
    if (!found) throw unknown("claim", at.claim);
    checkMove(found.status, to, reason);
    if (found.status === "draft" && to === "ready") {
      refuseEmpty(at.claim, found.asked);
      await refuseUndecided(transaction, at);
    }
    const move = {
      number: BigInt(found.moves + 1),
      from: found.status,
      to,
      reason,
      at: BigInt(actor.at),
      by: actor.by,
    };
    await transaction.run("claims/move", { claim: at.claim, move }, nothing);
    await recordChanges(transaction, [at.claim], "moved", actor, to);
  });
  return oneClaim(queries, at);
}

/** One claim as the API shows it. */
export async function oneClaim(
  queries: Queries,
  at: { readonly caseId: string; readonly claim: string },
): Promise<Claim> {
  const [found] = await queries.read("claims/list", { case: at.caseId, claim: at.claim }, claimRow);
  if (!found) throw unknown("claim", at.claim);
  return shownClaim(storedClaim(found));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
