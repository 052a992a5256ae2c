import type { PaperLanguage } from "../../../contract/papers.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import { isClaimOf } from "../../claims/claim-victim.ts";
import type { CaseFacts } from "../case-facts.ts";
import { timeFigures } from "../words/dates.ts";
import { moneyFigures } from "../words/money.ts";
import { stepsLeadingTo } from "./leading-steps.ts";
import { accountWritten } from "./sums.ts";

interface OfClaim {
  readonly facts: Pick<CaseFacts, "traces">;
  readonly claim: StoredClaim;
}

/** Of a traced claim: the steps by which this victim's money came to the defendant, by its rule. */
export function workingOf(
  { facts, claim }: OfClaim,
  language: PaperLanguage,
): Readonly<Record<string, string>>[] {
  if (claim.method === "direct") return [];
  const trace = facts.traces.find(
    (one) => one.currency === claim.currency && one.method === claim.method,
  );
  if (!trace) return [];
  const money = (amount: string) => moneyFigures(BigInt(amount), claim.currency, language);
  const victim = trace.victims.find((one) => isClaimOf(claim, one))?.victim;
  const own = trace.steps.flatMap((step) => {
    const part = step.byVictim.find((share) => share.victim === victim);
    return part === undefined ? [] : [{ ...step, part }];
  });
  const claimed = new Set(claim.lines.map((line) => line.transferId));
  return stepsLeadingTo(claimed, own).map((step) => {
    return {
      n: String(step.generation),
      time: timeFigures(step.bookedAt, "seconds"),
      from: accountWritten(step.from, language),
      to: accountWritten(step.to, language),
      whole: money(step.whole),
      part: money(step.part.amount),
    };
  });
}
