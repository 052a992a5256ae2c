import { useTranslation } from "react-i18next";
import type { Language } from "../../contract/languages.ts";
import { isLanguage } from "./chosen-language.ts";

/**
 * The language the screen is in now; components that format amounts and dates re-render when it
 * changes.
 */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : "ru";
}
