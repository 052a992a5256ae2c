import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { caseFiles } from "../../contract/case-files.ts";
import { type CaseView, caseViews } from "../../contract/case-views.ts";
import { addressOf, call } from "../api/call.ts";
import { upload } from "../api/upload.ts";

const keyOf = (id: string) => ["cases", id, "views"] as const;

/** Views of Explore that a case keeps. */
export function useCaseViews(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(caseViews.list, { params: { id }, signal }),
  });
}

export function useRemoveCaseView(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (view: string) => call(caseViews.remove, { params: { id, view } }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(id) }),
  });
}

/** A view to keep, with its picture where there is one. */
export interface Kept {
  readonly caseId: string;
  readonly view: Pick<CaseView, "name" | "search" | "places">;
  readonly picture: File | null;
}

/** Keeps a view in a case, and its picture among the files of the case. */
export function useKeepView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ caseId: id, view, picture }: Kept) => {
      const body = { ...view, places: [...view.places] };
      await call(caseViews.add, { params: { id }, body });
      if (picture === null) return;
      const { version } = await call(caseFiles.list, { params: { id } });
      const query = { version, name: picture.name, about: view.name };
      await upload(
        caseFiles.add.method,
        addressOf(caseFiles.add, { params: { id }, query }),
        picture,
      );
    },
    onSettled: (_done, _fault, { caseId }) =>
      client.invalidateQueries({ queryKey: ["cases", caseId] }),
  });
}
