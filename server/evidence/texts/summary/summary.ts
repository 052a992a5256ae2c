import type { DocumentLanguage } from "../../../../contract/document-language.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";
import type { SummaryWords } from "./summary-words.ts";

export const SUMMARY_WORDS: Readonly<Record<DocumentLanguage, SummaryWords>> = { en, kk, ru };
