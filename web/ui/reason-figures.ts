import { formatDate, formatDateTime, formatDuration } from "../format/dates.ts";
import { formatMoney } from "../format/money.ts";
import { formatNumber, formatShare } from "../format/numbers.ts";
import type { Language } from "../i18n/languages.ts";

export type FigureWords = Record<string, string | number>;

export { formatDate, formatDateTime, formatDuration, formatMoney, formatNumber, formatShare };

/** Figures of a reason as words: filled in once docs/detection.md names the units of each. */
export function figureWords(figures: Readonly<Record<string, string | number>>, language: Language): FigureWords {
  const words: FigureWords = {};
  for (const [name, value] of Object.entries(figures)) {
    words[name] = typeof value === "number" ? formatNumber(value, language, 1) : value;
  }
  return words;
}
