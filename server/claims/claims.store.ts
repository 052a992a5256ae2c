import { z } from "zod";
import { type Claim, type ClaimStatus, claimStatus } from "../../contract/cases.ts";
import { count, nothing } from "../../graph-queries/rows.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import type { Doing } from "../cases/cases.store.ts";
import { type FormedClaim, formClaims } from "./form.ts";
import { claimRecord, lockCase, type OpenedClaims, unknown } from "./record.ts";
import { claimRow, reportedRow } from "./rows.ts";
import { checkMove, movesFrom } from "./status.ts";

/**
 * Opens the claims that follow from the case's crime reports; calling it again opens only what is new. A transfer reported since joins the
 * draft of the same victim, holder and currency; once that claim has left the office, it becomes a claim of its own.
 */
export async function openClaims(queries: Queries, caseId: string, who: Doing): Promise<OpenedClaims> {
  return queries.transaction(async (transaction) => {
    const { number } = await lockCase(transaction, caseId, who);
    const reported = await transaction.run("claims/reported", { id: caseId }, reportedRow);
    const { claims, leftOut } = formClaims(reported);
    const drafts = await transaction.run("claims/drafts", { id: caseId }, draftRow);
    let next = number;
    const records = claims.map((claim) => {
      const draft = drafts.find((one) => continues(one, claim));
      if (!draft) next += 1;
      return claimRecord(caseId, draft?.id ?? null, next, claim, "direct", who);
    });
    await transaction.run("claims/save", { case: caseId, number: BigInt(next), claims: records }, nothing);
    return {
      opened: next - number,
      extended: claims.length - (next - number),
      lines: claims.reduce((sum, claim) => sum + claim.lines.length, 0),
      leftOut,
    };
  });
}

const draftRow = z.object({
  id: z.string(),
  victim: z.string(),
  defendant: z.string(),
  currency: z.string(),
  method: z.string(),
});

function continues(draft: z.infer<typeof draftRow>, claim: FormedClaim): boolean {
  return (
    draft.method === "direct" &&
    draft.victim === claim.victim.key &&
    draft.defendant === claim.defendant.key &&
    draft.currency === claim.currency
  );
}

/** The claims of a case in order; the amount is always the sum of the lines, never a stored figure. */
export async function listClaims(queries: Queries, caseId: string): Promise<Claim[]> {
  const rows = await queries.read("claims/list", { case: caseId, claim: null }, claimRow);
  return rows.map(claimOf);
}

function claimOf({ claim, lines, moves }: z.output<typeof claimRow>): Claim {
  return {
    id: claim.id,
    status: claim.status,
    method: claim.method,
    openedAt: claim.openedAt,
    openedBy: claim.openedBy,
    victim: {
      name: claim.victimName,
      iin: claim.victimIin,
      // A traced line comes from somebody else's account, never to be shown as the victim's.
      accounts: claim.method === "direct" ? distinct(lines.map((line) => line.from)) : (claim.victimAccounts ?? []),
    },
    defendant: { name: claim.defendantName, iin: claim.defendantIin, accounts: distinct(lines.map((line) => line.to)) },
    amount: lines.reduce((sum, line) => sum + line.amount, 0n).toString(),
    currency: claim.currency,
    reports: claim.reports,
    lines: lines.map(({ zone: _zone, ...line }) => ({
      ...line,
      amount: line.amount.toString(),
      whole: line.whole.toString(),
    })),
    moves,
    next: [...movesFrom(claim.status)],
  };
}

/** Moves a claim to another status; who, when and why are written down beside it. */
export async function moveClaim(
  queries: Queries,
  at: { readonly caseId: string; readonly claim: string },
  to: ClaimStatus,
  reason: string | null,
  who: Doing,
): Promise<Claim> {
  await queries.transaction(async (transaction) => {
    const row = z.object({ status: claimStatus, moves: count });
    const parameters = { case: at.caseId, claim: at.claim, at: BigInt(who.at) };
    const [found] = await transaction.run("claims/lock-claim", parameters, row);
    if (!found) throw unknown("claim", at.claim);
    checkMove(found.status, to, reason);
    const move = { number: BigInt(found.moves + 1), from: found.status, to, reason, at: BigInt(who.at), by: who.by };
    await transaction.run("claims/move", { claim: at.claim, move }, nothing);
  });
  const [moved] = await queries.read("claims/list", { case: at.caseId, claim: at.claim }, claimRow);
  if (!moved) throw unknown("claim", at.claim);
  return claimOf(moved);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
