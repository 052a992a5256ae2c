import type { CaseRow } from "../../../contract/cases.ts";
import type { ClaimMethod } from "../../../contract/claims.ts";
import type { TraceMethod } from "../../../contract/tracing.ts";
import { BulkClaims } from "./bulk-claims.tsx";
import { FurtherClaims } from "./further-claims.tsx";

/**
 * Many claims at once: for all droppers with their papers, or against further holders by a rule.
 */
export function ManyClaims({
  found,
  rule,
  chosen,
  onClose,
}: {
  found: Pick<CaseRow, "id" | "version">;
  /** The one rule of the case's claims; undefined where none needs one. */
  rule: ClaimMethod | undefined;
  chosen: TraceMethod | "bulk" | null;
  onClose: () => void;
}) {
  if (chosen === null) return null;
  const { id: caseId, version } = found;
  return chosen === "bulk" ? (
    <BulkClaims caseId={caseId} version={version} rule={rule ?? null} onClose={onClose} />
  ) : (
    <FurtherClaims
      key={chosen}
      caseId={caseId}
      version={version}
      method={chosen}
      onClose={onClose}
    />
  );
}
