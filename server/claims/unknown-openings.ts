import type { Trace } from "../../contract/tracing.ts";
import type { StoredClaim } from "./claim.ts";
import { isClaimOf } from "./claim-victim.ts";
import { traceOfClaim } from "./trace-of-claim.ts";

/**
 * Accounts through which a traced claim's money came to the defendant and whose balance before is
 * not known: the trace counts it as nothing. Sorted; none for a victim's own transfers.
 */
export function unknownOpenings(traces: readonly Trace[], claim: StoredClaim): string[] {
  const trace = traceOfClaim(traces, claim);
  if (!trace) return [];
  const way = wayOf(trace, claim);
  return trace.accounts
    .filter(({ account, openingUnknown }) => openingUnknown && way.has(account))
    .map(({ account }) => account)
    .sort();
}

/** Accounts through which a claim's money came to the defendant; none of the victim's own. */
export function wayOf(trace: Trace, claim: StoredClaim): ReadonlySet<string> {
  const victims = trace.victims.filter((victim) => isClaimOf(claim, victim));
  const keys = new Set(victims.map(({ victim }) => victim));
  const home = new Set(victims.flatMap(({ accounts }) => accounts));
  const steps = trace.steps.filter((step) => step.byVictim.some(({ victim }) => keys.has(victim)));
  const way = new Set<string>();
  const open = claim.lines.filter(({ amount }) => amount > 0n).map(({ from }) => from);
  for (let account = open.pop(); account !== undefined; account = open.pop()) {
    if (way.has(account) || home.has(account)) continue;
    way.add(account);
    for (const step of steps) if (step.to === account) open.push(step.from);
  }
  return way;
}
