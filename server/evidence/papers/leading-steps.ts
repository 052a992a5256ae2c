interface Step {
  readonly transferId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Of the steps of a trace, in the order of time, those by which money came to the transfers named:
 * these themselves, and what had reached their payers by then. Money that left the last holder, or
 * was stolen later, is none of them.
 */
export function stepsLeadingTo<One extends Step>(
  transfers: ReadonlySet<string>,
  steps: readonly One[],
): readonly One[] {
  const towards = new Set<string>();
  return steps
    .toReversed()
    .filter(({ transferId, from, to }) => {
      const leads = transfers.has(transferId) || towards.has(to);
      if (leads) towards.add(from);
      return leads;
    })
    .toReversed();
}
