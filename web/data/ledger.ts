import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { Claim } from "../../contract/claims.ts";
import { type Instalment, ledgers } from "../../contract/ledger.ts";
import { call } from "../api/call.ts";
import { useChange } from "./case-change.ts";

/** What came back of the loss behind a claim, and what is outstanding. */
export function useLedger(id: string, { id: claim, version }: Claim) {
  return useQuery({
    queryKey: ["cases", id, "claims", "ledger", claim, version],
    queryFn: ({ signal }) => call(ledgers.ofClaim, { params: { id, claim }, signal }),
    // The form of a payment stands in what this shows: it is not taken away while it is being
    // saved.
    placeholderData: keepPreviousData,
  });
}

/** Changes of a ledger start from the claim that the page shows. */
export function useRecordPayment(id: string, { id: claim, version }: Claim) {
  return useChange(
    (payment: Omit<z.input<typeof ledgers.record.body>, "version">, from) =>
      call(ledgers.record, { params: { id, claim }, body: { ...payment, version: from } }),
    { caseId: id, claim, version },
  );
}

export function useCancelPayment(id: string, { id: claim, version }: Claim) {
  return useChange(
    ({ payment, reason }: { payment: string; reason: string }, from) =>
      call(ledgers.cancel, { params: { id, claim, payment }, body: { reason, version: from } }),
    { caseId: id, claim, version },
  );
}

export function useSetPlan(id: string, { id: claim, version }: Claim) {
  return useChange(
    (plan: Instalment[], from) =>
      call(ledgers.plan, { params: { id, claim }, body: { plan, version: from } }),
    { caseId: id, claim, version },
  );
}
