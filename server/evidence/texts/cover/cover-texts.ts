import type { DocumentLanguage } from "../../../../contract/document-language.ts";
import type { CoverWords } from "./cover-words.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";

export const COVER_WORDS: Readonly<Record<DocumentLanguage, CoverWords>> = { kk, ru, en };
