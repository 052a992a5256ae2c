import { LANGUAGES, type Language } from "../../contract/languages.ts";

const STORAGE_KEY = "dg.language";

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The person's own choice, else the browser's wish, else Russian. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(STORAGE_KEY);
  if (isLanguage(kept)) return kept;
  for (const wish of navigator.languages) {
    const code = wish.slice(0, 2);
    if (isLanguage(code)) return code;
  }
  return "ru";
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(STORAGE_KEY, language);
}
