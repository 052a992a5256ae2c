import type { PaperLanguage } from "./papers.ts";

const KAZAKH = /[әғқңөұүһі]/iu;
const CYRILLIC = /[а-яё]/iu;
/** Names and short notes tell no language: a sentence has about so many letters. */
const SENTENCE = 15;
/** Words of addresses, courts and documents that only one of the two languages has. */
const RUSSIAN_WORDS = new Set(
  (
    "область обл район улица ул дом пр кв мкр город города суд заявление доверенность от не и на по " +
    "мать отец иин бин статья статьи статье ст кодекса кодекс"
  ).split(" "),
);
const KAZAKH_WORDS = new Set("соты облысы ауданы қаласы көшесі үйі анасы арызы".split(" "));
/** Endings of Russian adjectives, nouns and verbs that no Kazakh word has. */
const RUSSIAN_END = /(?:ский|ской|ная|ный|ной|ное|ого|ему|ние|ния|ость|ется|ются|ает|ами|ями)$/u;
/** Patronymics stand in a Russian text as the person writes them. */
const PATRONYMIC = new Set(["ұлы", "қызы"]);

/**
 * Whether a person wrote a text in another language than the paper it goes into: words of a Kazakh
 * text in a Russian one; common words that nothing shows to be Kazakh in a Kazakh one. A name tells
 * no language, whichever letters it has.
 */
export function seemsForeign(text: string, language: PaperLanguage): boolean {
  const words = wordsOf(text);
  if (language === "ru")
    return words.some(
      (word) =>
        KAZAKH_WORDS.has(word) ||
        (/^\p{Ll}{3,}$/u.test(word) && KAZAKH.test(word) && !PATRONYMIC.has(word)),
    );
  if (isKazakh(words)) return false;
  return isRussianText(text) || words.some((word) => CYRILLIC.test(word) && isCommon(word));
}

/** A text in the field for Kazakh is taken for Russian only where it clearly is. */
function isRussianText(text: string): boolean {
  const words = wordsOf(text);
  if (!CYRILLIC.test(text) || isKazakh(words)) return false;
  return (
    isSentence(words) ||
    words.some((word) => RUSSIAN_WORDS.has(word.toLowerCase()) || isRussian(word))
  );
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}]+/u).filter((word) => word !== "");
}

/** A common word shows it; names and patronymics do not. */
function isKazakh(words: readonly string[]): boolean {
  return words.some(
    (word) =>
      KAZAKH_WORDS.has(word) ||
      (/^\p{Ll}{2,}$/u.test(word) && KAZAKH.test(word) && !PATRONYMIC.has(word)),
  );
}

function isCommon(word: string): boolean {
  return /^\p{Ll}{3,}$/u.test(word) && !PATRONYMIC.has(word);
}

function isRussian(word: string): boolean {
  return /^\p{Ll}{5,}$/u.test(word) && RUSSIAN_END.test(word);
}

function isSentence(all: readonly string[]): boolean {
  const words = all.filter((word) => /^\p{Ll}{3,}$/u.test(word));
  return words.length > 1 && words.join("").length >= SENTENCE;
}

/** What a person wrote of one thing: as it came, and in Kazakh beside it. */
export interface Written {
  readonly text: string | null;
  readonly kazakh: string | null;
}

/** The text that a paper in a language takes; null where nobody has written it in that language. */
export function textFor(language: PaperLanguage, { text, kazakh }: Written): string | null {
  if (language === "kk" && kazakh !== null && !isRussianText(kazakh)) return kazakh;
  const order = language === "kk" ? [text] : [text, kazakh];
  return order.find((one) => one !== null && !seemsForeign(one, language)) ?? null;
}

/** A court typed as the table has it in Russian is that court in Kazakh too. */
export function withTableCourt<
  Fields extends { readonly court: string | null; readonly courtKk: string | null },
>(fields: Fields, table: { readonly ru: string; readonly kk: string } | null): Fields {
  const isTable = table !== null && fields.court?.trim() === table.ru;
  return isTable && fields.courtKk === null ? { ...fields, courtKk: table.kk } : fields;
}

/** Something is written, and a paper in the language still prints a blank for it. */
export function isUntranslated(language: PaperLanguage, written: Written): boolean {
  return (written.text !== null || written.kazakh !== null) && textFor(language, written) === null;
}
