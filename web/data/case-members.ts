import { useQuery } from "@tanstack/react-query";
import { caseMembers } from "../../contract/case-members.ts";
import { call } from "../api/call.ts";
import { useChange } from "./case-change.ts";

/** Who works on a case, and who may. */
export function useCaseMembers(id: string) {
  return useQuery({
    queryKey: ["cases", id, "members"],
    queryFn: ({ signal }) => call(caseMembers.list, { params: { id }, signal }),
  });
}

/** Says who works on a case that was seen in this version. */
export function useSetCaseMembers(id: string, version: number) {
  return useChange(
    (members: string[], from) =>
      call(caseMembers.set, { params: { id }, body: { members, version: from } }),
    { caseId: id, version },
  );
}
