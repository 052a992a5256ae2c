import type { Language } from "../languages.ts";
import { letters as en } from "./en/letters.ts";
import { letters as kk } from "./kk/letters.ts";
import { letters as ru } from "./ru/letters.ts";

export const LETTER_TEXTS: Readonly<Record<Language, typeof en>> = { en, kk, ru };
