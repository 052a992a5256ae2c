import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { formatDecimal, fractionDigits } from "../../money/money.ts";
import { cardinal } from "./cardinals.ts";

/**
 * "1 500 000,00" (Russian, Kazakh), "1,500,000.00" (English); always with the fraction, as
 * documents want it.
 */
export function moneyFigures(amount: bigint, currency: string, language: DocumentLanguage): string {
  const [whole = "", fraction] = formatDecimal(amount, currency).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === "en" ? "," : "\u00a0");
  return fraction === undefined ? grouped : `${grouped}${language === "en" ? "." : ","}${fraction}`;
}

/** "1 500 000,00 тенге"; other currencies keep their code: "1 500 000,00 USD". */
export function moneyAmount(amount: bigint, currency: string, language: DocumentLanguage): string {
  const unit = currency === "KZT" ? TENGE[language] : currency;
  return `${moneyFigures(amount, currency, language)} ${unit}`;
}

/**
 * "сто двадцать тысяч тенге 50 тиын"; of other currencies the code and the fraction: "сто USD
 * 50/100".
 */
export function moneyWords(amount: bigint, currency: string, language: DocumentLanguage): string {
  const digits = fractionDigits(currency);
  const unit = 10n ** BigInt(digits);
  const words = cardinal(amount / unit, language);
  const rest = (amount % unit).toString().padStart(digits, "0");
  if (currency === "KZT") return `${words} ${TENGE[language]} ${rest} ${TIYN[language]}`;
  return digits === 0 ? `${words} ${currency}` : `${words} ${currency} ${rest}/${unit}`;
}

const TENGE = { ru: "тенге", kk: "теңге", en: "tenge" } as const;
const TIYN = { ru: "тиын", kk: "тиын", en: "tiyn" } as const;
