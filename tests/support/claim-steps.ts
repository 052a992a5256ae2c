import type { ClaimStatus, StepFacts } from "../../contract/claim-steps.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { dayOf, dayText } from "../../server/time/day.ts";

/** Steps of claims as an office takes them: one person prepares, the head approves. */

interface At {
  readonly caseId: string;
  readonly claim: string;
}
interface Who {
  readonly by: string;
  readonly at: number;
}

/** What would be written down of a step on that day. */
export function factsOn(status: ClaimStatus, at: number): StepFacts {
  const day = dayText(dayOf(at));
  const all: Partial<Record<ClaimStatus, StepFacts>> = {
    demand: { how: "by post", day, term: dayText(dayOf(at) + 10) },
    filed: { court: "Алматы қалалық соты", reference: "2-117/26", day },
    "no-motion": { day, term: dayText(dayOf(at) + 5) },
    returned: { day },
    judgment: { outcome: "in-part", sum: "1", reference: "2-117", day },
    rejected: { reference: "2-117", day },
    "in-force": { day },
    recovered: { day },
    enforcement: { reference: "ИЛ 5", day, bailiff: "Сейтов Б." },
  };
  return all[status] ?? {};
}

/** Takes the steps one after the other; an approval is the head's. */
export async function step(
  database: Database,
  at: At,
  who: Who,
  ...statuses: readonly ClaimStatus[]
): Promise<void> {
  for (const status of statuses) {
    const by = status === "approved" ? "head" : who.by;
    const wanted = { status, facts: factsOn(status, who.at), reason: "said in a sentence" };
    await takeStep(database, at, wanted, { by, at: who.at, role: "head" });
  }
}
