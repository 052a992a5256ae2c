import type { NextStep, StepFact } from "../../../contract/claim-steps.ts";

/** The fields in their order: a court gives debt and penalty together. */
export function fieldsOf(
  { facts, optional }: Pick<NextStep, "facts" | "optional">,
  hasPenalty: boolean,
): StepFact[] {
  const others = optional.filter((name) => name !== "penalty");
  const isAsked = hasPenalty && optional.includes("penalty");
  const given = facts.flatMap((name): StepFact[] =>
    isAsked && name === "sum" ? ["sum", "penalty"] : [name],
  );
  return [...given, ...others];
}
