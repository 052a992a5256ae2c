import type { DocumentLanguage } from "../../../contract/document-language.ts";

/**
 * The names of currencies in words of an amount: of the whole unit and of its hundredth. A currency
 * that is not listed keeps its code. Kazakh has one form after every number.
 */
export interface CurrencyWords {
  /** "one thousand US dollars": after one, after any other number. */
  readonly en: readonly [Forms2, Forms2];
  /** "один доллар, два доллара, пять долларов США". */
  readonly ru: readonly [Forms3, Forms3];
  readonly kk: readonly [string, string];
  /** Russian words of the unit are feminine: "одна лира". */
  readonly feminine?: true;
}
type Forms2 = readonly [one: string, many: string];
type Forms3 = readonly [one: string, few: string, many: string];

const same = (word: string): Forms3 => [word, word, word];
const both = (word: string): Forms2 => [word, word];
const NONE = { en: both(""), ru: same(""), kk: "" } as const;

export const CURRENCY_WORDS: Readonly<Record<string, CurrencyWords>> = {
  KZT: {
    en: [both("tenge"), both("tiyn")],
    ru: [same("тенге"), same("тиын")],
    kk: ["теңге", "тиын"],
  },
  USD: {
    en: [
      ["US dollar", "US dollars"],
      ["cent", "cents"],
    ],
    ru: [
      ["доллар США", "доллара США", "долларов США"],
      ["цент", "цента", "центов"],
    ],
    kk: ["АҚШ доллары", "цент"],
  },
  EUR: {
    en: [
      ["euro", "euros"],
      ["cent", "cents"],
    ],
    ru: [same("евро"), ["цент", "цента", "центов"]],
    kk: ["еуро", "цент"],
  },
  RUB: {
    en: [
      ["Russian rouble", "Russian roubles"],
      ["kopeck", "kopecks"],
    ],
    ru: [
      ["российский рубль", "российских рубля", "российских рублей"],
      ["копейка", "копейки", "копеек"],
    ],
    kk: ["Ресей рублі", "тиын"],
  },
  GBP: {
    en: [
      ["pound sterling", "pounds sterling"],
      ["penny", "pence"],
    ],
    ru: [
      ["фунт стерлингов", "фунта стерлингов", "фунтов стерлингов"],
      ["пенс", "пенса", "пенсов"],
    ],
    kk: ["фунт стерлинг", "пенс"],
  },
  CNY: {
    en: [both("yuan"), both("fen")],
    ru: [
      ["китайский юань", "китайских юаня", "китайских юаней"],
      ["фэнь", "фэня", "фэней"],
    ],
    kk: ["Қытай юані", "фэнь"],
  },
  TRY: {
    en: [["Turkish lira", "Turkish liras"], both("kurush")],
    ru: [
      ["турецкая лира", "турецкие лиры", "турецких лир"],
      ["куруш", "куруша", "курушей"],
    ],
    kk: ["түрік лирасы", "куруш"],
    feminine: true,
  },
  AED: {
    en: [both("UAE dirham"), both("fils")],
    ru: [
      ["дирхам ОАЭ", "дирхама ОАЭ", "дирхамов ОАЭ"],
      ["филс", "филса", "филсов"],
    ],
    kk: ["БАӘ дирхамы", "филс"],
  },
  KGS: {
    en: [both("Kyrgyz som"), both("tyiyn")],
    ru: [
      ["киргизский сом", "киргизских сома", "киргизских сомов"],
      ["тыйын", "тыйына", "тыйынов"],
    ],
    kk: ["қырғыз сомы", "тыйын"],
  },
  UZS: {
    en: [both("Uzbek sum"), both("tiyin")],
    ru: [
      ["узбекский сум", "узбекских сума", "узбекских сумов"],
      ["тийин", "тийина", "тийинов"],
    ],
    kk: ["өзбек сумы", "тийин"],
  },
  CHF: {
    en: [["Swiss franc", "Swiss francs"], both("rappen")],
    ru: [
      ["швейцарский франк", "швейцарских франка", "швейцарских франков"],
      ["раппен", "раппена", "раппенов"],
    ],
    kk: ["Швейцария франкі", "раппен"],
  },
  JPY: {
    en: [both("Japanese yen"), NONE.en],
    ru: [["японская иена", "японские иены", "японских иен"], NONE.ru],
    kk: ["жапон иені", NONE.kk],
    feminine: true,
  },
};

/** The name of the unit (0) or its hundredth (1) after the number. */
export function currencyWord(
  words: CurrencyWords,
  part: 0 | 1,
  number: bigint,
  language: DocumentLanguage,
): string {
  if (language === "kk") return words.kk[part];
  if (language === "en") return words.en[part][number === 1n ? 0 : 1];
  return words.ru[part][russianForm(Number(number % 100n))];
}

/** Which of three forms a Russian word takes after a number: 0 = один, 1 = два…четыре, 2 = the rest. */
export function russianForm(number: number): 0 | 1 | 2 {
  const [tens, ones] = [Math.floor(number / 10) % 10, number % 10];
  if (tens === 1 || ones === 0 || ones > 4) return 2;
  return ones === 1 ? 0 : 1;
}
