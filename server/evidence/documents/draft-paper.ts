import type { StoredClaim } from "../../claims/claim.ts";

/** A claim that the office has not made ready yet: its papers say so on every page. */
export function isDraftPaper({ status }: Pick<StoredClaim, "status">): boolean {
  return status === "draft" || status === "ready";
}
