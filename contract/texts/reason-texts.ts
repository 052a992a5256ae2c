import { formatAccount } from "../format/accounts.ts";
import { formatDuration } from "../format/dates.ts";
import { formatMoneyShort } from "../format/money.ts";
import { formatNumber } from "../format/numbers.ts";
import type { Language } from "../languages.ts";
import { reasons as en } from "./en/reasons.ts";
import { type Figures, fillIn } from "./fill-in.ts";
import { reasons as kk } from "./kk/reasons.ts";
import { reasons as ru } from "./ru/reasons.ts";

/**
 * The sentences of detection in three languages, for the screen, the command line and the evidence
 * package alike. A reason travels as its code and figures.
 */
export interface Said {
  readonly code: string;
  readonly params: Figures;
}

const CATALOGUES = { en, ru, kk } as const;

/** Which figure decides the plural form of each sentence. */
const COUNTED: Readonly<Record<string, string>> = {
  "burst-in": "people",
  "burst-out": "people",
  "burst-member": "transfers",
  loops: "accounts",
  cycle: "accounts",
  chain: "accounts",
  "pass-through": "receipts",
  "cash-out": "receipts",
  "drawn-within-day": "receipts",
  night: "of",
  "below-limit": "transfers",
  woken: "transfers",
  young: "days",
  "shared-phone": "accounts",
  "shared-device": "accounts",
  "operated-together": "people",
  "stolen-first": "reports",
  "asked-received": "accounts",
  "asked-sent": "accounts",
  "regular-income": "times",
  "daily-life": "transfers",
  "long-open": "years",
};

/** Why an account was found, as a sentence. A code that no catalogue knows stands for itself. */
export function reasonSentence(reason: Said, language: Language): string {
  return sentence("sentences", reason, language);
}

/** An argument against, as a sentence. */
export function againstSentence(item: Said, language: Language): string {
  return sentence("against", item, language);
}

/** The innocent explanation to rule out first. */
export function innocentText(code: string, language: Language): string {
  return fillIn(CATALOGUES[language].innocent, code, {}, language) ?? code;
}

function sentence(group: "sentences" | "against", said: Said, language: Language): string {
  const { code, params } = said;
  const figures: Record<string, string> = {};
  for (const [name, value] of Object.entries(params))
    figures[name] = figureText(name, value, params, language);
  const counted = COUNTED[code];
  const count = counted === undefined ? undefined : Number(params[counted] ?? 0);
  return fillIn(CATALOGUES[language][group], code, figures, language, count) ?? code;
}

function figureText(
  name: string,
  value: string | number,
  figures: Figures,
  language: Language,
): string {
  if (name === "amount")
    return formatMoneyShort(String(value), String(figures.currency ?? "KZT"), language);
  if (name === "hours")
    return formatDuration(Math.max(1 / 60, Number(value)) * 3_600_000, language);
  if (name === "percent") return `${formatNumber(Number(value), language)}\u00a0%`;
  if (name === "account") return formatAccount(String(value));
  if (name === "points") return formatNumber(Number(value), language, 1, true);
  return typeof value === "number" ? formatNumber(value, language, 1) : value;
}
