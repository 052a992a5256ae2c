import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ClaimMethod, type ClaimStatus, cases } from "../../contract/cases.ts";
import type { DocumentLanguage } from "../../contract/document-language.ts";
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
    call(cases.openClaims, { params: { id }, body: { method } }),
  );
}

export function useClaimStatus(id: string) {
  return useChange(({ claim, ...body }: { claim: string; status: ClaimStatus; reason?: string }) =>
    call(cases.setStatus, { params: { id, claim }, body }),
  );
}

/**
 * Builds the evidence package on the server, hands it to the browser's downloads and tells whose
 * key signed it.
 */
export function useEvidence(id: string) {
  const client = useQueryClient();
  return useMutation({
    // The package holds the case as it is now, also what a colleague changed a minute ago: so does
    // the screen.
    onSuccess: () => client.invalidateQueries({ queryKey: ["cases"] }),
    mutationFn: async (language: DocumentLanguage) => {
      const request = { method: "POST", body: { language } };
      const name = await download(
        addressOf(cases.evidence, { params: { id } }),
        `evidence-${id}.zip`,
        request,
      );
      const { fingerprint } = await call(cases.signer);
      return { name, fingerprint };
    },
  });
}
