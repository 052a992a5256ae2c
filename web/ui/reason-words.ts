import {
  againstSentence,
  innocentText,
  reasonSentence,
  type Said,
} from "../../contract/texts/reason-texts.ts";
import { useLanguage } from "../i18n/use-language.ts";

/**
 * Sentences for reasons, innocent explanations and what speaks against, in the language of the
 * screen.
 */
export function useReasonWords(): {
  sentence: (reason: Said) => string;
  innocent: (code: string) => string;
  against: (item: Said) => string;
} {
  const language = useLanguage();
  return {
    sentence: (reason) => reasonSentence(reason, language),
    innocent: (code) => innocentText(code, language),
    against: (item) => againstSentence(item, language),
  };
}
