import type { StoredClaim } from "./claim.ts";
import type { LedgerNow } from "./ledger.store.ts";
import type { Repayment } from "./repaid.ts";

/** How money came back of what a claim asks: by its own bank rows, or on other claims. */

/** Bank rows since the claim left its draft; a late one counts as far as the loss was not back. */
export function countedRows({ repaid, recoveries }: LedgerNow, id: string): Repayment[] {
  const rows = recoveries.filter((one) => one.claim === id && one.by === "bank-row");
  const counted = new Map(rows.map((one) => [one.id, one.amount]));
  return (repaid.get(id) ?? []).flatMap((one) => {
    const amount = counted.get(one.transfer.id) ?? 0n;
    return amount > 0n ? [{ ...one, amount }] : [];
  });
}

/** What is neither open nor back on this claim itself came back on another one. */
export function paidElsewhere(
  { balances, recoveries }: LedgerNow,
  { id, lines }: StoredClaim,
): bigint {
  const own = recoveries.filter((one) => one.claim === id).map(({ amount }) => -amount);
  const received = lines.filter(({ amount }) => amount > 0n).map(({ amount }) => amount);
  const left = [...received, ...own].reduce((sum, one) => sum + one, 0n);
  const elsewhere = left - (balances.get(id)?.notBack ?? left);
  return elsewhere > 0n ? elsewhere : 0n;
}
