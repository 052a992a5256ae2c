import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { formatDecimal, fractionDigits } from "../../money/money.ts";
import { cardinal, feminine, MINUS } from "./cardinals.ts";
import { CURRENCY_WORDS, type CurrencyWords, currencyWord } from "./currency-words.ts";

const TENGE = CURRENCY_WORDS.KZT as CurrencyWords;

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
  return `${moneyFigures(amount, currency, language)} ${moneyUnit(currency, language)}`;
}

/** The unit after a sum in figures: "тенге", "USD". */
export function moneyUnit(currency: string, language: DocumentLanguage): string {
  return currency === "KZT" ? currencyWord(TENGE, 0, 0n, language) : currency;
}

/**
 * "сто двадцать тысяч тенге 50 тиын", "одна тысяча долларов США 00 центов"; a currency whose name
 * is not known keeps its code: "сто SEK 50/100".
 */
export function moneyWords(amount: bigint, currency: string, language: DocumentLanguage): string {
  if (amount < 0n) return `${MINUS[language]} ${moneyWords(-amount, currency, language)}`;
  const digits = fractionDigits(currency);
  const unit = 10n ** BigInt(digits);
  const [whole, rest] = [amount / unit, amount % unit];
  const names = CURRENCY_WORDS[currency];
  const spelled = cardinal(whole, language);
  const words = language === "ru" && names?.feminine ? feminine(spelled) : spelled;
  const fraction = rest.toString().padStart(digits, "0");
  if (!names) return `${words} ${currency}${digits === 0 ? "" : ` ${fraction}/${unit}`}`;
  const named = `${words} ${currencyWord(names, 0, whole, language)}`;
  return digits === 0 ? named : `${named} ${fraction} ${currencyWord(names, 1, rest, language)}`;
}

/** Words that begin a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
