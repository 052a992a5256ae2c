import type { PaperLanguage } from "../../../../contract/papers.ts";
import type { CommonWords } from "./common-words.ts";
import { kkCommon } from "./kk-common.ts";
import { ruCommon } from "./ru-common.ts";

/** Letters to banks about several claims, in the languages of the courts. */
export const COMMON_WORDS: Readonly<Record<PaperLanguage, CommonWords>> = {
  ru: ruCommon,
  kk: kkCommon,
};
