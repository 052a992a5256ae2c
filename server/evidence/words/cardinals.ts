import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { russianForm } from "./currency-words.ts";

/**
 * Whole numbers in words, as amounts in documents are written. Kazakh: one thousand is "бір мың", a
 * hundred plain "жүз"; Russian: thousands are feminine; British English with "and". Held against
 * num2words (tests/evidence/words.test.ts).
 */
export function cardinal(value: bigint, language: DocumentLanguage): string {
  if (value < 0n) return `${MINUS[language]} ${cardinal(-value, language)}`;
  if (value === 0n) return ZERO[language];
  const groups: string[] = [];
  let rest = value;
  for (let power = 0; rest > 0n; power += 1) {
    if (power >= SCALES) throw new RangeError("cardinal: larger than words are known for");
    const three = Number(rest % 1_000n);
    if (three > 0) groups.unshift(SPELL[language](three, power));
    rest /= 1_000n;
  }
  if (language !== "en") return groups.join(" ");
  // "one thousand and five", but "one thousand one hundred and five".
  const last = Number(value % 1_000n);
  return groups.length > 1 && last > 0 && last < 100
    ? `${groups.slice(0, -1).join(" ")} and ${groups.at(-1)}`
    : groups.join(" ");
}

const SCALES = 7;
const ZERO = { ru: "ноль", kk: "нөл", en: "zero" } as const;
/** Before a number below zero. */
export const MINUS = { ru: "минус", kk: "минус", en: "minus" } as const;
const SPELL = { ru: russian, kk: kazakh, en: english } as const;

const RU_ONES = "один два три четыре пять шесть семь восемь девять".split(" ");
const RU_TEENS =
  "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать".split(
    " ",
  );
const RU_TENS =
  "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(" ");
const RU_HUNDREDS =
  "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split(" ");
const RU_SCALES = [
  [],
  ["тысяча", "тысячи", "тысяч"],
  ["миллион", "миллиона", "миллионов"],
  ["миллиард", "миллиарда", "миллиардов"],
  ["триллион", "триллиона", "триллионов"],
  ["квадриллион", "квадриллиона", "квадриллионов"],
  ["квинтиллион", "квинтиллиона", "квинтиллионов"],
];

function russian(three: number, power: number): string {
  const words = below(three, RU_HUNDREDS, RU_TENS, RU_TEENS, RU_ONES);
  if (power === 1 && words.length > 0) words.push(feminine(words.pop() ?? ""));
  const scale = RU_SCALES[power]?.[russianForm(three)];
  return (scale === undefined ? words : [...words, scale]).join(" ");
}

/** "две тысячи один" before a feminine word: "две тысячи одна". Only the last word changes. */
export function feminine(russianWords: string): string {
  return russianWords.replace(/(?<=^| )один$/, "одна").replace(/(?<=^| )два$/, "две");
}

const KK_ONES = "бір екі үш төрт бес алты жеті сегіз тоғыз".split(" ");
const KK_TENS = "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан".split(" ");
const KK_SCALES = ["", "мың", "миллион", "миллиард", "триллион", "квадриллион", "квинтиллион"];

function kazakh(three: number, power: number): string {
  const [hundreds, tens, ones] = [Math.floor(three / 100), Math.floor(three / 10) % 10, three % 10];
  const words: string[] = [];
  if (hundreds > 1) words.push(KK_ONES[hundreds - 1] ?? "");
  if (hundreds > 0) words.push("жүз");
  if (tens > 0) words.push(KK_TENS[tens - 1] ?? "");
  if (ones > 0) words.push(KK_ONES[ones - 1] ?? "");
  if (power > 0) words.push(KK_SCALES[power] ?? "");
  return words.join(" ");
}

const EN_ONES = "one two three four five six seven eight nine".split(" ");
const EN_TEENS =
  "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const EN_SCALES = ["", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion"];

function english(three: number, power: number): string {
  const hundreds = Math.floor(three / 100);
  const rest = below(three % 100, [], EN_TENS, EN_TEENS, EN_ONES).join("-");
  const words = hundreds > 0 ? [`${EN_ONES[hundreds - 1]} hundred`] : [];
  if (rest !== "") words.push(hundreds > 0 ? `and ${rest}` : rest);
  if (power > 0) words.push(EN_SCALES[power] ?? "");
  return words.join(" ");
}

function below(
  three: number,
  hundredsWords: readonly string[],
  tensWords: readonly string[],
  teens: readonly string[],
  onesWords: readonly string[],
): string[] {
  const [hundreds, tens, ones] = [Math.floor(three / 100), Math.floor(three / 10) % 10, three % 10];
  const words: string[] = [];
  if (hundreds > 0) words.push(hundredsWords[hundreds - 1] ?? "");
  if (tens === 1) words.push(teens[ones] ?? "");
  if (tens > 1) words.push(tensWords[tens - 2] ?? "");
  if (tens !== 1 && ones > 0) words.push(onesWords[ones - 1] ?? "");
  return words;
}
