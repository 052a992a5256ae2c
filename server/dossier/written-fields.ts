import { z } from "zod";
import type { DossierFields } from "../../contract/dossier.ts";
import { text } from "../../graph-queries/row-values.ts";
import { loanColumns, loansOf } from "./loans.ts";

/** A dossier as the database keeps it. */
export const fieldsRow = z.object({
  court: text,
  consent: text,
  whyNotSelf: text,
  circumstances: text,
  fee: z
    .enum(["pay", "exempt"])
    .nullish()
    .transform((value) => value ?? null),
  feeBasis: text,
  rate: text,
  rateDay: text,
  rateSource: text,
  limitationEnd: text,
  limitationBasis: text,
  courtKk: text,
  consentKk: text,
  whyNotSelfKk: text,
  circumstancesKk: text,
  feeBasisKk: text,
  rateSourceKk: text,
  penaltyFrom: text,
  penaltyUntil: text,
  penaltyRateDay: text,
  ...loanColumns,
});

/** The same as people see it. */
export function fieldsOf({
  rate,
  rateDay,
  rateSource,
  penaltyFrom: from,
  penaltyUntil: until,
  penaltyRateDay,
  loanLenders,
  loanContracts,
  loanDays,
  loanSums,
  loanCurrencies,
  ...own
}: z.output<typeof fieldsRow>): DossierFields {
  const stated = rate !== null && rateDay !== null && rateSource !== null;
  const loans = loansOf({ loanLenders, loanContracts, loanDays, loanSums, loanCurrencies });
  return {
    ...own,
    loans,
    rate: stated ? { rate, day: rateDay, source: rateSource } : null,
    penalty: from !== null && until !== null ? { from, until, rateDay: penaltyRateDay } : null,
  };
}
