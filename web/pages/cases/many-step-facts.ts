import type { z } from "zod";
import { stepFacts } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import type { Problem } from "../../../contract/endpoint.ts";
import type { manySteps } from "../../../contract/many-steps.ts";
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
 * The number of the paper that stands `place` papers after the first one. The last run of digits
 * counts, with as many digits as it had: "11-098" is followed by "11-099". Where the number ends
 * with its year ("98/2026"), the run before counts. A text without digits numbers nothing.
 */
export function numberAfter(first: string, place: number, year: string): string {
  const text = first.trim();
  const runs = [...text.matchAll(/\d+/g)];
  const last = runs.at(-1);
  const counting = runs.length > 1 && last?.[0] === year ? runs.at(-2) : last;
  if (counting === undefined) return place === 0 ? text : "";
  const [digits] = counting;
  const next = `${BigInt(digits) + BigInt(place)}`.padStart(digits.length, "0");
  const end = counting.index + digits.length;
  return `${text.slice(0, counting.index)}${next}${text.slice(end)}`;
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
  readonly claims: readonly string[];
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
    const claims = [...(groups.get(key)?.claims ?? []), claim];
    const named = { ...problem, params: { ...params, claim: claims.join(", ") } };
    groups.set(key, { claims, problem: named });
  }
  return [...groups.values()];
}
