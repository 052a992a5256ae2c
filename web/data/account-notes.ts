import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { accountNotes, type NoteTarget } from "../../contract/account-notes.ts";
import { call } from "../api/call.ts";

const NOTES = "account-notes";

/** Notes on an account, a transfer or a cluster. */
export function useNotesOn(target: NoteTarget) {
  return useQuery({
    queryKey: [NOTES, target],
    queryFn: ({ signal }) => call(accountNotes.list, { query: target, signal }),
  });
}

/** Notes on what a case is made of. */
export function useNotesOfCase(id: string) {
  return useQuery({
    queryKey: [NOTES, "case", id],
    queryFn: ({ signal }) => call(accountNotes.ofCase, { params: { id }, signal }),
  });
}

export function useAddNoteOn(target: NoteTarget) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: { text: string; tags: string[] }) =>
      call(accountNotes.add, { body: { ...target, ...said } }),
    onSettled: () => client.invalidateQueries({ queryKey: [NOTES] }),
  });
}

export function useRemoveNoteOn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(accountNotes.remove, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: [NOTES] }),
  });
}
