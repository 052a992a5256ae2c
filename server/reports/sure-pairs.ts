import type { Candidate, Ground } from "../../contract/report-candidates.ts";

/** Sum, day and both accounts: nothing of what the victim says is left open. */
const EVERYTHING: readonly (readonly Ground[])[] = [
  ["amount"],
  ["payer"],
  ["recipient"],
  ["minute", "day"],
];

/**
 * Described transfers that agree with exactly one of the data in sum, day and both accounts, where
 * that one agrees with no other: a person can confirm them all at once.
 */
export function surePairs(
  described: readonly { readonly key: string; readonly candidates: readonly Candidate[] }[],
): { key: string; transferId: string }[] {
  const full = described.map(({ key, candidates }) => ({ key, found: candidates.filter(agrees) }));
  // Two payments of one sum on one day are told apart by the minute.
  const byMinute = full.map(({ key, found }) => {
    const exact = found.filter(({ fits }) => fits.includes("minute"));
    return { key, found: exact.length === 1 ? exact : found };
  });
  const times = new Map<string, number>();
  for (const { transfer } of byMinute.flatMap(({ found }) => found))
    times.set(transfer.id, (times.get(transfer.id) ?? 0) + 1);
  return byMinute.flatMap(({ key, found }) => {
    const [only] = found;
    const isSure = only !== undefined && found.length === 1 && only.reportedAs === null;
    return isSure && times.get(only.transfer.id) === 1
      ? [{ key, transferId: only.transfer.id }]
      : [];
  });
}

function agrees({ fits }: Candidate): boolean {
  return EVERYTHING.every((some) => some.some((ground) => fits.includes(ground)));
}
