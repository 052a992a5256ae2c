import type { Language } from "../languages.ts";
import { measureFields as en } from "./en/measure-fields.ts";
import { measureFields as kk } from "./kk/measure-fields.ts";
import { measureFields as ru } from "./ru/measure-fields.ts";

const NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, kk, ru };

/** What a person calls a field of the register; undefined for any other word. */
export function measureFieldName(field: string, language: Language): string | undefined {
  return NAMES[language][field];
}
