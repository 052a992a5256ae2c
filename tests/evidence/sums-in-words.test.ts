import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CURRENCY_WORDS } from "../../server/evidence/words/currency-words.ts";
import { moneyWords } from "../../server/evidence/words/money.ts";

/**
 * A speller of its own, made otherwise than the product's: every number has a greatest named part,
 * and the words of a number are those of its parts. Grammars as school books give them.
 */
type Named = readonly (readonly [number, string])[];

const RU: Named = [
  ...[
    [900, "девятьсот"],
    [800, "восемьсот"],
    [700, "семьсот"],
    [600, "шестьсот"],
    [500, "пятьсот"],
    [400, "четыреста"],
    [300, "триста"],
    [200, "двести"],
    [100, "сто"],
    [90, "девяносто"],
    [80, "восемьдесят"],
    [70, "семьдесят"],
    [60, "шестьдесят"],
    [50, "пятьдесят"],
    [40, "сорок"],
    [30, "тридцать"],
    [20, "двадцать"],
    [19, "девятнадцать"],
    [18, "восемнадцать"],
    [17, "семнадцать"],
    [16, "шестнадцать"],
    [15, "пятнадцать"],
    [14, "четырнадцать"],
    [13, "тринадцать"],
    [12, "двенадцать"],
    [11, "одиннадцать"],
    [10, "десять"],
    [9, "девять"],
    [8, "восемь"],
    [7, "семь"],
    [6, "шесть"],
    [5, "пять"],
    [4, "четыре"],
    [3, "три"],
    [2, "два"],
    [1, "один"],
  ],
] as [number, string][];
const KK: Named = [
  [90, "тоқсан"],
  [80, "сексен"],
  [70, "жетпіс"],
  [60, "алпыс"],
  [50, "елу"],
  [40, "қырық"],
  [30, "отыз"],
  [20, "жиырма"],
  [10, "он"],
  [9, "тоғыз"],
  [8, "сегіз"],
  [7, "жеті"],
  [6, "алты"],
  [5, "бес"],
  [4, "төрт"],
  [3, "үш"],
  [2, "екі"],
  [1, "бір"],
];
const EN: Named = [
  [90, "ninety"],
  [80, "eighty"],
  [70, "seventy"],
  [60, "sixty"],
  [50, "fifty"],
  [40, "forty"],
  [30, "thirty"],
  [20, "twenty"],
  [19, "nineteen"],
  [18, "eighteen"],
  [17, "seventeen"],
  [16, "sixteen"],
  [15, "fifteen"],
  [14, "fourteen"],
  [13, "thirteen"],
  [12, "twelve"],
  [11, "eleven"],
  [10, "ten"],
  [9, "nine"],
  [8, "eight"],
  [7, "seven"],
  [6, "six"],
  [5, "five"],
  [4, "four"],
  [3, "three"],
  [2, "two"],
  [1, "one"],
];
const small = (n: number, named: Named, between = " "): string => {
  const [value, word] = named.find(([at]) => at <= n) ?? [0, ""];
  const rest = n - value;
  return rest === 0 ? word : `${word}${between}${small(rest, named, between)}`;
};

function ruNoun(n: number, forms: readonly [string, string, string]): string {
  const ending = String(n);
  if (/1[1-4]$/.test(ending)) return forms[2];
  if (/1$/.test(ending)) return forms[0];
  return /[234]$/.test(ending) ? forms[1] : forms[2];
}

