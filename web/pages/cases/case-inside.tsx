import type { CaseRow } from "../../../contract/cases.ts";
import type { Claim } from "../../../contract/claims.ts";
import { CaseAccountNotes } from "./case-account-notes.tsx";
import { CaseDeadlines } from "./case-deadlines.tsx";
import { CaseDefendants } from "./case-defendants.tsx";
import { CaseDistrict } from "./case-district.tsx";
import { CaseFiles } from "./case-files.tsx";
import { CaseLetters } from "./case-letters.tsx";
import { CaseMembers } from "./case-members.tsx";
import { CaseParts, type Parts } from "./case-parts.tsx";
import { CasePeople } from "./case-people.tsx";
import { CaseViews } from "./case-views.tsx";

/**
 * The parts of a case besides its claims: parts, deadlines, letters, defendants, district, people,
 * members, views, files.
 */
export function CaseInside({
  found,
  claims,
}: {
  found: Parts & Pick<CaseRow, "district">;
  claims: readonly Claim[];
}) {
  const open = found.status === "open";
  return (
    <>
      <CaseParts found={found} />
      <CaseDeadlines caseId={found.id} />
      <CaseLetters caseId={found.id} />
      <CaseDefendants caseId={found.id} />
      <CaseDistrict found={found} />
      <CasePeople caseId={found.id} open={open} />
      <CaseMembers caseId={found.id} open={open} />
      <CaseAccountNotes caseId={found.id} />
      <CaseViews caseId={found.id} open={open} />
      <CaseFiles caseId={found.id} open={open} claims={claims} />
    </>
  );
}
