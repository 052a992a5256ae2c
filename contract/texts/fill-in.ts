import type { Language } from "../languages.ts";

type Texts = Readonly<Record<string, string>>;
export type Figures = Readonly<Record<string, string | number>>;

const RULES = new Map<Language, Intl.PluralRules>();

function pluralForm(count: number, language: Language): string {
  let rules = RULES.get(language);
  if (!rules) {
    rules = new Intl.PluralRules(language);
    RULES.set(language, rules);
  }
  return rules.select(count);
}

/**
 * The text of a key with its figures filled in, as i18next does on the screen: `{{name}}` becomes
 * the figure, and `count` chooses among the forms `key_one`, `key_few`, `key_many`, `key_other`.
 * Undefined where the catalogue lacks the key or the text needs a figure that is not there.
 */
export function fillIn(
  texts: Texts,
  key: string,
  figures: Figures,
  language: Language,
  count?: number,
): string | undefined {
  const form = count === undefined ? undefined : texts[`${key}_${pluralForm(count, language)}`];
  const text = form ?? texts[key];
  if (text === undefined) return undefined;
  let whole = true;
  const filled = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const figure = figures[name];
    if (figure === undefined) whole = false;
    return String(figure);
  });
  return whole ? filled : undefined;
}
