import type { Language } from "../languages.ts";
import { acts as en, actFields as fieldsEn, questions as questionsEn } from "./en/acts.ts";
import { actFields as fieldsKk, acts as kk, questions as questionsKk } from "./kk/acts.ts";
import { actFields as fieldsRu, questions as questionsRu, acts as ru } from "./ru/acts.ts";

type Texts = Readonly<Record<string, string>>;

const ACTS: Readonly<Record<Language, Texts>> = { en, kk, ru };
const QUESTIONS: Readonly<Record<Language, Texts>> = {
  en: questionsEn,
  kk: questionsKk,
  ru: questionsRu,
};
const FIELDS: Readonly<Record<Language, Texts>> = { en: fieldsEn, kk: fieldsKk, ru: fieldsRu };

/** The names of everything that has words: acts of the one log, questions of the other. */
export const KNOWN_ACTS: readonly string[] = Object.keys(en);
export const KNOWN_QUESTIONS: readonly string[] = Object.keys(questionsEn);

/** An act or a question in words; one that no version of the product knew stands for itself. */
export function actName(what: string, language: Language): string {
  return wordOf(ACTS[language], what) ?? wordOf(QUESTIONS[language], what) ?? what;
}

/** The thing that an act was done to. Of a refusal it is the act that was refused. */
export function actTarget(
  { what, target }: { readonly what: string; readonly target: string },
  language: Language,
): string {
  return what === "refused" ? actName(target, language) : target;
}

/**
 * The details of an entry as a person reads them: `{"from":"10.0.0.5","code":"app"}` becomes
 * "from: 10.0.0.5 · second factor: app".
 */
export function actDetails(what: string, details: string, language: Language): string {
  const fields = FIELDS[language];
  const said = (value: unknown) => {
    if (typeof value === "boolean") return fields[value ? "yes" : "no"];
    return String(value);
  };
  try {
    const told = Object.entries(JSON.parse(details) as Record<string, unknown>);
    return told
      .map(([name, value]) => {
        const word = wordOf(fields, `${what}.${name}`) ?? wordOf(fields, name) ?? name;
        return `${word}: ${said(value)}`;
      })
      .join(" · ");
  } catch {
    return details;
  }
}

/** Names come from stored entries: those of every object's own machinery are no words. */
function wordOf(texts: Texts, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
