import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { type DossierFields, dossiers } from "../../contract/dossier.ts";
import { papers } from "../../contract/papers.ts";
import { addressOf, call } from "../api/call.ts";
import { download } from "../api/download.ts";
import { useChange } from "./case-change.ts";
import { showPapersMade } from "./letters.ts";

/** People of a case, notes, and who is in other cases. */
export function usePeople(id: string) {
  return useQuery({
    queryKey: ["cases", id, "people"],
    queryFn: ({ signal }) => call(dossiers.people, { params: { id }, signal }),
  });
}

/** What a court takes of a claim beside its sum. */
export function useDossier(id: string, claim: string) {
  return useQuery({
    queryKey: ["cases", id, "dossier", claim],
    queryFn: ({ signal }) => call(dossiers.dossier, { params: { id, claim }, signal }),
  });
}

type Sent<Body extends z.ZodType> = Omit<z.input<Body> & object, "version">;

export function useSavePerson(id: string, version: number) {
  return useChange(
    (body: Sent<typeof dossiers.savePerson.body>, from) =>
      call(dossiers.savePerson, { params: { id }, body: { ...body, version: from } }),
    { caseId: id, version, form: "person" },
  );
}

export function useRemovePerson(id: string, version: number) {
  return useChange(
    (body: Sent<typeof dossiers.removePerson.body>, from) =>
      call(dossiers.removePerson, { params: { id }, body: { ...body, version: from } }),
    { caseId: id, version },
  );
}

export function useAddNote(id: string, version: number) {
  return useChange(
    (body: Sent<typeof dossiers.addNote.body>, from) =>
      call(dossiers.addNote, { params: { id }, body: { ...body, version: from } }),
    { caseId: id, version },
  );
}

export function useSetNote(id: string, version: number) {
  return useChange(
    ({ note, done }: { note: string; done: boolean }, from) =>
      call(dossiers.setNote, { params: { id, note }, body: { done, version: from } }),
    { caseId: id, version },
  );
}

/** From the version of the claim that the dossier was read with. */
export function useSaveDossier(id: string, claim: string, version: number) {
  return useChange(
    (fields: DossierFields, from) =>
      call(dossiers.saveDossier, { params: { id, claim }, body: { fields, version: from } }),
    { caseId: id, claim, version, form: "dossier" },
  );
}

/** Papers of claims into the browser's downloads; no claim named = all standing ones. */
export function usePapers(id: string) {
  const client = useQueryClient();
  return useMutation({
    // Drafts are worked out anew before a paper is written.
    onSettled: () => showPapersMade(client),
    mutationFn: (body: z.input<typeof papers.papers.body>) =>
      download(addressOf(papers.papers, { params: { id } }), `${id}.zip`, { method: "POST", body }),
  });
}
