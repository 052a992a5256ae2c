import type { StoredClaim } from "../../claims/claim.ts";
import type { Texts } from "../texts/document-texts.ts";
import { withoutStop } from "./full-stop.ts";

/** On what ground and by which method a claim asks for its sum; `names` of all joint defendants. */
export function basisOf(
  { method, joint }: Pick<StoredClaim, "method" | "joint">,
  { calculation, methods }: Pick<Texts, "calculation" | "methods">,
  names: string,
): string {
  if (joint !== null) return calculation.joint(withoutStop(names), withoutStop(joint.why));
  return method === "direct" ? calculation.direct : calculation.traced(methods[method]);
}
