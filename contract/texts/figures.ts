import type { Language } from "../languages.ts";
import type { FigureId } from "../measures-summary.ts";
import { figures as en } from "./en/figures.ts";
import { figures as kk } from "./kk/figures.ts";
import { figures as ru } from "./ru/figures.ts";

/**
 * Names of the summary's figures, for documents and tables; the page has them in its catalogues.
 */
export const FIGURE_NAMES: Readonly<Record<Language, Readonly<Record<FigureId, string>>>> = {
  en,
  kk,
  ru,
};
