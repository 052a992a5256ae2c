import type { Language } from "../languages.ts";
import { measureProblems as en } from "./en/measure-problems.ts";
import { type Figures, fillIn } from "./fill-in.ts";
import { measureProblems as kk } from "./kk/measure-problems.ts";
import { measureProblems as ru } from "./ru/measure-problems.ts";

type Problems = Readonly<Record<string, { readonly text: string; readonly remedy: string }>>;

const PROBLEMS: Readonly<Record<Language, Problems>> = { en, kk, ru };

/**
 * Why a measure is refused, and what to do, in the words of a language; undefined where a code has
 * no words or they name a figure that is not given.
 */
export function measureProblem(
  code: string,
  figures: Figures,
  language: Language,
): { readonly reason: string; readonly remedy: string } | undefined {
  const words = PROBLEMS[language][code];
  if (words === undefined) return undefined;
  const reason = fillIn(words, "text", figures, language);
  const remedy = fillIn(words, "remedy", figures, language);
  return reason === undefined || remedy === undefined ? undefined : { reason, remedy };
}
