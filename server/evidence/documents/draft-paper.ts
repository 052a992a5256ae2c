import type { StoredClaim } from "../../claims/claim.ts";

/** A claim that nobody has approved yet: its papers say so on every page. */
export function isDraftPaper({ status }: Pick<StoredClaim, "status">): boolean {
  return status === "draft" || status === "review";
}
