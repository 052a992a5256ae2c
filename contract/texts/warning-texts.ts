import type { Language } from "../languages.ts";
import { warnings as en } from "./en/warnings.ts";
import { warnings as kk } from "./kk/warnings.ts";
import { warnings as ru } from "./ru/warnings.ts";

const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, ru, kk };

/**
 * The sentence for a warning of the readers, or for a refusal ("refused:" and its code). Undefined
 * where the catalogue has none.
 */
export function warningText(code: string, language: Language): string | undefined {
  return CATALOGUES[language][code.replace(":", "-")];
}