const spell = {
  ru(n: number, feminine: boolean): string {
    if (n === 0) return "ноль";
    const words: string[] = [];
    const take = (size: number, forms: readonly [string, string, string], female: boolean) => {
      const part = Math.floor(n / size) % 1000;
      if (part === 0) return;
      const said = small(part, RU);
      words.push(female ? said.replace(/один$/, "одна").replace(/два$/, "две") : said);
      if (forms[0] !== "") words.push(ruNoun(part, forms));
    };
    take(1e9, ["миллиард", "миллиарда", "миллиардов"], false);
    take(1e6, ["миллион", "миллиона", "миллионов"], false);
    take(1e3, ["тысяча", "тысячи", "тысяч"], true);
    take(1, ["", "", ""], feminine);
    return words.join(" ");
  },
  kk(n: number): string {
    if (n === 0) return "нөл";
    const three = (part: number): string => {
      const hundreds = Math.floor(part / 100);
      const head = hundreds === 0 ? "" : hundreds === 1 ? "жүз" : `${small(hundreds, KK)} жүз`;
      return [head, part % 100 === 0 ? "" : small(part % 100, KK)].filter(Boolean).join(" ");
    };
    const parts = [1e9, 1e6, 1e3, 1].map((size) => Math.floor(n / size) % 1000);
    const names = ["миллиард", "миллион", "мың", ""];
    return parts
      .map((part, at) => (part === 0 ? "" : `${three(part)} ${names[at]}`.trim()))
      .filter(Boolean)
      .join(" ");
  },
  en(n: number): string {
    if (n === 0) return "zero";
    const three = (part: number): string => {
      const hundreds = Math.floor(part / 100);
      const rest = part % 100 === 0 ? "" : small(part % 100, EN, "-");
      const head = hundreds === 0 ? "" : `${small(hundreds, EN)} hundred`;
      return head !== "" && rest !== "" ? `${head} and ${rest}` : `${head}${rest}`;
    };
    const parts = [1e9, 1e6, 1e3, 1].map((size) => Math.floor(n / size) % 1000);
    const names = [" billion", " million", " thousand", ""];
    const said = parts.map((part, at) => (part === 0 ? "" : `${three(part)}${names[at]}`));
    const last = parts[3] ?? 0;
    const [head, tail] = [said.slice(0, 3).filter(Boolean).join(" "), said[3]];
    if (head === "" || last === 0) return `${head}${tail}`;
    return last < 100 ? `${head} and ${tail}` : `${head} ${tail}`;
  },
} as const;

/** The amount in minor units, as the test's own speller writes it. */
function written(minor: bigint, currency: string, language: "ru" | "kk" | "en"): string {
  const names = CURRENCY_WORDS[currency];
  if (!names) throw new Error(`no words of ${currency}`);
  const text = minor.toString().padStart(3, "0");
  const [whole, cents] = [Number(text.slice(0, -2)), text.slice(-2)];
  if (language === "ru") {
    const number = spell.ru(whole, names.feminine ?? false);
    return `${number} ${ruNoun(whole, names.ru[0])} ${cents} ${ruNoun(Number(cents), names.ru[1])}`;
  }
  if (language === "kk") return `${spell.kk(whole)} ${names.kk[0]} ${cents} ${names.kk[1]}`;
  const one = (n: number) => (n === 1 ? 0 : 1);
  return `${spell.en(whole)} ${names.en[0][one(whole)]} ${cents} ${names.en[1][one(Number(cents))]}`;
}

const HUNDREDTHS = Object.keys(CURRENCY_WORDS).filter((currency) => currency !== "JPY");
const LANGUAGES = ["ru", "kk", "en"] as const;

describe("sums in words, from 0 to 999,999,999,999.99", () => {
  it("are those of an independent speller, in every language and currency", () => {
    const minor = fc.oneof(
      fc.bigInt(0n, 99_999_999_999_999n),
      fc.bigInt(0n, 12_100n),
      // Numbers with many zeros, where grammars are irregular.
      fc
        .array(fc.constantFrom("0", "1", "2", "5", "11", "21", "100"), {
          minLength: 1,
          maxLength: 6,
        })
        .map((parts) => BigInt(parts.join("").slice(0, 14))),
    );
    fc.assert(
      fc.property(
        minor,
        fc.constantFrom(...HUNDREDTHS),
        fc.constantFrom(...LANGUAGES),
        (amount, currency, language) => {
          expect(moneyWords(amount, currency, language)).toBe(written(amount, currency, language));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("are right at both ends and at every whole number up to 2,999", () => {
    for (const language of LANGUAGES) {
      for (const amount of [0n, 1n, 99_999_999_999_999n])
        expect(moneyWords(amount, "KZT", language)).toBe(written(amount, "KZT", language));
      for (let whole = 0n; whole < 3_000n; whole += 1n)
        expect(moneyWords(whole * 100n, "TRY", language)).toBe(
          written(whole * 100n, "TRY", language),
        );
    }
  });

  it("name other currencies by their names, not by a code and a fraction", () => {
    expect(moneyWords(100_000n, "USD", "ru")).toBe("одна тысяча долларов США 00 центов");
    expect(moneyWords(100_000n, "USD", "kk")).toBe("бір мың АҚШ доллары 00 цент");
    expect(moneyWords(101n, "USD", "en")).toBe("one US dollar 01 cent");
    expect(moneyWords(200n, "TRY", "ru")).toBe("две турецкие лиры 00 курушей");
    expect(moneyWords(-150n, "EUR", "ru")).toBe("минус один евро 50 центов");
    expect(moneyWords(150n, "SEK", "ru")).toBe("один SEK 50/100");
  });
});
