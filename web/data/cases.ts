import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { cases } from "../../contract/cases.ts";
import { type ClaimMethod, type ClaimStatus, claims } from "../../contract/claims.ts";
import type { DocumentLanguage } from "../../contract/document-language.ts";
import { evidence } from "../../contract/evidence.ts";
import { addressOf, call } from "../api/call.ts";
import { download } from "../api/download.ts";

export function useCases() {
  return useQuery({ queryKey: ["cases"], queryFn: ({ signal }) => call(cases.list, { signal }) });
}

export function useCase(id: string) {
  return useQuery({
    queryKey: ["cases", id],
    queryFn: ({ signal }) => call(cases.get, { params: { id }, signal }),
  });
}

export function useClaims(id: string) {
  return useQuery({
    queryKey: ["cases", id, "claims"],
    queryFn: ({ signal }) => call(claims.list, { params: { id }, signal }),
  });
}

/** Standing claims beside the data of today. */
export function useClaimsToday(id: string) {
  return useQuery({
    queryKey: ["cases", id, "claims", "today"],
    queryFn: ({ signal }) => call(claims.today, { params: { id }, signal }),
  });
}

/** Everything that shows cases is asked for again after a change. */
function useChange<Input, Output>(work: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ["cases"] }),
        client.invalidateQueries({ queryKey: ["detection"] }),
      ]);
    },
  });
}

export function useCreateCase() {
  return useChange((body: { title: string; cluster?: string; reports?: string[] }) =>
    call(cases.create, { body }),
  );
}

export function useAddCluster() {
  return useChange(({ id, cluster }: { id: string; cluster: string }) =>
    call(cases.addCluster, { params: { id }, body: { cluster } }),
  );
}

export function useAddReports(id: string) {
  return useChange((reports: string[]) =>
    call(cases.addReports, { params: { id }, body: { reports } }),
  );
}

export function useOpenClaims(id: string) {
  return useChange((method: ClaimMethod) =>
    call(claims.open, { params: { id }, body: { method } }),
  );
}

export function useClaimStatus(id: string) {
  return useChange(({ claim, ...body }: { claim: string; status: ClaimStatus; reason?: string }) =>
    call(claims.setStatus, { params: { id, claim }, body }),
  );
}

export function useAcceptDifference(id: string) {
  return useChange(({ claim, ...body }: { claim: string; difference: string; reason: string }) =>
    call(claims.accept, { params: { id, claim }, body }),
  );
}

/**
 * Builds the evidence package on the server, hands it to the browser's downloads and tells whose
 * key signed it.
 */
export function useEvidence(id: string) {
  const client = useQueryClient();
  return useMutation({
    // The package holds the case as it is now, also what a colleague changed a minute ago; an export
    // works drafts out anew, also where it is refused: so does the screen.
    onSettled: () => client.invalidateQueries({ queryKey: ["cases"] }),
    mutationFn: async (language: DocumentLanguage) => {
      const request = { method: "POST", body: { language } };
      const name = await download(
        addressOf(evidence.export, { params: { id } }),
        `evidence-${id}.zip`,
        request,
      );
      const { fingerprint } = await call(evidence.signer);
      return { name, fingerprint };
    },
  });
}
