import { textFor } from "../../../contract/foreign-text.ts";
import type { PaperLanguage } from "../../../contract/papers.ts";
import { rateWritten } from "../../../contract/rates.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { writtenDay } from "../words/dates.ts";
import { moneyAmount, moneyWords } from "../words/money.ts";
import type { Values } from "./markup.ts";

interface OfPrice {
  readonly claim: Pick<StoredClaim, "currency">;
  readonly dossier: Pick<ClaimDossier, "price" | "fields" | "filing" | "penalty">;
}

/** The price of a claim in tenge, and of a claim in another currency the rate that gives it. */
export function priceFields(
  { claim, dossier }: OfPrice,
  language: PaperLanguage,
): Values["fields"] {
  const { price, fields, filing, penalty } = dossier;
  const { inTenge, togetherInTenge } = PAPER_WORDS[language];
  const stated = filing?.rate ?? fields.rate;
  const rate = stated === null ? null : rateWritten(stated.rate, language);
  const day = stated === null ? null : writtenDay(stated.day);
  const written = price === null ? null : moneyAmount(price, "KZT", language);
  const isForeign = claim.currency !== "KZT" && written !== null && rate !== null && day !== null;
  return {
    price: written,
    "price.words": price === null ? null : moneyWords(price, "KZT", language),
    rate,
    "rate.day": day,
    "rate.source":
      stated === null
        ? null
        : textFor(language, { text: stated.source, kazakh: fields.rateSourceKk }),
    // The price is of debt and penalty together: it stands after the last of them.
    "in-tenge": isForeign && penalty === null ? inTenge(written, rate, day) : "",
    "together-in-tenge": isForeign && penalty !== null ? togetherInTenge(written, rate, day) : "",
  };
}
