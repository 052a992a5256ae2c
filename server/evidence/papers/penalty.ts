import { seemsForeign } from "../../../contract/foreign-text.ts";
import type { PaperLanguage } from "../../../contract/papers.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { writtenDay } from "../words/dates.ts";
import { moneyAmount, moneyWords } from "../words/money.ts";
import { ratePerCent } from "../words/per-cent.ts";
import type { Values } from "./markup.ts";

/** The penalty of article 353 in papers: nothing where the claim does not ask for it. */
interface OfPenalty {
  readonly claim: Pick<StoredClaim, "currency" | "joint">;
  readonly dossier: Pick<ClaimDossier, "penalty">;
}

/** `demanded`: minor units of the debt that the paper states beside it. */
export function penaltyFields(
  { claim, dossier: { penalty } }: OfPenalty,
  language: PaperLanguage,
  demanded: bigint,
): Values["fields"] {
  const sums = (name: string, amount: bigint | null) => ({
    [name]: amount === null ? null : moneyAmount(amount, claim.currency, language),
    [`${name}.words`]: amount === null ? null : moneyWords(amount, claim.currency, language),
  });
  const paid = penalty?.paid || null;
  const owedBy = claim.joint === null ? "penalty.one" : "penalty.joint";
  return {
    ...sums("penalty", penalty?.amount ?? null),
    ...{ "penalty.one": null, "penalty.joint": null },
    ...(penalty && { [owedBy]: moneyAmount(penalty.amount, claim.currency, language) }),
    ...sums("penalty.whole", penalty && penalty.amount + penalty.paid),
    ...sums("penalty.paid", paid),
    "penalty.unpaid":
      penalty && paid === null ? moneyAmount(penalty.amount, claim.currency, language) : null,
    ...sums("with-penalty", penalty && penalty.amount + demanded),
    "penalty.from": penalty && writtenDay(penalty.from),
    "penalty.until": penalty && writtenDay(penalty.until),
    "penalty.rate-day": penalty?.rateDay ? writtenDay(penalty.rateDay) : null,
  };
}

export function penaltySpans(
  { claim, dossier: { penalty } }: OfPenalty,
  language: PaperLanguage,
): Values["lists"][string] {
  return (penalty?.spans ?? []).map((span) => ({
    from: writtenDay(span.from),
    until: writtenDay(span.until),
    days: String(span.days),
    principal: moneyAmount(span.principal, claim.currency, language),
    rate: ratePerCent(span.rate, language),
    amount: moneyAmount(span.penalty, claim.currency, language),
  }));
}

/** The rates in force. A court is shown a decision of the National Bank, else a marked blank. */
export function penaltyRates(
  { dossier: { penalty } }: OfPenalty,
  language: PaperLanguage,
): Values["lists"][string] {
  return (penalty?.rates ?? []).map(({ rate, rateFrom, source, checked }) => ({
    rate: ratePerCent(rate, language),
    from: writtenDay(rateFrom),
    source: checked ? decisionOf(source, language) : null,
  }));
}

/**
 * A source that is a page of news is no decision; an office's own table says it in the language of
 * the paper, or it is a blank.
 */
function decisionOf(source: string, language: PaperLanguage): string | null {
  const known = /^Resolution of the National Bank's committee No (\d+) of (\d+ [A-Z][a-z]+ \d{4})$/;
  const [, number, day] = known.exec(source) ?? [];
  if (number !== undefined && day !== undefined) {
    const iso = new Date(`${day} UTC`).toISOString().slice(0, 10);
    return PAPER_WORDS[language].resolution(number, writtenDay(iso));
  }
  return source.startsWith("https://") || seemsForeign(source, language) ? null : source;
}
