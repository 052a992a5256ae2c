import type { PaperLanguage } from "../../../../contract/papers.ts";
import { kkPapers } from "./kk.ts";
import type { PaperWords } from "./paper-words.ts";
import { ruPapers } from "./ru.ts";

/** Papers in the languages of the courts. */
export const PAPER_WORDS: Readonly<Record<PaperLanguage, PaperWords>> = {
  ru: ruPapers,
  kk: kkPapers,
};
