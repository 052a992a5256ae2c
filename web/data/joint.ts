import { useMutation, useQueryClient } from "@tanstack/react-query";
import { joint } from "../../contract/joint.ts";
import { call } from "../api/call.ts";

/** Says who answers for a claim together with its defendant, from the version that was seen. */
export function useSetJoint(id: string, claim: string, version: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { others: string[]; why: string }) =>
      call(joint.setJoint, { params: { id, claim }, body: { ...body, version } }),
    onSettled: () => client.invalidateQueries({ queryKey: ["cases"] }),
  });
}
