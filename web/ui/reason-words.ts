import i18next from "i18next";
import { useTranslation } from "react-i18next";
import type { Reason } from "../../contract/detection.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { type FigureWords, figureWords } from "./reason-figures.ts";

type Figures = Reason["params"];

/** i18next reads the dots of "loops.cycle" as a path: codes are stored with dashes instead. */
function keyOf(code: string): string {
  return code.replace(/\./g, "-");
}

/**
 * The sentence of a reason in the reader's language, its figures formatted first. A code this catalogue does not know
 * (a newer rule set) falls back to the English sentence that travels with it, so that nothing is ever hidden.
 */
export function useReasonWords(): {
  sentence: (reason: Pick<Reason, "code" | "params" | "sentence">) => string;
  innocent: (code: string) => string;
  against: (item: { code: string; params: Figures; sentence: string }) => string;
} {
  const { i18n } = useTranslation();
  const language = useLanguage();
  const say = (group: string, code: string, figures: Figures, fallback: string): string => {
    const key = `reasons.${group}.${keyOf(code)}`;
    const words: FigureWords = figureWords(figures, language);
    if (!i18next.exists(key) && !i18next.exists(`${key}_other`)) return fallback;
    const translate = i18n.t as unknown as (key: string, options: FigureWords) => string;
    return translate(key, words);
  };
  return {
    sentence: (reason) => say("sentences", reason.code, reason.params, reason.sentence),
    innocent: (code) => say("innocent", code, {}, code),
    against: (item) => say("against", item.code, item.params, item.sentence),
  };
}
