import type { Claim } from "../../contract/claims.ts";
import type { Problem } from "../../contract/endpoint.ts";
import type { StepResult } from "../../contract/many-steps.ts";
import type { Asker } from "../api/handlers.ts";
import { orRefusal } from "../api/refusal.ts";
import { asAct } from "../audit/acts.ts";
import { oneCase } from "../cases/cases.store.ts";
import type { Database } from "../neo4j/database.ts";
import { type Actor, actingOn } from "../versions/versions.ts";

/**
 * The same work on many claims of a case, one after the other: each from the version that the
 * person saw, in transactions and with an entry of the log of its own. What one claim lacks does
 * not hold up the others.
 */
export async function eachClaim<Wanted extends { id: string; version: number }, Done>(
  database: Database,
  {
    caseId,
    asker,
    signal,
  }: { readonly caseId: string; readonly asker: Asker; readonly signal?: AbortSignal },
  act: { readonly what: string; readonly details?: Readonly<Record<string, string>> },
  claims: readonly Wanted[],
  work: (
    at: { readonly caseId: string; readonly claim: string },
    wanted: Wanted,
    actor: Actor,
  ) => Promise<Done>,
) {
  await oneCase(database.queries, caseId);
  const results = [];
  for (const wanted of claims) {
    signal?.throwIfAborted();
    const { id: claim, version } = wanted;
    const event = { ...act, who: asker.login, target: `${caseId} ${claim}` };
    const one = () => work({ caseId, claim }, wanted, actingOn(asker, { version }));
    results.push({ claim, ...(await orRefusal(() => asAct(database, event, one))) });
  }
  return results;
}

/** Where a claim stands after its step; null where the step was refused. */
export function stepResultOf({
  claim,
  done,
  problem,
}: {
  readonly claim: string;
  readonly done: Pick<Claim, "status"> | null;
  readonly problem: Problem | null;
}): StepResult {
  return { claim, status: done?.status ?? null, problem };
}
