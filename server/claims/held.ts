import { groupBy } from "../exploring/sums.ts";
import type { FormedClaim, FormedLine } from "./form.ts";

/** A part of a transfer that a standing claim, in any case, asks for as a victim's traced money. */
export interface HeldLine {
  readonly transferId: string;
  readonly claim: string;
  readonly victim: string;
  readonly victimAccounts: readonly string[];
}

/**
 * Which claim asks for a victim's part of a transfer already, or null. The victim is the same
 * person also where the IIN became known since: then an account is the same.
 */
export function holderOfLine(
  held: readonly HeldLine[],
): (claim: FormedClaim, line: FormedLine) => string | null {
  const byTransfer = groupBy(held, (one) => one.transferId);
  return ({ victim, victimAccounts = [] }, { transfer }) => {
    const own = new Set(victimAccounts);
    const found = byTransfer
      .get(transfer.id)
      ?.find(
        (one) =>
          one.victim === victim.key || one.victimAccounts.some((account) => own.has(account)),
      );
    return found?.claim ?? null;
  };
}
