import { takesPayments } from "../../../contract/claim-steps.ts";
import type { Claim, ClaimToday } from "../../../contract/claims.ts";

/** What a person has to know of a claim before opening it, the most urgent first. */
export type ClaimMark = "changed" | "tellCourt" | "moneyGone" | "paidBack";

/** Marks of claims by their ids; claims without any are left out. */
export function claimMarks(
  claims: readonly Pick<Claim, "id" | "status">[],
  today: readonly ClaimToday[],
): ReadonlyMap<string, readonly ClaimMark[]> {
  const now = new Map(today.map((one) => [one.claim, one]));
  return new Map(
    claims.flatMap((claim) => {
      const state = now.get(claim.id);
      const marks = state === undefined ? [] : marksOf(claim.status, state);
      return marks.length === 0 ? [] : [[claim.id, marks] as const];
    }),
  );
}

function marksOf(status: Claim["status"], state: ClaimToday): ClaimMark[] {
  const { change, outstanding, recovered } = state;
  const isOpen = takesPayments(status) && status !== "recovered";
  const marks: Record<ClaimMark, boolean> = {
    changed: change !== null && change.accepted === null,
    tellCourt: state.tellCourt,
    moneyGone: state.moneyGone,
    paidBack: isOpen && outstanding === "0" && recovered !== "0",
  };
  return (Object.keys(marks) as ClaimMark[]).filter((mark) => marks[mark]);
}
