import type { z } from "zod";
import { stepFacts } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import type { Problem } from "../../../contract/endpoint.ts";
import type { manySteps } from "../../../contract/many-steps.ts";
import { numberAfter } from "../../../contract/number-series.ts";
import type { ClaimResult } from "../../data/many-claims.ts";

/** What is typed once for all claims of a step. */
export interface Together {
  readonly how: string;
  readonly day: string | null;
  readonly term: string | null;
  /** Number of the first paper; the others count from it. */
  readonly firstNumber: string;
  readonly reason: string;
}

/** What is typed of one claim in place of what the page proposes. */
export interface Apart {
  readonly court?: string;
  readonly reference?: string;
}

/** The step of one claim as the server takes it. */
export type Sent = z.input<typeof manySteps.take.body>["claims"][number];

/**
 * The number of a claim's paper, counted from the first one; one without figures is of the first.
 */
export function numberOf(first: string, place: number, day: string | null): string {
  return numberAfter(first, place, (day ?? "").slice(0, 4)) ?? (place === 0 ? first.trim() : "");
}

/** A claim with what is known or typed of it alone. */
export interface OneClaim {
  readonly claim: Pick<Claim, "id" | "version">;
  readonly court: string;
  readonly reference: string;
  /** The paper left before the approval was written down. */
  readonly needsReason: boolean;
}

/** What is sent of one claim; null while something is missing. */
export function sentOf(
  status: "demand" | "filed",
  { claim: { id, version }, court, reference, needsReason }: OneClaim,
  { how, day, term, reason }: Together,
): Sent | null {
  const number = reference.trim();
  const facts =
    status === "demand"
      ? { how: how.trim(), day, term, ...(saysSomething(number) && { reference: number }) }
      : { court: court.trim(), reference: number, day };
  const filled = stepFacts.safeParse(facts);
  if (!filled.success || (needsReason && !saysSomething(reason))) return null;
  return { id, version, facts: filled.data, ...(needsReason && { reason: reason.trim() }) };
}

interface Refusal {
  /** Ids of the claims. */
  readonly names: readonly string[];
  /** Of one claim, its words name that claim; of several they name all of them. */
  readonly problem: Problem;
}

/** Claims that are refused for the same reason with the same details stand together. */
export function refusalsByReason(results: readonly ClaimResult[]): Refusal[] {
  const groups = new Map<string, Refusal>();
  for (const { claim, problem } of results) {
    if (problem === null) continue;
    const { claim: _own, ...params } = problem.params ?? {};
    const key = JSON.stringify([problem.code, params]);
    const names = [...(groups.get(key)?.names ?? []), claim];
    const named = { ...problem, params: { ...params, claim: names.join(", ") } };
    groups.set(key, { names, problem: named });
  }
  return [...groups.values()];
}
