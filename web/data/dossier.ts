import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { type DossierFields, dossiers } from "../../contract/dossier.ts";
import { papers } from "../../contract/papers.ts";
import { addressOf, call } from "../api/call.ts";
import { download } from "../api/download.ts";

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

/** A change, after which everything that shows the case is asked for again. */
function useCaseChange<Input, Output>(work: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSettled: () => client.invalidateQueries({ queryKey: ["cases"] }),
  });
}

type Sent<Body extends z.ZodType> = Omit<z.input<Body> & object, "version">;

export function useSavePerson(id: string, version: number) {
  return useCaseChange((body: Sent<typeof dossiers.savePerson.body>) =>
    call(dossiers.savePerson, { params: { id }, body: { ...body, version } }),
  );
}

export function useRemovePerson(id: string, version: number) {
  return useCaseChange((body: Sent<typeof dossiers.removePerson.body>) =>
    call(dossiers.removePerson, { params: { id }, body: { ...body, version } }),
  );
}

export function useAddNote(id: string, version: number) {
  return useCaseChange((body: Sent<typeof dossiers.addNote.body>) =>
    call(dossiers.addNote, { params: { id }, body: { ...body, version } }),
  );
}

export function useSetNote(id: string, version: number) {
  return useCaseChange(({ note, done }: { note: string; done: boolean }) =>
    call(dossiers.setNote, { params: { id, note }, body: { done, version } }),
  );
}

/** From the version of the claim that the dossier was read with. */
export function useSaveDossier(id: string, claim: string, version: number) {
  return useCaseChange((fields: DossierFields) =>
    call(dossiers.saveDossier, { params: { id, claim }, body: { fields, version } }),
  );
}

/** Papers of claims into the browser's downloads; no claim named = all standing ones. */
export function usePapers(id: string) {
  const client = useQueryClient();
  return useMutation({
    // Drafts are worked out anew before a paper is written.
    onSettled: () => client.invalidateQueries({ queryKey: ["cases"] }),
    mutationFn: (body: z.input<typeof papers.papers.body>) =>
      download(addressOf(papers.papers, { params: { id } }), `${id}.zip`, { method: "POST", body }),
  });
}
