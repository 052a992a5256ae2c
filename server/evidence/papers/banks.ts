import type { StoredClaim } from "../../claims/claim.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import { bankCodeOf } from "../../identity/iban.ts";
import { least } from "../../money/money.ts";
import type { CaseFacts } from "../case-facts.ts";
import { outstandingOf, receivedOf, sumOf } from "./sums.ts";

/** The banks of the defendants' accounts, and what came to each. Amounts in minor units. */

interface OfClaim {
  readonly facts: CaseFacts;
  readonly claim: StoredClaim;
  readonly dossier: ClaimDossier;
}

/** Every account of every defendant, with its holder. */
export function holdings({ dossier }: Pick<OfClaim, "dossier">) {
  const { defendant, accounts, coDefendants } = dossier;
  return [{ party: defendant, accounts }, ...coDefendants].flatMap(({ party, accounts: own }) =>
    own.map((account) => ({ account, holder: party })),
  );
}

/** The banks of the defendants' accounts, one after another; null = not known. */
export function banksOf(of: OfClaim): (string | null)[] {
  const found = [...new Set(holdings(of).map(({ account }) => bankOf(account)))];
  return found.length === 0 ? [null] : found.sort((a, b) => ((a ?? "~") < (b ?? "~") ? -1 : 1));
}

/** The money that the claim's transfers brought to accounts of one bank, in minor units. */
export function receivedAt(of: OfClaim, bank: string | null): bigint {
  return sumOf(linesAt(of, bank));
}

/** Those transfers. */
export function linesAt({ claim, dossier }: OfClaim, bank: string | null) {
  const known = [dossier, ...dossier.coDefendants].flatMap((one) => one.accounts);
  const at = (number: string) =>
    bankOf(known.find((one) => one.number === number) ?? { number, bank: null });
  return claim.lines.filter((line) => line.amount > 0n && at(line.to) === bank);
}

/** The most that may be asked of a bank, in minor units. */
export function askedOfBank(of: OfClaim, bank: string | null): bigint {
  const sum = receivedAt(of, bank);
  return least(sum === 0n ? receivedOf(of.claim) : sum, outstandingOf(of));
}

/** Minor units that came to one account. */
export function receivedOn({ claim }: Pick<OfClaim, "claim">, account: string): bigint {
  return sumOf(claim.lines.filter((line) => line.amount > 0n && line.to === account));
}

export function bankOf(account: ClaimDossier["accounts"][number]): string | null {
  return bankCodeOf(account.number) ?? account.bank;
}

/** The defendants' accounts at one bank with what came to each; `reached` = none without money. */
export function accountsAt(of: OfClaim, bank: string | null, reached: boolean) {
  return holdings(of)
    .filter(({ account }) => bankOf(account) === bank)
    .map(({ account, holder }) => ({ account, holder, sum: receivedOn(of, account.number) }))
    .filter(({ sum }) => sum > 0n || !reached);
}
