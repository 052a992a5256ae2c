import i18next from "i18next";
import { useTranslation } from "react-i18next";
import type { Reason } from "../../contract/detection.ts";
import type { Language } from "../i18n/languages.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { figureWords } from "./reason-figures.ts";

type Figures = Reason["params"];
type Group = "sentences" | "innocent" | "against";
type Said = { readonly code: string; readonly params: Figures; readonly sentence: string };

/**
 * The sentence for a code in the reader's language, its figures formatted first. A code this
 * catalogue does not know (a newer rule set) falls back to the English sentence that travels with
 * it, so that nothing is ever hidden.
 */
export function sayReason(group: Group, said: Said, language: Language): string {
  const key = `reasons.${group}.${said.code}`;
  const words = figureWords(said.code, said.params, language);
  if (!i18next.exists(key, words)) return said.sentence;
  const translate = i18next.t as unknown as (
    key: string,
    options: Record<string, string | number>,
  ) => string;
  const text = translate(key, words);
  /**
   * A figure the sentence needs did not come with the reason: the English sentence has all it was
   * written with.
   */
  return text.includes("{{") ? said.sentence : text;
}

/**
 * Words for reasons, innocent explanations and what speaks against, re-rendered when the language
 * changes.
 */
export function useReasonWords(): {
  sentence: (reason: Said) => string;
  innocent: (code: string) => string;
  against: (item: Said) => string;
} {
  useTranslation();
  const language = useLanguage();
  return {
    sentence: (reason) => sayReason("sentences", reason, language),
    innocent: (code) => sayReason("innocent", { code, params: {}, sentence: code }, language),
    against: (item) => sayReason("against", item, language),
  };
}
