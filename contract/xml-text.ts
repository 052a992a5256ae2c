import { cleanText } from "./clean-text.ts";

/** A text as it may stand in an XML element or between double quotes. */
export function xmlText(text: string): string {
  return cleanText(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
