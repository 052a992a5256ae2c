import { z } from "zod";
import type { ClaimStatus, StepFacts } from "../../contract/claim-steps.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { foldName } from "../identity/names.ts";
import { dayNumber, dayOf } from "../time/day.ts";
import type { Actor } from "../versions/versions.ts";

const idRow = z.object({ id: z.string() });

/**
 * The demand letters of a claim follow its step "demand": it says when and how they left and until
 * when an answer is due, and taking it back takes that back (docs/letters.md).
 */
export async function demandLettersFollow(
  transaction: TransactionQueries,
  claim: string,
  step: { readonly from: ClaimStatus; readonly to: ClaimStatus; readonly facts: StepFacts },
  { at, by }: Pick<Actor, "at" | "by">,
): Promise<void> {
  const { from, to, facts } = step;
  const change = { claim, at: BigInt(at), by, older: "letter-superseded" };
  const sent = "letter-by-step";
  if (from === "demand" && to === "approved") {
    const today = BigInt(dayOf(at));
    const back = { ...change, reason: "letter-step-back", sent, today };
    await transaction.run("measures/demand-unsent", back, idRow);
  }
  const day = dayNumber(facts.day ?? "");
  if (to !== "demand" || day === null) return;
  const due = dayNumber(facts.term ?? "");
  const { how = null, reference: paper = null } = facts;
  await transaction.run(
    "measures/demand-sent",
    {
      ...{ ...change, reason: sent, day: BigInt(day), how, paper },
      due: due === null ? null : BigInt(due),
      words: foldName([how, paper].filter(Boolean).join(" ")),
    },
    idRow,
  );
}
