import { z } from "zod";
import { saysSomething } from "../../contract/clean-text.ts";
import type { Loan } from "../../contract/dossier.ts";
import { minorUnits } from "../../graph-queries/row-values.ts";
import { UserError } from "../errors/user-error.ts";
import { dayOf, dayText } from "../time/day.ts";

/** Loans of the victim whose money was stolen, as a dossier keeps them: one list a field. */
const words = z.array(z.string()).nullish();
export const loanColumns = {
  loanLenders: words,
  loanContracts: words,
  loanDays: words,
  loanSums: z.array(minorUnits).nullish(),
  loanCurrencies: words,
};
const columns = z.object(loanColumns);

export function loansOf(stored: z.output<typeof columns>): Loan[] {
  return (stored.loanLenders ?? []).map((lender, at) => ({
    lender,
    contract: stored.loanContracts?.[at] ?? "",
    day: stored.loanDays?.[at] ?? "",
    amount: (stored.loanSums?.[at] ?? 0n).toString(),
    currency: stored.loanCurrencies?.[at] ?? "KZT",
  }));
}

export function loanProperties(loans: readonly Loan[]): Readonly<Record<string, unknown>> {
  if (loans.length === 0) return {};
  return {
    loanLenders: loans.map((one) => one.lender.trim()),
    loanContracts: loans.map((one) => one.contract.trim()),
    loanDays: loans.map((one) => one.day),
    loanSums: loans.map((one) => BigInt(one.amount)),
    loanCurrencies: loans.map((one) => one.currency),
  };
}

/** A loan names lender, contract and a sum; no contract is of a day to come. `at`: today. */
export function refuseLoans(loans: readonly Loan[], at: number): void {
  const today = dayText(dayOf(at));
  const place = loans.findIndex(
    ({ lender, contract, day, amount }) =>
      !saysSomething(lender) || !saysSomething(contract) || day > today || BigInt(amount) <= 0n,
  );
  if (place < 0) return;
  throw new UserError({
    code: "dossier-loan",
    message: `Loan ${place + 1} lacks its lender, contract or sum, or its day is still to come.`,
    remedy: "Write lender, number and day of the contract, and the sum, as the contract has them.",
    params: { number: place + 1 },
  });
}
