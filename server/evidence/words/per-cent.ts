import type { DocumentLanguage } from "../../../contract/document-language.ts";

/** A rate in hundredths of a per cent: 1650 is "16,5 %". */
export function ratePerCent(rate: number, language: DocumentLanguage): string {
  const whole = String(Math.floor(rate / 100));
  const part = String(rate % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  const mark = language === "en" ? "." : ",";
  return `${whole}${part === "" ? "" : mark}${part}\u00a0%`;
}
