import { z } from "zod";
import type { ClaimMethod } from "../../contract/claims.ts";
import { minorUnits, nothing, text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import { jointRow } from "./claim-rows.ts";
import { addedLines, type Draft, isCurrent, type Reworked } from "./drafts.ts";
import { claimRecord, type OpenedClaims, sumOf } from "./record.ts";

const draftRow = z
  .object({
    id: z.string(),
    method: z.string(),
    currency: z.string(),
    victim: z.string(),
    victimName: text,
    victimIin: text,
    victimAccounts: z.array(z.string()),
    defendant: z.string(),
    defendantName: text,
    defendantIin: text,
    joint: z.array(jointRow),
    jointAccounts: z.array(z.string()),
    lines: z.array(z.object({ transferId: z.string(), amount: minorUnits, whole: minorUnits })),
  })
  .transform(
    (row): Draft => ({
      id: row.id,
      method: row.method,
      currency: row.currency,
      victim: { key: row.victim, name: row.victimName, iin: row.victimIin },
      victimAccounts: row.victimAccounts,
      defendant: { key: row.defendant, name: row.defendantName, iin: row.defendantIin },
      joint: row.joint,
      jointAccounts: row.jointAccounts,
      lines: row.lines,
    }),
  );

/** The drafts of a case by one method, held still until the transaction ends. */
export async function readDrafts(
  transaction: TransactionQueries,
  caseId: string,
  method: ClaimMethod,
  actor: Actor,
): Promise<Draft[]> {
  const parameters = { id: caseId, method, at: BigInt(actor.at) };
  return transaction.run("claims/drafts", parameters, draftRow);
}

/**
 * Writes new claims, and drafts that are no longer what the data give; a preview only counts them.
 */
export async function saveClaims(
  transaction: TransactionQueries,
  into: {
    readonly caseId: string;
    /** The highest number a claim of the case ever had. */
    readonly number: number;
    readonly method: ClaimMethod;
    readonly actor: Actor;
    readonly preview?: boolean;
  },
  claims: readonly Reworked[],
): Promise<Omit<OpenedClaims, "leftOut">> {
  const changed = claims.filter((one) => !isCurrent(one));
  if (into.preview) return plannedOf(changed);
  let next = into.number;
  const records = changed.map(({ draft, claim }) => {
    if (draft === null) next += 1;
    return claimRecord(into.caseId, draft?.id ?? null, next, claim, into.method, into.actor);
  });
  const ids = changed.flatMap(({ draft }) => (draft === null ? [] : [draft.id]));
  if (ids.length > 0) await transaction.run("claims/clear", { ids }, nothing);
  await transaction.run(
    "claims/save",
    { case: into.caseId, number: BigInt(next), claims: records },
    nothing,
  );
  await recordChanges(transaction, ids, "reworked", into.actor);
  return plannedOf(changed);
}

function plannedOf(changed: readonly Reworked[]): Omit<OpenedClaims, "leftOut"> {
  const fresh = changed.filter((one) => one.draft === null);
  return {
    opened: fresh.length,
    extended: changed.filter((one) => one.draft !== null && addedLines(one) > 0).length,
    lines: changed.reduce((sum, one) => sum + addedLines(one), 0),
    claims: fresh.map(({ claim }) => ({
      victim: claim.victim,
      defendant: claim.defendant,
      currency: claim.currency,
      amount: sumOf(claim).toString(),
      lines: claim.lines.length,
      reports: claim.reports,
      sources: [...new Set(claim.lines.map((line) => line.transfer.sourceId))],
    })),
  };
}
