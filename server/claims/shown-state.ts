import type { ClaimToday } from "../../contract/claims.ts";
import type { ClaimState } from "./today.store.ts";

/** The state as the API shows it. */
export function shownState(state: ClaimState): ClaimToday {
  const { claim, repaid, outstanding, change, openingsUnknown } = state;
  return {
    claim: claim.id,
    currency: claim.currency,
    claimed: claim.amount.toString(),
    outstanding: outstanding.toString(),
    moneyGone: state.moneyGone,
    tellCourt: isToTell(state),
    loss: state.loss.toString(),
    recovered: state.recovered.toString(),
    alternatives: [...state.alternatives],
    openingsUnknown: [...openingsUnknown],
    approvalChanges: state.approvalChanges && [...state.approvalChanges],
    repaid: repaid.map(({ transfer, amount }) => ({
      transferId: transfer.id,
      bookedAt: transfer.bookedAt,
      amount: amount.toString(),
      sourceId: transfer.sourceId,
      row: transfer.row,
    })),
    change:
      change === null
        ? null
        : {
            byData: change.byData.toString(),
            lines: change.lines.map((line) => ({
              transferId: line.transferId,
              claimed: line.claimed.toString(),
              byData: line.byData.toString(),
              why: line.why,
            })),
            files: [...change.files],
            difference: change.difference,
            accepted: change.accepted,
          },
  };
}

/** The court has not decided, and was asked for another sum than the data of today give. */
function isToTell({ claim: { status }, filed }: ClaimState): boolean {
  const isPending = status === "filed" || status === "no-motion";
  return isPending && filed !== null && filed.asked !== filed.byData;
}
