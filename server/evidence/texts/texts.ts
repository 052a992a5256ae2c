import type { DocumentLanguage } from "../../../contract/document-language.ts";
import type { Texts } from "./document-texts.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";

const LANGUAGES: Readonly<Record<DocumentLanguage, Texts>> = { ru, kk, en };

export function textsOf(language: DocumentLanguage): Texts {
  return LANGUAGES[language];
}
