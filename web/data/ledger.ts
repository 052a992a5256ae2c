import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { Claim } from "../../contract/claims.ts";
import { type Instalment, ledgers } from "../../contract/ledger.ts";
import { call } from "../api/call.ts";
import { useChange } from "./cases.ts";

/** What came back of the loss behind a claim, and what is outstanding. */
export function useLedger(id: string, { id: claim, version }: Claim) {
  return useQuery({
    queryKey: ["cases", id, "claims", "ledger", claim, version],
    queryFn: ({ signal }) => call(ledgers.ofClaim, { params: { id, claim }, signal }),
  });
}

/** Changes of a ledger start from the claim that the page shows. */
export function useRecordPayment(id: string, { id: claim, version }: Claim) {
  return useChange((payment: Omit<z.input<typeof ledgers.record.body>, "version">) =>
    call(ledgers.record, { params: { id, claim }, body: { ...payment, version } }),
  );
}

export function useCancelPayment(id: string, { id: claim, version }: Claim) {
  return useChange(({ payment, reason }: { payment: string; reason: string }) =>
    call(ledgers.cancel, { params: { id, claim, payment }, body: { reason, version } }),
  );
}

export function useSetPlan(id: string, { id: claim, version }: Claim) {
  return useChange((plan: Instalment[]) =>
    call(ledgers.plan, { params: { id, claim }, body: { plan, version } }),
  );
}
