import { Fragment } from "react";
import { Link } from "react-router";

/** Claims of a case, one after another; each leads to its place on the page of the case. */
export function ClaimLinks({ caseId, claims }: { caseId: string; claims: readonly string[] }) {
  return claims.map((claim, at) => (
    <Fragment key={claim}>
      {at > 0 && ", "}
      <Link to={`/cases/${caseId}?claim=${claim}`}>{claim}</Link>
    </Fragment>
  ));
}
