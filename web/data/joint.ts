import { joint } from "../../contract/joint.ts";
import { call } from "../api/call.ts";
import { useChange } from "./case-change.ts";

/** Says who answers for a claim together with its defendant, from the version that was seen. */
export function useSetJoint(id: string, claim: string, version: number) {
  return useChange(
    (body: { others: string[]; why: string; whyKk: string | null }, from) =>
      call(joint.setJoint, { params: { id, claim }, body: { ...body, version: from } }),
    { caseId: id, claim, version },
  );
}
