import { formatAccount } from "../format/accounts.ts";
import { formatDuration } from "../format/dates.ts";
import { formatMoneyShort } from "../format/money.ts";
import { formatNumber } from "../format/numbers.ts";
import type { Language } from "../i18n/languages.ts";

export type FigureWords = Record<string, string | number>;
type Figures = Readonly<Record<string, string | number>>;

/**
 * Which figure decides the plural form of each sentence (server/detection/wording.ts has the same
 * codes).
 */
const COUNTED: Readonly<Record<string, string>> = {
  "burst-in": "people",
  "burst-out": "people",
  "burst-member": "transfers",
  loops: "accounts",
  cycle: "accounts",
  chain: "accounts",
  "handed-on": "receipts",
  "pass-through": "receipts",
  "cash-out": "receipts",
  night: "of",
  "below-limit": "transfers",
  woken: "transfers",
  young: "days",
  "shared-phone": "accounts",
  "shared-device": "accounts",
  "stolen-first": "reports",
  "regular-income": "times",
  "daily-life": "transfers",
  "long-open": "years",
};

function word(name: string, value: string | number, figures: Figures, language: Language): string {
  if (name === "amount")
    return formatMoneyShort(String(value), String(figures.currency ?? "KZT"), language);
  if (name === "hours")
    return formatDuration(Math.max(1 / 60, Number(value)) * 3_600_000, language);
  if (name === "percent") return `${formatNumber(Number(value), language)}\u00a0%`;
  if (name === "account") return formatAccount(String(value));
  if (name === "points") return formatNumber(Number(value), language, 1, true);
  return typeof value === "number" ? formatNumber(value, language, 1) : value;
}

/** The figures of a reason as words of the reader's language, with `count` for the plural form. */
export function figureWords(code: string, figures: Figures, language: Language): FigureWords {
  const words: FigureWords = {};
  for (const [name, value] of Object.entries(figures))
    words[name] = word(name, value, figures, language);
  const counted = COUNTED[code];
  if (counted !== undefined) words.count = Number(figures[counted] ?? 0);
  return words;
}
