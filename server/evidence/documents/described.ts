import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { sumByCurrency } from "../../../contract/sums.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { Texts } from "../texts/document-texts.ts";
import { moneyAmount } from "../words/money.ts";

/**
 * A sentence on the transfers that the claim's reports only describe, with their number and sum;
 * null where there are none. No bank has confirmed them, so the claim does not ask for them.
 */
export function describedSaid(
  { reports }: Pick<CaseFacts, "reports">,
  claim: Pick<StoredClaim, "reports">,
  language: DocumentLanguage,
  texts: Texts,
): string | null {
  const said = reports
    .filter(({ id }) => claim.reports.includes(id))
    .flatMap(({ described }) => described);
  const sums = sumByCurrency(said).map(({ amount, currency }) =>
    moneyAmount(BigInt(amount), currency, language),
  );
  return said.length === 0 ? null : texts.calculation.described(said.length, sums.join(" + "));
}
