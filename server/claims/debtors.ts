import type { Debtor } from "../../contract/ledger.ts";
import { UserError } from "../errors/user-error.ts";
import { sameHolder } from "../identity/holder-key.ts";
import type { LedgerNow } from "./ledger.store.ts";
import type { Recovery } from "./ledger.ts";

type ClaimNow = LedgerNow["claims"][number];

/**
 * The defendants of a claim, each with the claimed money that came to his accounts and with what
 * came back from him. Money that no defendant paid, a bank's own for example, is with none of them.
 */
export function debtorsOf(claim: ClaimNow, recoveries: readonly Recovery[]): Debtor[] {
  const own = recoveries.filter((one) => one.claim === claim.id);
  return claim.debtors.map(({ key, name, iin }, place) => {
    const received = claim.received.filter(
      ({ account, holder }) => placeOf(claim, account, holder) === place,
    );
    const paid = own.filter(({ payer }) => payer !== null && sameHolder(key, payer, payer));
    return { key, name, iin, received: sumOf(received), paid: sumOf(paid) };
  });
}

/** Which defendant an account belongs to; what is nobody else's is the first one's. */
function placeOf({ debtors }: ClaimNow, account: string, holder: string): number {
  const place = debtors.findIndex(({ key }) => sameHolder(key, account, holder));
  return Math.max(place, 0);
}

/** The name of the defendant whose key this is, else IIN or key; null = nobody is named. */
export function payerName(
  { debtors }: Pick<ClaimNow, "debtors">,
  key: string | null,
): string | null {
  const debtor = debtors.find((one) => one.key === key);
  return debtor?.name ?? debtor?.iin ?? key;
}

/**
 * The key of the defendant whom a person names by key or IIN as the payer. Of a joint claim
 * somebody is to be named, unless a bank paid of its own.
 */
export function payerOf(
  claim: Pick<ClaimNow, "id" | "debtors">,
  wanted: string | null,
  source: string,
): string | null {
  const { id, debtors } = claim;
  const names = debtors.map((one) => one.name ?? one.iin ?? one.key).join(", ");
  if (wanted !== null && wanted !== "") {
    const found = debtors.find((one) => one.key === wanted || one.iin === wanted);
    if (found !== undefined) return found.key;
    throw new UserError({
      code: "payment-payer",
      message: `${wanted} is no defendant of claim ${id}.`,
      remedy: `Name one of them by IIN: ${names}.`,
      params: { claim: id, payer: wanted, names },
    });
  }
  if (source === "bank") return null;
  if (debtors.length === 1) return debtors[0]?.key ?? null;
  throw new UserError({
    code: "payment-needs-payer",
    message: `Claim ${id} is against several defendants, and the payment does not say who paid.`,
    remedy: `Choose who paid: ${names}.`,
    params: { claim: id, names },
  });
}

function sumOf(parts: readonly { readonly amount: bigint }[]): string {
  return parts.reduce((sum, one) => sum + one.amount, 0n).toString();
}
