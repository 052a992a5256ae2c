import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { caseMembers } from "../../contract/case-members.ts";
import { call } from "../api/call.ts";

/** Who works on a case, and who may. */
export function useCaseMembers(id: string) {
  return useQuery({
    queryKey: ["cases", id, "members"],
    queryFn: ({ signal }) => call(caseMembers.list, { params: { id }, signal }),
  });
}

/** Says who works on a case that was seen in this version. */
export function useSetCaseMembers(id: string, version: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (members: string[]) =>
      call(caseMembers.set, { params: { id }, body: { members, version } }),
    onSettled: () => client.invalidateQueries({ queryKey: ["cases"] }),
  });
}
