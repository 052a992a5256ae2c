import { useTranslation } from "react-i18next";
import {
  addresseeOf,
  claimsOfLetter,
  type LetterRow,
  letterWord,
} from "../../../contract/outgoing.ts";
import { useLanguage } from "../../i18n/use-language.ts";

/** The words by which a person knows a letter: what it is, whom it goes to, and its claims or report. */
export function useLetterName(): (letter: LetterRow) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (letter) => {
    const { id, letter: facts, claim, reports } = letter;
    const what = facts === null ? id : t(`letters.${letterWord(facts.kind, claim)}`);
    const claims = claimsOfLetter(letter);
    const about = claims.length > 0 ? claims.join(", ") : reports[0];
    return [what, addresseeOf(letter, t("letters.centre"), language), about]
      .filter(Boolean)
      .join(" · ");
  };
}
