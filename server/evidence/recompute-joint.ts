import type { Row } from "./recompute-trace.ts";

/**
 * Who may have received the money of a claim: one account holder (Civil Code art. 953), or those
 * whom a person named as having caused the harm together (art. 932), with the reason.
 */
export function checkDefendants(
  claim: Row,
  payees: ReadonlySet<string>,
  joint: readonly Row[],
  holderOf: (account: string) => string,
): string[] {
  const { claim_id: id = "" } = claim;
  const rows = joint.filter((row) => row.claim_id === id);
  if (claim.basis !== "joint-harm") {
    const faults = rows.length > 0 ? [`Claim ${id} names joint defendants on another basis.`] : [];
    if (payees.size > 1) faults.push(`Claim ${id} joins several account holders: ${list(payees)}.`);
    return faults;
  }
  const faults: string[] = [];
  if (rows.length < 2) faults.push(`Claim ${id} is joint and names fewer than two defendants.`);
  if (rows.some((row) => (row.why ?? "") === ""))
    faults.push(`Claim ${id} is joint and no reason is given.`);
  const named = new Set(
    rows.flatMap((row) => [row.holder_key ?? "", ...accountsOf(row).map(holderOf)]),
  );
  const others = new Set([...payees].filter((payee) => !named.has(payee)));
  if (others.size > 0)
    faults.push(`Claim ${id} has money of who is no defendant of it: ${list(others)}.`);
  return faults;
}

/** Keys of the holders who answer for a joint claim; nobody where it is not joint. */
export function jointHolders(claim: string | undefined, joint: readonly Row[]): readonly string[] {
  return joint
    .filter((row) => row.claim_id === claim)
    .map((row) => row.holder_key ?? "")
    .filter((key) => key !== "");
}

function accountsOf(row: Row): string[] {
  return (row.accounts ?? "").split(" ").filter((account) => account !== "");
}

function list(names: ReadonlySet<string>): string {
  return [...names].join(", ");
}
