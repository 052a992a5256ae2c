import type { PaperLanguage } from "./papers.ts";

const KAZAKH = /[әғқңөұүһі]/iu;
const CYRILLIC = /[а-яё]/iu;
/** Names and short notes tell no language: a sentence has about so many letters. */
const SENTENCE = 15;

/**
 * Whether a person wrote a text in another language than the paper it goes into: Kazakh letters in
 * a Russian one, a sentence without any of them in a Kazakh one.
 */
export function seemsForeign(text: string, language: PaperLanguage): boolean {
  if (language === "ru") return KAZAKH.test(text) && /\p{Ll}{3}/u.test(text) && isSentence(text);
  return CYRILLIC.test(text) && !KAZAKH.test(text) && isSentence(text);
}

function isSentence(text: string): boolean {
  const words = text.split(/[^\p{L}]+/u).filter((word) => /^\p{Ll}{3,}$/u.test(word));
  return words.length > 1 && words.join("").length >= SENTENCE;
}
