import type { DocumentLanguage } from "../../../../contract/document-language.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { PageWords } from "./page-words.ts";
import { ru } from "./ru.ts";

export const PAGE_WORDS: Readonly<Record<DocumentLanguage, PageWords>> = { kk, ru, en };

/** Each language names itself on its button. */
export const LANGUAGE_NAMES: Readonly<Record<DocumentLanguage, string>> = {
  kk: "Қазақша",
  ru: "Русский",
  en: "English",
};
