import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { assets } from "../../contract/assets.ts";
import { cases } from "../../contract/cases.ts";
import { type Claim, claims } from "../../contract/claims.ts";
import type { DocumentLanguage } from "../../contract/document-language.ts";
import { evidence } from "../../contract/evidence.ts";
import { addressOf, call } from "../api/call.ts";
import { download } from "../api/download.ts";
import { useChange } from "./case-change.ts";

export function useCases() {
  return useQuery({ queryKey: ["cases"], queryFn: ({ signal }) => call(cases.list, { signal }) });
}

export function useCase(id: string) {
  return useQuery({
    queryKey: ["cases", id],
    queryFn: ({ signal }) => call(cases.get, { params: { id }, signal }),
  });
}

/** `asked: false` = not yet: the case is not chosen. */
export function useClaims(id: string, asked = true) {
  return useQuery({
    queryKey: ["cases", id, "claims"],
    queryFn: ({ signal }) => call(claims.list, { params: { id }, signal }),
    enabled: asked,
  });
}

/** Accounts and income of the defendants of a case, once somebody asks for them. */
export function useAssets(id: string, asked: boolean) {
  return useQuery({
    queryKey: ["cases", id, "assets"],
    queryFn: ({ signal }) => call(assets.ofCase, { params: { id }, signal }),
    enabled: asked,
  });
}

/** All defendants of a case side by side; asked for once somebody looks. */
export function useDefendants(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ["cases", id, "defendants"],
    queryFn: ({ signal }) => call(assets.beside, { params: { id }, signal }),
    enabled,
  });
}

/** Standing claims beside the data of today. */
export function useClaimsToday(id: string) {
  return useQuery({
    queryKey: ["cases", id, "claims", "today"],
    queryFn: ({ signal }) => call(claims.today, { params: { id }, signal }),
  });
}

/** The version of a case as this browser last saw it. */
function useSeenVersion() {
  const client = useQueryClient();
  return async (id: string) =>
    (
      await client.fetchQuery({
        queryKey: ["cases", id],
        staleTime: Number.POSITIVE_INFINITY,
        queryFn: ({ signal }) => call(cases.get, { params: { id }, signal }),
      })
    ).version;
}

export function useCreateCase() {
  return useChange((body: { title: string; cluster?: string; reports?: string[] }) =>
    call(cases.create, { body }),
  );
}

/** Another title, closed, or open again. */
export function useUpdateCase({ id, version }: { readonly id: string; readonly version: number }) {
  return useChange(
    (body: { title?: string; status?: "open" | "closed" }, from) =>
      call(cases.update, { params: { id }, body: { ...body, version: from } }),
    { caseId: id, version },
  );
}

export function useAddCluster() {
  const versionOf = useSeenVersion();
  return useChange(async ({ id, cluster }: { id: string; cluster: string }) =>
    call(cases.addCluster, { params: { id }, body: { cluster, version: await versionOf(id) } }),
  );
}

export function useAddAccounts() {
  const versionOf = useSeenVersion();
  return useChange(async ({ id, accounts }: { id: string; accounts: readonly string[] }) =>
    call(cases.addAccounts, {
      params: { id },
      body: { accounts: [...accounts], version: await versionOf(id) },
    }),
  );
}

/** Changes of a case start from the version that the page shows. */
export function useAddReports(id: string, version: number) {
  return useChange(
    (reports: string[], from) =>
      call(cases.addReports, { params: { id }, body: { reports, version: from } }),
    { caseId: id, version },
  );
}

export function useRemoveFromCase(id: string, version: number) {
  return useChange(
    (body: Omit<z.input<typeof cases.remove.body>, "version">, from) =>
      call(cases.remove, { params: { id }, body: { ...body, version: from } }),
    { caseId: id, version },
  );
}

export function useOpenClaims(id: string, version: number) {
  return useChange(
    (body: Omit<z.input<typeof claims.open.body>, "version">, from) =>
      call(claims.open, { params: { id }, body: { ...body, version: from } }),
    { caseId: id, version },
  );
}

/** The stolen transfers that no claim of the case asks for, each with the reason. */
export function useNotClaimed(id: string) {
  return useQuery({
    queryKey: ["cases", id, "not-claimed"],
    queryFn: ({ signal }) => call(claims.notClaimed, { params: { id }, signal }),
  });
}

/** Stolen transfers of which the victim states another sum than the bank. */
export function useFigures(id: string) {
  return useQuery({
    queryKey: ["cases", id, "figures"],
    queryFn: ({ signal }) => call(claims.figures, { params: { id }, signal }),
  });
}

export function useDecideFigure(id: string, version: number) {
  return useChange(
    (wanted: Omit<z.input<typeof claims.decideFigure.body>, "version">, from) =>
      call(claims.decideFigure, { params: { id }, body: { ...wanted, version: from } }),
    { caseId: id, version },
  );
}

/** The penalty on a claim; asked for once its days are chosen. */
export function usePenalty(
  id: string,
  { id: claim, version }: Claim,
  {
    from,
    until,
    rateDay,
    ready,
  }: { from: string | null; until: string | null; rateDay: string | null; ready: boolean },
) {
  return useQuery({
    queryKey: ["cases", id, "penalty", claim, version, from, until, rateDay],
    queryFn: ({ signal }) =>
      call(claims.penalty, {
        params: { id, claim },
        query: { from: from ?? "", until: until ?? "", ...(rateDay === null ? {} : { rateDay }) },
        signal,
      }),
    enabled: ready,
    retry: false,
  });
}

/** The claims that would be opened; nothing is written. */
export function usePlannedClaims(id: string, body: z.input<typeof claims.open.body>) {
  return useQuery({
    queryKey: ["cases", id, "planned", body],
    queryFn: ({ signal }) =>
      call(claims.open, { params: { id }, body: { ...body, preview: true }, signal }),
  });
}

/** Changes of a claim start from the claim that the page shows. */
export function useClaimStatus(id: string, { id: claim, version }: Claim) {
  return useChange(
    (wanted: Omit<z.input<typeof claims.setStatus.body>, "version">, from) =>
      call(claims.setStatus, { params: { id, claim }, body: { ...wanted, version: from } }),
    { caseId: id, claim, version },
  );
}

export function useAcceptDifference(id: string, { id: claim, version }: Claim) {
  return useChange(
    (wanted: { difference: string; reason: string }, from) =>
      call(claims.accept, { params: { id, claim }, body: { ...wanted, version: from } }),
    { caseId: id, claim, version },
  );
}

/**
 * Builds the evidence package on the server, hands it to the browser's downloads and tells whose
 * key signed it.
 */
export function useEvidence(id: string) {
  const client = useQueryClient();
  return useMutation({
    // The package holds the case as it is now, also what a colleague changed a minute ago. An
    // export works drafts out anew, also where it is refused; so does the screen.
    onSettled: () => client.invalidateQueries({ queryKey: ["cases"] }),
    mutationFn: async (body: { language: DocumentLanguage; disclosure: boolean }) => {
      const request = { method: "POST", body };
      const name = await download(
        addressOf(evidence.export, { params: { id } }),
        `evidence-${id}${body.disclosure ? "-disclosure" : ""}.zip`,
        request,
      );
      const { fingerprint } = await call(evidence.signer);
      return { name, fingerprint };
    },
  });
}
