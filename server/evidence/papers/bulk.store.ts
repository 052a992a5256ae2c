import { isStanding } from "../../../contract/claim-steps.ts";
import { type BulkPlan, isDecided } from "../../../contract/papers.ts";
import { dossiersOf } from "../../claims/claim-dossiers.store.ts";
import { claimsOfCase } from "../../claims/claims.store.ts";
import { openClaims } from "../../claims/direct.store.ts";
import { leastSum, type Opening } from "../../claims/record.ts";
import { reworkDrafts } from "../../claims/rework.store.ts";
import { openTracedClaims } from "../../claims/traced.store.ts";
import { readinessOfNew } from "../../dossier/new-claims.store.ts";
import { missing } from "../../dossier/readiness.ts";
import { reportsOf, victimsOfCase } from "../../dossier/victims.store.ts";
import { UserError } from "../../errors/user-error.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayOf, dayText } from "../../time/day.ts";
import type { Actor } from "../../versions/versions.ts";
import { papersOfCase, type WantedPapers } from "./papers.store.ts";
import type { PaperFile } from "./papers.ts";

export interface BulkWanted {
  readonly method: BulkPlan["method"];
  /** Whole units of the claim's currency: no claim and no paper below it. */
  readonly smallest: number;
  /** Claims that stand and get no papers now. */
  readonly without?: readonly string[];
}

/**
 * What one step would do for all droppers of a case: the claims that would be opened and those that
 * stand, each with its sum and what the court would miss. Nothing is written.
 */
export async function bulkPlan(
  database: Database,
  caseId: string,
  wanted: BulkWanted,
  actor: Actor,
  signal?: AbortSignal,
): Promise<BulkPlan> {
  const { by, at } = actor;
  const day = dayText(dayOf(at));
  await reworkDrafts(database, caseId, { by, at }, signal);
  const { claims: planned } = await opened(
    database,
    caseId,
    wanted,
    { by, at },
    {
      preview: true,
      signal,
    },
  );
  const lacking = await readinessOfNew(
    database,
    caseId,
    planned.map((one) => ({ ...one, amount: BigInt(one.amount) })),
    day,
  );
  const victims = await victimsOfCase(database.queries, caseId);
  const isBelow = (amount: bigint, currency: string) =>
    amount < leastSum(wanted.smallest, currency);
  const fresh = planned.map((one, place) => ({
    claim: null,
    status: null,
    victim: one.victim,
    defendants: [one.defendant],
    currency: one.currency,
    amount: one.amount,
    missing: missing(lacking[place] ?? []).map(({ code }) => code),
    alsoVictim: reportsOf(one.defendant, victims),
    below: isBelow(BigInt(one.amount), one.currency),
    decided: false,
  }));
  const standing: BulkPlan["claims"] = [];
  const claims = (await claimsOfCase(database.queries, caseId)).filter(
    (claim) => isStanding(claim.status) && claim.amount > 0n,
  );
  const ids = claims.map((claim) => claim.id);
  const dossiers = await dossiersOf(database, caseId, ids, { day });
  signal?.throwIfAborted();
  for (const claim of claims) {
    const { readiness = [], alsoVictims = [] } = dossiers.get(claim.id) ?? {};
    standing.push({
      claim: claim.id,
      status: claim.status,
      victim: claim.victim,
      defendants: [claim.defendant, ...(claim.joint?.others ?? [])],
      currency: claim.currency,
      amount: claim.amount.toString(),
      missing: [...new Set(missing(readiness).map(({ code }) => code))],
      alsoVictim: alsoVictims.flatMap(({ reports }) => reports),
      below: isBelow(claim.amount, claim.currency),
      decided: isDecided(claim.status),
    });
  }
  return { method: wanted.method, claims: [...standing, ...fresh] };
}

/**
 * Opens the claims of the plan and writes the papers of all that are neither below the smallest sum
 * nor decided.
 */
export async function bulkPapers(
  database: Database,
  caseId: string,
  wanted: BulkWanted & Omit<WantedPapers, "claims" | "by">,
  actor: Actor,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly PaperFile[]>> {
  const { method, smallest, without = [], ...papers } = wanted;
  const { by, at } = actor;
  await opened(database, caseId, wanted, actor, { smallest, signal });
  const plan = await bulkPlan(database, caseId, wanted, { by, at }, signal);
  const claims = plan.claims
    .filter((one) => !one.below && !one.decided)
    .flatMap((one) => one.claim ?? [])
    .filter((claim) => !without.includes(claim));
  if (claims.length === 0) throw nothingToDo(caseId, smallest);
  return papersOfCase(database, caseId, { ...papers, claims, by }, signal);
}

function opened(
  database: Database,
  caseId: string,
  { method }: BulkWanted,
  actor: Actor,
  opening: Opening & { readonly signal?: AbortSignal | undefined },
) {
  const { signal, ...rest } = opening;
  return method === "direct"
    ? openClaims(database.queries, caseId, actor, rest)
    : openTracedClaims(database, caseId, method, actor, { ...rest, ...(signal && { signal }) });
}

function nothingToDo(id: string, smallest: number): UserError {
  return new UserError({
    code: "bulk-nothing",
    status: 409,
    message: `No claim of case ${id} asks for ${smallest} or more.`,
    remedy: "Lower the smallest sum, or add crime reports to the case.",
    params: { id, smallest },
  });
}
