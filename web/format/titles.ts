import type { Language } from "../../contract/languages.ts";

/** Words of the middle of a sentence as the first ones of a label: "pro rata" is "Pro rata". */
export function asTitle(text: string, language: Language): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
}
