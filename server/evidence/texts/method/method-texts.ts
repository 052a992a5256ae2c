import type { DocumentLanguage } from "../../../../contract/document-language.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { MethodWords } from "./method-words.ts";
import { ru } from "./ru.ts";

export const METHOD_WORDS: Readonly<Record<DocumentLanguage, MethodWords>> = { kk, ru, en };
