import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { LANGUAGES, type Language } from "../../contract/languages.ts";
import { firstLanguage, keepLanguage } from "./chosen-language.ts";
import { en } from "./en/index.ts";
import { kk } from "./kk/index.ts";
import { ru } from "./ru/index.ts";

const CATALOGUES: Readonly<Record<Language, object>> = { en, ru, kk };

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof en };
  }
}

/** Starts i18next with the three catalogues in the bundle and keeps <html lang> in step. */
export async function startTranslations(): Promise<void> {
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: false,
    resources: Object.fromEntries(
      LANGUAGES.map((language) => [language, { translation: CATALOGUES[language] }]),
    ),
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

export async function changeLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  await i18next.changeLanguage(language);
}
