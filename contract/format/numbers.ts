import type { Language } from "../languages.ts";
import { CONVENTIONS } from "../texts/conventions.ts";

/** Digits in groups of three: a narrow no-break space in Kazakh and Russian, a comma in English. */
export function grouped(digits: string, language: Language): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, CONVENTIONS[language].groupSign);
}

/**
 * A count or a plain number: groups of three, at most `decimals` digits after the sign, exactly so
 * many when `fixed`.
 */
export function formatNumber(
  value: number,
  language: Language,
  decimals = 0,
  fixed = false,
): string {
  const [whole = "0", fraction = ""] = Math.abs(value).toFixed(decimals).split(".");
  const kept = fixed ? fraction : fraction.replace(/0+$/, "");
  const body = grouped(whole, language);
  return `${value < 0 ? "\u2212" : ""}${body}${kept === "" ? "" : `${CONVENTIONS[language].decimalSign}${kept}`}`;
}

/**
 * A share 0..1 as per cent: 0.974 → "97 %". Never "100 %" for less than all nor "0 %" for more than
 * nothing.
 */
export function formatShare(share: number, language: Language): string {
  const rounded = Math.round(share * 100);
  const value = rounded === 100 && share < 1 ? 99 : rounded === 0 && share > 0 ? 1 : rounded;
  return `${formatNumber(value, language)}\u00a0%`;
}

export function formatBytes(bytes: number, language: Language): string {
  let value = bytes;
  let scale = 0;
  while (value >= 1000 && scale < 3) {
    value /= 1000;
    scale += 1;
  }
  return `${formatNumber(value, language, value < 10 && scale > 0 ? 1 : 0)}\u00a0${CONVENTIONS[language].bytes[scale]}`;
}
