import type { PaperLanguage } from "../../../contract/papers.ts";
import type { TraceStep } from "../../../contract/tracing.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import { isClaimOf } from "../../claims/claim-victim.ts";
import { traceOfClaim } from "../../claims/trace-of-claim.ts";
import type { CaseFacts } from "../case-facts.ts";
import { timeFigures } from "../words/dates.ts";
import { moneyFigures } from "../words/money.ts";
import { stepsLeadingTo } from "./leading-steps.ts";
import { accountWritten } from "./sums.ts";

export interface TracedClaim {
  readonly facts: Pick<CaseFacts, "traces">;
  readonly claim: StoredClaim;
}

type OwnStep = TraceStep & { readonly part: TraceStep["byVictim"][number] };

/** The trace by a claim's rule in its currency, and the key of its victim there. */
export function traceBehind({ facts, claim }: TracedClaim) {
  if (claim.method === "direct") return null;
  const trace = traceOfClaim(facts.traces, claim);
  const victim = trace?.victims.find((one) => isClaimOf(claim, one))?.victim;
  return trace === undefined || victim === undefined ? null : { trace, victim };
}

/** Of a traced claim: the steps by which this victim's money came to the defendant, by its rule. */
export function stepsOf(of: TracedClaim): readonly OwnStep[] {
  const behind = traceBehind(of);
  if (behind === null) return [];
  const own = behind.trace.steps.flatMap((step): OwnStep[] => {
    const part = step.byVictim.find((share) => share.victim === behind.victim);
    return part === undefined ? [] : [{ ...step, part }];
  });
  return stepsLeadingTo(new Set(of.claim.lines.map((line) => line.transferId)), own);
}

/** The accounts that the money came to and left again on its way. */
export function throughAccounts(steps: readonly OwnStep[]): string[] {
  const reached = new Set(steps.map((step) => step.to));
  return [...new Set(steps.map((step) => step.from))].filter((account) => reached.has(account));
}

/** The same steps as a paper lists them. */
export function workingOf(
  of: TracedClaim,
  language: PaperLanguage,
): Readonly<Record<string, string>>[] {
  const money = (amount: string) => moneyFigures(BigInt(amount), of.claim.currency, language);
  return stepsOf(of).map((step) => ({
    n: String(step.generation),
    time: timeFigures(step.bookedAt, "seconds"),
    from: accountWritten(step.from, language),
    to: accountWritten(step.to, language),
    whole: money(step.whole),
    part: money(step.part.amount),
  }));
}
